/// Why no invoice is made, for the staff who must do something about it, by `Billing`'s codes; customers get `BillingAnswers`.
package enum BillingErrorWords {
    /// The words of a code; nil when it is unknown.
    package static func phrase(_ code: String) -> Phrase? { all.first { $0.code == "billing-error." + code } }

    private static func error(_ code: String, tr: String, en: String) -> Phrase {
        Phrase("billing-error." + code, tr: tr, en: en)
    }

    /// Every one of them.
    package static let all: [Phrase] = [
        error("prepaid", tr: "sayaç ön ödemeli; okumayla fatura kesilmez", en: "the meter is paid before use"),
        error(
            "index-lower", tr: "son endeks {last}, ilk endeks {first} değerinden düşük; fotoğrafa ve kayda bakın",
            en: "the index {last} is lower than the first one, {first}; look at the photo and at the record"),
        error(
            "implausible",
            tr: "{first} endeksinden {last} endeksine tüketim {limit} m³ sınırını aşıyor; bir çalışan karar verir",
            en: "from {first} to {last} is more than the {limit} m³ that are plausible; a person decides"),
        error(
            "index-digits", tr: "{last} endeksi sayacın {wheels} siyah tamburuyla aynı sayıda basamak içermiyor",
            en: "the index {last} has not as many digits as the meter has black wheels, {wheels}"),
        error(
            "empty-period", tr: "{last} tarihli okuma {first} tarihli okumadan sonra değil; tarihe bakın",
            en: "the reading of {last} does not come after that of {first}; look at the date"),
        error(
            "invoice-before-reading", tr: "fatura tarihi {first}, {last} tarihli okumadan önce; tarihe bakın",
            en: "the invoice date {first} lies before the reading of {last}; look at the date"),
        error(
            "no-price", tr: "tarifede {day} için fiyat yok; tarifeyi içe aktarın",
            en: "the tariff has no price for {day}; import it"),
        error(
            "no-correction", tr: "{day} için düzeltme katsayısı yok; ayı içe aktarın",
            en: "there is no correction factor for {day}; import the month"),
        error(
            "no-calorific-value", tr: "{day} için üst ısıl değer yok; ayı içe aktarın",
            en: "there is no calorific value for {day}; import the month"),
        error(
            "no-tax-rate", tr: "{day} için KDV oranı yok; oranı içe aktarın",
            en: "there is no KDV rate for {day}; import it"),
        error(
            "corrector-compulsory", tr: "{pressure} mbar basınçta hacim düzeltici zorunlu; K ile fatura kesilmez",
            en: "at {pressure} mbar a volume corrector is compulsory; nothing is billed by K"),
        error(
            "out-of-bounds", tr: "olamayacak bir değer: {figure}; kayda bakın",
            en: "a figure that cannot be: {figure}; look at the record"),
        error(
            "due-date", tr: "son ödeme tarihi 2999 yılını aşıyor; vadeye bakın",
            en: "the due date lies after the year 2999; look at the term"),
        error(
            "overflow", tr: "hesaplanamayacak kadar büyük: {step}; değerlere bakın",
            en: "too large to be computed: {step}; look at the figures"),
        error(
            "corrector-held",
            tr: "düzelticinin yazmaçları birbirini tutmuyor; öneriyi onaylayın ya da düzeltilmiş hacmi verin",
            en: "the corrector's registers contradict each other; approve the proposal or give the corrected volume"),
        error(
            "below-minimum", tr: "{use} m³, faturalandırma sınırı {limit} m³'ü aşmıyor; endekste kalır",
            en: "{use} m³ are not above the {limit} m³ from which on use is billed; it stays on the index"),
        error(
            "frozen", tr: "abonelik {first} tarihinden beri dondurulmuş; dönüşte faturalanır",
            en: "the subscription is frozen since {first}; it is billed after the return"),
        error(
            "multiplier-changes", tr: "çarpan {day} günü değişiyor; o günün endeksini sayaç değişimi olarak verin",
            en: "the multiplier changes on {day}; give the index of that day as a meter change"),
        error(
            "change-out-of-order", tr: "{day} tarihli sayaç değişimi dönemin dışında ya da sırasız",
            en: "the meter change of {day} lies outside the period or is out of order"),
        error(
            "corrector-changed",
            tr: "düzelticili sayacın çarpanı {day} günü değişmiş; değişime kadar ve sonrasını ayrı faturalayın",
            en: "the multiplier of a meter with a corrector changed on {day}; bill up to the change, then from it"),
        error(
            "no-system-use", tr: "{day} fiyatının yayımlanmış sistem kullanım bedeli yok",
            en: "the price of {day} has no published system-use part"),
        error(
            "rule-below-zero", tr: "{rule} kuralı var olandan fazlasını düşüyor; kurala bakın",
            en: "the rule {rule} takes off more than there is; look at the rule"),
        error(
            "late-fees-taxed-differently", tr: "gecikme zamlarının biri KDV'li, biri değil; iki ayrı faturaya koyun",
            en: "one late fee carries KDV and another does not; bring them on two invoices"),
        error(
            "no-tariff", tr: "{name} tarifesi yok; kuralları içe aktarın",
            en: "there is no tariff {name}; import the policies"),
        error(
            "no-region", tr: "{name} bölgesi yok; kuralları içe aktarın",
            en: "there is no region {name}; import the policies"),
        error(
            "failed", tr: "kayıtlar birbirini tutmuyor; bu bir program hatası",
            en: "the books contradict themselves; this is a mistake of the program"),
    ]
}

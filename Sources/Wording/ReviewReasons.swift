/// Why a photo waits for a person, or a value cannot be taken, in words for the clerk.
package enum ReviewReasons {
    /// The words of a reason's code, of this table or of `ReadingAnswer`; the code itself where nobody knows it.
    package static func words(_ code: String, in language: Language) -> String {
        (byCode[code] ?? ReadingAnswer.of(code)?.notice)?.text(in: language) ?? code
    }

    private static let byCode = Dictionary(
        (all + FaultWords.all).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    /// Every reason that the reader does not give itself.
    package static let all: [Phrase] = [
        Phrase(
            "objection", tr: "müşteri bir kişinin bakmasını istedi",
            en: "the customer asked for a person"),
        Phrase("unknown-sender", tr: "gönderen hiçbir aboneliğe bağlı değil", en: "no subscription names the sender"),
        Phrase("same-bytes", tr: "aynı dosya daha önce geldi", en: "the same file came before"),
        Phrase("over-limit", tr: "bir saatte çok fazla fotoğraf", en: "too many photos within an hour"),
        Phrase("not-received", tr: "fotoğraf kanaldan alınamadı", en: "the channel did not hand the photo out"),
        Phrase(
            "notice-not-delivered", tr: "aydınlatma metni müşteriye ulaşmadı, fotoğraf makineyle okunmadı",
            en: "the privacy notice did not reach the customer, so no machine read the photo"),
        Phrase(
            "not-opened", tr: "dosya iki kez açılamadı, bir daha denenmez",
            en: "the file could not be opened twice and is not tried again"),
        Phrase(
            "not-read-in-time", tr: "fotoğraf birkaç denemede de süresi içinde okunamadı",
            en: "the photo could not be read in time, several times over"),
        Phrase(
            "several-meters", tr: "müşterinin birden çok sayacı var, seri numarası hangisi olduğunu göstermiyor",
            en: "the customer has several meters, and no serial number tells which one this is"),
        Phrase(
            "use-implausible", tr: "aradaki günler için kullanım çok yüksek",
            en: "the use is too high for the days between"),
        Phrase(
            "use-impossible",
            tr: "aradaki günlerde sayaçtan bu kadar gaz geçemez; endeksi, sayaç kaydını ve son okumayı kontrol edin",
            en:
                "so much gas cannot pass the meter in the days between; please check index, meter record and last reading"
        ),
        Phrase(
            "use-unusual", tr: "kullanım, müşterinin geçen yılki tüketiminden çok farklı",
            en: "the use differs much from what the customer used before"),
        Phrase(
            "zero-use", tr: "ısıtma mevsiminde hiç gaz kullanılmamış",
            en: "no gas was used in the heating season"),
        Phrase(
            "one-digit-away", tr: "bir rakam farklı okunsaydı kullanım olağan olurdu",
            en: "with one digit read otherwise the use would be a usual one"),
        Phrase(
            "too-soon", tr: "son okumanın üzerinden birkaç gün bile geçmedi",
            en: "the last reading is hardly over"),
        Phrase(
            "decimals-read", tr: "kırmızı rakamlar tam metreküp olarak okunmuş olabilir",
            en: "red digits may have been read as whole cubic metres"),
        Phrase(
            "repeated-estimates", tr: "art arda çok fazla tahmin var", en: "there are too many estimates in a row"),
        Phrase(
            "sub-meters-differ", tr: "ara sayaçların toplamı ana sayaca uymuyor",
            en: "the sub-meters do not add up to the main meter"),
        Phrase(
            "last-reading-disputed", tr: "önceki okumaya itiraz edildi", en: "the last reading is in dispute"),
        Phrase(
            "reading-date", tr: "okuma günü ileri bir tarihte ya da son okumadan önce",
            en: "the day of the reading lies in the future or before the last reading"),
        Phrase(
            "period-billed", tr: "bu dönem başka bir endeksle faturalandı",
            en: "the period is billed already, with another index"),
        Phrase(
            "prepaid-meter", tr: "sayaç ön ödemeli", en: "the meter is prepaid"),
        Phrase(
            "no-first-reading", tr: "abonenin ilk okuması yok",
            en: "the subscriber has no first reading"),
        Phrase(
            "policy-missing", tr: "bu dönem için tarife, K ya da ısıl değer tanımlı değil",
            en: "tariff, K or calorific value is missing for the period"),
        Phrase(
            "cannot-be-billed", tr: "bu endeksle fatura hesaplanamıyor",
            en: "no invoice can be computed from this index"),
        Phrase(
            "not-an-index", tr: "rakam sayısı sayacın tambur sayısına uymuyor",
            en: "the number of digits is not the meter's number of wheels"),
        Phrase(
            "subscriber-unknown", tr: "gönderenin aboneliği artık yok",
            en: "the sender's subscription is not there any more"),
        Phrase(
            "billed-meanwhile", tr: "bu dönem siz bakarken faturalandı; aşağıdakini görüp yeniden karar verin",
            en: "the period was billed while you looked; please see below and decide anew"),
        Phrase(
            "below-minimum", tr: "asgari faturalama sınırının altında: şimdi fatura kesilmez, kullanım kaybolmaz",
            en: "not above the minimum bill: nothing is billed now, and no use is lost"),
        Phrase(
            "billing-frozen", tr: "faturalar müşterinin dilekçesiyle durduruldu: şimdi fatura kesilmez",
            en: "the customer had the invoices stopped: nothing is billed now"),
        Phrase(
            "correction-noted", tr: "fatura için düzeltme bekliyor",
            en: "a correction of the invoice waits"),
    ]
}

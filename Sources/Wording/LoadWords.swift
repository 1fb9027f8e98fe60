/// What the report of a load test says.
package enum LoadWords {
    package static let all: [Phrase] = head + counts + money + faults + use + cases + times + causes + names

    /// The words of a code without `load.`; the code itself where there are none.
    package static func words(_ code: String, in language: Language, _ values: [String: String] = [:]) -> String {
        byCode["load." + code]?.text(in: language, values) ?? code
    }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    private static let head = [
        Phrase("load.title", tr: "Yük testi: {scenario}", en: "Load test: {scenario}"),
        Phrase("load.skip", tr: "İçeriğe geç", en: "Skip to the content"),
        Phrase("load.contents", tr: "İçindekiler", en: "Contents"),
        Phrase(
            "load.verdict.exact", tr: "Arızasız her sayaç her ay kuruşu kuruşuna doğru faturalandı.",
            en: "Every meter without a fault was billed right to the kuruş in every month."),
        Phrase(
            "load.verdict.differs", tr: "Arızasız sayaçlarda {periods} dönem gerçekten farklı faturalandı.",
            en: "{periods} periods of meters without a fault were billed otherwise than the truth."),
        Phrase(
            "load.verdict.whole", tr: "Hiçbir okuma kaybolmadı, hiçbiri iki kez faturalanmadı.",
            en: "No reading was lost and none billed twice."),
        Phrase(
            "load.verdict.broken", tr: "{lost} okuma sonuçsuz kaldı, {double} dönem iki kez faturalandı.",
            en: "{lost} readings have no outcome, {double} periods were billed twice."),
        Phrase("load.run", tr: "Ne çalıştı", en: "What ran"),
        Phrase("load.scenario", tr: "Senaryo", en: "Scenario"),
        Phrase("load.seed", tr: "Tohum", en: "Seed"),
        Phrase("load.days", tr: "Günler", en: "Days"),
        Phrase("load.meters", tr: "Sayaç", en: "Meters"),
        Phrase("load.billing", tr: "Denenen faturalama", en: "Billing under test"),
        Phrase("load.terms", tr: "Tarife kuralları", en: "Policies"),
        Phrase(
            "load.truth", tr: "Doğru para: aynı kitaplığın, arızasız tam m³ endekslere uygulanması.",
            en: "True money: the core library applied to the whole-m³ indexes as they are without faults."),
    ]

    private static let counts = [
        Phrase("load.counts", tr: "Okumalar ve satışlar", en: "Readings and sales"),
        Phrase("load.given", tr: "verilen", en: "given"),
        Phrase("load.billed", tr: "faturalanan", en: "billed"),
        Phrase("load.putOff", tr: "ertelenen", en: "put off"),
        Phrase("load.held", tr: "bekletilen", en: "held"),
        Phrase("load.refused", tr: "reddedilen", en: "refused"),
        Phrase("load.repeated", tr: "tekrar gelen", en: "repeated"),
        Phrase("load.secondLooks", tr: "yeniden bakılan", en: "second looks"),
        Phrase("load.lost", tr: "kaybolan", en: "lost"),
        Phrase("load.double", tr: "iki kez faturalanan", en: "billed twice"),
        Phrase("load.wishes", tr: "kart satışı isteği", en: "card wishes"),
        Phrase("load.refusedWishes", tr: "eksik karşılanan istek", en: "wishes not served whole"),
        Phrase("load.transactions", tr: "yevmiye kaydı", en: "ledger transactions"),
        Phrase("load.balance", tr: "defter toplamı", en: "sum of the ledger"),
    ]

    private static let money = [
        Phrase("load.money", tr: "Para: faturalanan ve doğru", en: "Money: billed and true"),
        Phrase("load.kind", tr: "Sayaç türü", en: "Kind of meter"),
        Phrase("load.fault", tr: "Arıza", en: "Fault"),
        Phrase("load.periods", tr: "Dönem", en: "Periods"),
        Phrase("load.differing", tr: "Farklı", en: "Differing"),
        Phrase("load.trueMoney", tr: "Doğru", en: "True"),
        Phrase("load.billedMoney", tr: "Faturalanan", en: "Billed"),
        Phrase("load.difference", tr: "Fark", en: "Difference"),
        Phrase("load.absolute", tr: "Mutlak fark", en: "Absolute difference"),
        Phrase("load.whatDiffers", tr: "Neden farklı", en: "Why it differs"),
        Phrase("load.cause", tr: "Neden", en: "Cause"),
        Phrase("load.ofFaultless", tr: "Arızasız sayaçlar", en: "Meters without a fault"),
        Phrase("load.ofFaulty", tr: "Arızalı sayaçlar", en: "Meters with a fault"),
        Phrase("load.moneyChart", tr: "Arızaya göre mutlak fark", en: "Absolute difference by fault"),
    ]

    private static let faults = [
        Phrase("load.faults", tr: "Arızalar: ne bulundu", en: "Faults: what was found"),
        Phrase("load.number", tr: "No", en: "No"),
        Phrase("load.sign", tr: "Nereden anlaşılır", en: "Told by"),
        Phrase("load.truths", tr: "Gerçek", en: "True"),
        Phrase("load.met", tr: "Görünen", en: "Met"),
        Phrase("load.found", tr: "Bulunan", en: "Found"),
        Phrase("load.flags", tr: "Uyarı", en: "Flags"),
        Phrase("load.right", tr: "Yerinde", en: "Right"),
        Phrase("load.recall", tr: "Bulma oranı", en: "Recall"),
        Phrase("load.recallOfAll", tr: "Hepsinde", en: "Of all"),
        Phrase("load.precision", tr: "İsabet", en: "Precision"),
        Phrase(
            "load.window",
            tr: """
                Bir uyarı, arızanın ilk gününden son gününden {days} gün sonrasına kadar aynı sayacın aynı tür \
                arızası için sayılır. Aynı ayın uyarıları birdir. Görünen: bir okumanın, kartın ya da kaydın \
                gösterebildiği; bulma oranı onlardandır, yanındaki bütün arızalardan. Ters akış, endeks iki \
                okumada üst üste düşünce görünür: tek düşüş yanlış okunmuş bir rakam da olabilir. Gelmeyen \
                okuma, ardından biri gelince görünür. Yalnızca kullanımdan anlaşılan, üç ısıtma ayında kullanımın \
                yarısını ve 30 m³'ü götürünce; dönüşüm sapması, bir dönemin Vb'sini yirmide bir bozunca; saat, bir \
                dakika şaşınca görünür. Kartın gösterdiği, müşteri kartla gelince görünür.
                """,
            en: """
                A flag counts for a fault of its kind and meter from the fault's first day to {days} days after \
                its last. Flags of one month are one. Met: what a reading, a card or a record could show; \
                recall is of those, and beside it of all. Reverse flow is met when the index falls at two \
                readings in a row: one fall may be a misread digit. A missing reading is met when a later one \
                comes. What use alone gives away is met when it takes half of the use and 30 m³ in three heating \
                months; a conversion that diverges, when a period's Vb is off by a twentieth; a clock, by a minute. \
                What a card shows is met when the customer brings it.
                """),
        Phrase("load.sign.registers", tr: "kayıtlardan", en: "registers"),
        Phrase("load.sign.status", tr: "durum bitinden ya da nottan", en: "status or note"),
        Phrase("load.sign.card", tr: "karttan", en: "card"),
        Phrase("load.sign.use", tr: "kullanımdan", en: "use"),
        Phrase("load.sign.none", tr: "anlaşılamaz", en: "cannot be told"),
    ]

    private static let use = [
        Phrase("load.use", tr: "Kullanımdan anlaşılan arızalar", en: "Faults told by use"),
        Phrase(
            "load.useText",
            tr: """
                Üç ısıtma ayında kullanımın en az yarısını ve 30 m³'ü alan {faults} arızanın {flagged} tanesi \
                bulundu. {months} sayaç-ayında, {days} gün içinde başka hiçbir kusuru olmayan sayaçlarda {wrong} yanlış \
                uyarı; başka kusuru olanlarla birlikte {all}.
                """,
            en: """
                Of {faults} faults that take at least half of the use and 30 m³ in three heating months \
                {flagged} were found. In {months} meter-months {wrong} false flags on meters with nothing else wrong \
                within {days} days; {all} with those that had something else.
                """),
        Phrase(
            "load.kindsOfUse",
            tr: """
                Türüne göre; mıknatıs kartın durum bitinden ya da korrektörün darbelerinden, karışan komşular birbirinin \
                sayacına uyan okumalardan anlaşılır
                """,
            en: """
                By kind; a magnet is told by the card's status bit or the corrector's pulses, swapped neighbours by \
                readings that fit each other's meter
                """),
        Phrase(
            "load.threshold",
            tr: "Eşik, beklenen kullanımın yüzdesi",
            en: "Threshold, per cent of the expected use"),
        Phrase("load.recallAxis", tr: "Bulunan, %", en: "Found, %"),
        Phrase("load.falseAxis", tr: "1000 sayaç-ayında yanlış uyarı", en: "False flags in 1,000 meter-months"),
        Phrase("load.limit", tr: "sınır", en: "limit"),
    ]

    private static let cases = [
        Phrase("load.cases", tr: "En kötü {count} sayaç", en: "The worst {count} meters"),
        Phrase("load.noCases", tr: "Hiçbir sayaç gerçekten farklı değil.", en: "No meter differs from the truth."),
        Phrase("load.meter", tr: "Sayaç {meter}", en: "Meter {meter}"),
        Phrase("load.period", tr: "Dönem", en: "Period"),
        Phrase("load.cubicMetres", tr: "m³", en: "m³"),
        Phrase(
            "load.sales", tr: "kart satışları: doğru {true}, yapılan {billed}",
            en: "card sales: {true} true, {billed} made"),
        Phrase("load.flaggedAs", tr: "Uyarılar", en: "Flagged"),
        Phrase("load.reallyWas", tr: "Gerçekte", en: "What really was"),
        Phrase("load.derivation", tr: "{period} döneminin hesabı", en: "How the period {period} was computed"),
        Phrase("load.nothing", tr: "yok", en: "nothing"),
    ]

    private static let times = [
        Phrase("load.times", tr: "Süreler", en: "Times"),
        Phrase("load.seconds", tr: "Duvar saati, s", en: "On the wall, s"),
        Phrase("load.threads", tr: "İş parçacığı", en: "Threads"),
        Phrase("load.rate", tr: "Saniyede okuma", en: "Readings a second"),
        Phrase("load.latency", tr: "Gecikme, mikrosaniye", en: "Latency, microseconds"),
        Phrase("load.of.reading", tr: "bir okuma", en: "a reading"),
        Phrase("load.of.batch", tr: "bir günün yığını", en: "a day's batch"),
        Phrase("load.of.sale", tr: "bir satış", en: "a sale"),
        Phrase("load.count", tr: "sayı", en: "count"),
        Phrase(
            "load.timesNote", tr: "Yalnız bu bölüm, aynı tohumla başka çıkar.",
            en: "This part alone differs when the same seed runs again."),
    ]

    private static let causes = [
        Phrase("load.cause.double", tr: "iki kez faturalandı", en: "billed twice"),
        Phrase(
            "load.cause.missing",
            tr: "fatura yok: bekliyor, reddedildi ya da gelmedi",
            en: "not billed: held, refused or never came"),
        Phrase("load.cause.extra", tr: "gerçekte olmayan dönem", en: "a period that the truth has not"),
        Phrase("load.cause.rollover", tr: "sayacın başa dönmesi", en: "the counter passed its largest number"),
        Phrase("load.cause.use", tr: "başka hacim", en: "another volume"),
        Phrase("load.cause.factor", tr: "başka K katsayısı", en: "another factor K"),
        Phrase("load.cause.calorific", tr: "başka üst ısıl değer", en: "another calorific value"),
        Phrase("load.cause.lots", tr: "başka partiler (ilk giren ilk çıkar)", en: "other lots (first in, first out)"),
        Phrase("load.cause.price", tr: "başka fiyat", en: "another price"),
        Phrase("load.cause.tax", tr: "başka KDV", en: "another KDV"),
        Phrase("load.cause.rounding", tr: "başka yuvarlama", en: "another rounding"),
        Phrase(
            "load.cause.split", tr: "aynı tutar, başka bedel ve KDV", en: "the same amount, of another charge and KDV"),
        Phrase("load.cause.sale", tr: "başka kart satışı", en: "another card sale"),
    ]

    private static let names = [
        Phrase("load.mechanical", tr: "mekanik", en: "mechanical"),
        Phrase("load.prepaid", tr: "ön ödemeli", en: "prepaid"),
        Phrase("load.corrector", tr: "korrektörlü", en: "corrector"),
        Phrase("load.faultless", tr: "arızasız", en: "none"),
        Phrase("load.reader", tr: "okuyucu yanlışı", en: "reader's slip"),
        Phrase("load.several", tr: "birden çok", en: "several"),
        Phrase("load.swappedNeighbours", tr: "karışan komşular", en: "swapped neighbours"),
    ]
}

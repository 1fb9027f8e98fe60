/// What the steps of a computation, the lines of charge and the kinds of subscribers are called, by `Billing`'s codes.
package enum DerivationWords {
    /// The name of a step, with a place for `{rate}` in that of the KDV; nil when the code is unknown.
    package static func step(_ code: String) -> Phrase? { phrase("step.", code) }

    /// The name of a line of charge; nil when the code is unknown.
    package static func line(_ code: String) -> Phrase? { phrase("line.", code) }

    /// The name of what stands on an invoice beside the gas; nil when the code is unknown.
    package static func charge(_ code: String) -> Phrase? { phrase("charge.", code) }

    /// What the gas is used for; nil when the code is unknown.
    package static func subscriberKind(_ code: String) -> Phrase? { phrase("subscriber-kind.", code) }

    /// What a figure of a step is; nil when the code is unknown.
    package static func role(_ code: String) -> Phrase? { phrase("role.", code) }

    /// What a day of a step is; nil when the code is unknown.
    package static func day(_ code: String) -> Phrase? { phrase("day.", code) }

    /// The text that a step rests on; nil when the code is unknown.
    package static func source(_ code: String) -> Phrase? { phrase("source.", code) }

    package static let policy = Phrase("step.policy", tr: "kural sürümü {version}", en: "policy {version}")
    package static let payableRounding = Phrase("step.payableRounding", tr: "Yuvarlama farkı", en: "Rounding")
    package static let days = Phrase("step.days", tr: "{days} gün", en: "{days} days")
    package static let shownRounded = Phrase(
        "step.shown-rounded", tr: "(aşağıda tam değeriyle)", en: "(unrounded below)")
    package static let purchase = Phrase("part.purchase", tr: "gaz alımı", en: "gas")
    package static let specialConsumptionTax = Phrase(
        "part.special-consumption-tax", tr: "ÖTV", en: "excise (ÖTV)")
    package static let systemUse = Phrase("part.system-use", tr: "sistem kullanımı", en: "system use")

    package static let about = Phrase("step.about", tr: "{number} numaralı fatura", en: "invoice {number}")
    package static let asPublished = Phrase("step.as-published", tr: "yayımlandığı gibi", en: "as published")
    package static let countedByMonths = Phrase(
        "step.counted-by-months", tr: "tam aylar ve kalan günler sayıldı",
        en: "counted in full months and the days left")
    package static let countedByDays = Phrase("step.counted-by-days", tr: "her gün sayıldı", en: "counted day by day")

    private static func phrase(_ group: String, _ code: String) -> Phrase? {
        all.first { $0.code == group + code }
    }

    /// Every one of them.
    package static let all: [Phrase] =
        [
            policy, payableRounding, days, shownRounded, purchase, specialConsumptionTax, systemUse, about, asPublished,
            countedByMonths, countedByDays,
        ]
        + grounds
        + roles + [
            Phrase("step.measuredVolume", tr: "Ölçülen hacim", en: "Measured volume"),
            Phrase("step.averageCorrectionFactor", tr: "Ortalama düzeltme katsayısı", en: "Average correction factor"),
            Phrase("step.correctedVolume", tr: "Düzeltilmiş tüketim", en: "Corrected volume"),
            Phrase("step.averageCalorificValue", tr: "Ortalama üst ısıl değer", en: "Average calorific value"),
            Phrase("step.energyFactor", tr: "kWh dönüşüm katsayısı", en: "kWh factor"),
            Phrase("step.energy", tr: "Enerji", en: "Energy"),
            Phrase("step.pricePerKilowattHour", tr: "Birim fiyat", en: "Unit price"),
            Phrase("step.averagePrice", tr: "Ort. perakende satış fiyatı", en: "Average retail price"),
            Phrase("step.consumptionCharge", tr: "Tüketim bedeli", en: "Consumption charge"),
            Phrase("step.valueAddedTax", tr: "KDV {rate}", en: "VAT (KDV) {rate}"),
            Phrase("step.total", tr: "Toplam", en: "Total"),
            Phrase("step.payable", tr: "Ödenecek", en: "Amount due"),
            Phrase("step.lateFee", tr: "Gecikme zammı", en: "Late fee"),
            Phrase("line.consumption", tr: "Tüketim bedeli", en: "Consumption charge"),
            Phrase("subscriber-kind.residential", tr: "Konut", en: "Household"),
            Phrase("subscriber-kind.commercial", tr: "Ticari", en: "Commercial"),
            Phrase("subscriber-kind.official", tr: "Resmî", en: "Public body"),
            Phrase("subscriber-kind.industrial", tr: "Sanayi", en: "Industrial"),
        ]
        + prepaid + debts + invoices + validation + files + whole
}

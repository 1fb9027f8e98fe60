extension DerivationWords {
    /// The texts that the steps of an invoice rest on, and the days that decide.
    static let grounds: [Phrase] = [
        Phrase(
            "source.billableQuantityArticle7",
            tr: "Faturalandırmaya Esas Satış Miktarı Tebliği (RG 24980) m.7",
            en: "Communiqué on the billable quantity (RG 24980), art. 7"),
        Phrase(
            "source.customerServicesArticle48",
            tr: "Dağıtım ve Müşteri Hizmetleri Yönetmeliği m.48",
            en: "Distribution and customer services regulation, art. 48"),
        Phrase("source.valueAddedTaxArticle20", tr: "3065 sayılı KDV Kanunu m.20", en: "KDV law 3065, art. 20"),
        Phrase(
            "source.roundingProfile", tr: "şirketin yuvarlama profili", en: "the utility's rounding profile"),
        Phrase("source.law6183Article51", tr: "6183 sayılı Kanun m.51", en: "law 6183, art. 51"),
        Phrase("day.from", tr: "ilk gün", en: "from"),
        Phrase("day.through", tr: "son gün", en: "through"),
    ]

    /// What the figures of an invoice's steps are.
    static let roles: [Phrase] = [
        Phrase("role.lastIndex", tr: "son endeks", en: "last index"),
        Phrase("role.firstIndex", tr: "ilk endeks", en: "first index"),
        Phrase("role.counterRange", tr: "sayaç devri", en: "counter range"),
        Phrase("role.multiplier", tr: "çarpan", en: "multiplier"),
        Phrase("role.measuredVolume", tr: "ölçülen hacim", en: "measured volume"),
        Phrase("role.days", tr: "gün", en: "days"),
        Phrase("role.dueDays", tr: "ödeme süresi (gün)", en: "days until due"),
        Phrase("role.correctionFactor", tr: "düzeltme katsayısı K", en: "correction factor K"),
        Phrase("role.correctedVolume", tr: "düzeltilmiş hacim", en: "corrected volume"),
        Phrase("role.calorificValue", tr: "üst ısıl değer", en: "calorific value"),
        Phrase("role.kilocaloriesPerKilowattHour", tr: "kcal/kWh", en: "kcal/kWh"),
        Phrase("role.energyFactor", tr: "kWh katsayısı", en: "kWh factor"),
        Phrase("role.energy", tr: "enerji", en: "energy"),
        Phrase("role.purchase", tr: "gaz alımı", en: "gas"),
        Phrase("role.specialConsumptionTax", tr: "ÖTV", en: "excise (ÖTV)"),
        Phrase("role.systemUse", tr: "sistem kullanımı", en: "system use"),
        Phrase("role.kilowattHoursPerStandardVolume", tr: "kWh/Sm³", en: "kWh/Sm³"),
        Phrase("role.price", tr: "fiyat", en: "price"),
        Phrase("role.consumptionCharge", tr: "tüketim bedeli", en: "consumption charge"),
        Phrase("role.valueAddedTaxBase", tr: "KDV matrahı", en: "KDV base"),
        Phrase("role.valueAddedTaxRate", tr: "KDV oranı", en: "KDV rate"),
        Phrase("role.valueAddedTax", tr: "KDV", en: "KDV"),
        Phrase("role.total", tr: "toplam", en: "total"),
        Phrase("role.payableRounding", tr: "yuvarlama", en: "rounding"),
        Phrase("role.payable", tr: "ödenecek", en: "amount due"),
    ]
}

extension DerivationWords {
    /// The steps, roles and sources of gas by month, of what stands beside the gas, and of reversals.
    static let whole: [Phrase] = [
        Phrase("step.monthlyCorrectionFactor", tr: "Ayın düzeltme katsayısı K", en: "Correction factor K of the month"),
        Phrase("step.monthlyCalorificValue", tr: "Ayın üst ısıl değeri", en: "Calorific value of the month"),
        Phrase("step.minimumUse", tr: "Asgari faturalama sınırı", en: "Use above the minimum"),
        Phrase("step.contractLateFee", tr: "Gecikme bedeli (sözleşme)", en: "Late fee (contract)"),
        Phrase("step.lateFeeTotal", tr: "Gecikme zammı", en: "Late fee"),
        Phrase("step.appliedCorrection", tr: "TL düzeltmesi", en: "Price correction"),
        Phrase(
            "step.appliedCalorificDifference", tr: "Üst ısıl değer farkı", en: "Difference of the calorific value"),
        Phrase("step.dueInstalment", tr: "Taksit", en: "Instalment"),
        Phrase("step.appliedCredit", tr: "Alacak mahsubu", en: "Credit applied"),
        Phrase("step.earlierDebt", tr: "Önceki borcunuz (bilgi)", en: "Earlier debt (for information)"),
        Phrase("step.reversedAmount", tr: "Geri alınan: {amount}", en: "Taken back: {amount}"),
        Phrase("role.stationPressure", tr: "Pa (istasyon, bar)", en: "Pa (station, bar)"),
        Phrase("role.meterPressure", tr: "Ps (sayaç, bar)", en: "Ps (meter, bar)"),
        Phrase("role.basePressure", tr: "Pr (bar)", en: "Pr (bar)"),
        Phrase("role.baseTemperature", tr: "Tr (K)", en: "Tr (K)"),
        Phrase("role.soilTemperature", tr: "T (toprak, K)", en: "T (soil, K)"),
        Phrase("role.minimumUse", tr: "asgari tüketim", en: "minimum use"),
        Phrase("role.amountBefore", tr: "öncesindeki tutar", en: "amount before it"),
        Phrase("role.earlierReceivable", tr: "açık faturalar", en: "invoices still open"),
        Phrase("role.earlierCredit", tr: "hesaptaki alacak", en: "credit on the account"),
        Phrase("source.contractClause", tr: "abonelik sözleşmesinin hükmü", en: "clause of the contract"),
    ]
}

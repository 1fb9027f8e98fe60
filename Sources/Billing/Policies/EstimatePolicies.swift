public import Quantities

extension ComparativeEstimate.Policy {
    /// The same quarter of the last two years; two decimals of a m3; without peers a person decides.
    ///
    /// Source: the article of the Yönetmelik that S4 quotes without its number; decimals and the last value are ours (F.6).
    public static let shipped = ComparativeEstimate.Policy(
        version: "comparative-estimate-2020.1", years: 2, volumeDecimals: 2, meanDecimals: 8, isOwnMeanEnough: false)
}

extension EstimateSettlement.Policy {
    /// The late fee on an over-estimate is cancelled.
    ///
    /// Ours (row 150): S4 says that estimates are set off and is silent on late fees; nobody is late with what was never owed.
    public static let shipped = EstimateSettlement.Policy(
        version: "estimate-settlement-2026.1", cancelsLateFees: true)
}

extension FaultBackBilling.Policy {
    /// At most 365 days back; two decimals of a m3.
    ///
    /// Source: EPDK Board decision 8890 of 17/10/2019 as summarised on enerjigunlugu.net; decimals are ours.
    public static let decision8890 = FaultBackBilling.Policy(
        version: "decision-8890-2019.1", mostDays: 365, volumeDecimals: 2)
}

extension EstimateScope {
    /// No decision: comparative invoices are off.
    ///
    /// Source: S4, "bu uygulama ülkemizin tamamında uygulanmayacaktır".
    public static let off = EstimateScope(decisions: [])
}

extension GasDifference {
    /// How far a card's data and the dial may differ before a person decides: 1 m3, the dial's own last digit (ours).
    public static let cardTolerance = MeterVolume(litres: 1_000)
}

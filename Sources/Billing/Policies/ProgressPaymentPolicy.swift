public import Quantities

/// How a field contractor's progress payment [hakediş] is taxed.
public struct ProgressPaymentPolicy: Hashable, Sendable {
    /// The edition, stored with what it computed.
    public let version: String
    /// The KDV on the work.
    public let valueAddedTaxRate: Rate
    /// The share of the KDV that the utility withholds and pays to the state itself [KDV tevkifatı]; zero for none.
    public let withheldShare: Rate

    /// A policy of those values; `nil` where a rate or share is not between nothing and the whole.
    public init?(version: String, valueAddedTaxRate: Rate, withheldShare: Rate) {
        guard valueAddedTaxRate >= .zero, valueAddedTaxRate <= .whole, withheldShare >= .zero,
            withheldShare <= .whole
        else { return nil }
        self.init(checked: version, valueAddedTaxRate, withheldShare)
    }

    private init(checked version: String, _ valueAddedTaxRate: Rate, _ withheldShare: Rate) {
        self.version = version
        self.valueAddedTaxRate = valueAddedTaxRate
        self.withheldShare = withheldShare
    }

    /// KDV of 20 %, none of it withheld; which share applies is in the contract's kind of work (KDV general communiqué).
    public static let shipped = ProgressPaymentPolicy(
        checked: "progress-payment-2026.1", Rate(partsPerMillion: 200_000), .zero)
}

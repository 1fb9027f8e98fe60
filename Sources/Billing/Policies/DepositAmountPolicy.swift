public import Quantities

/// How high the deposit of a household is [güvence bedeli], and in how many parts it may be paid.
public struct DepositAmountPolicy: Hashable, Sendable {
    /// The edition, stored with the contract.
    public let version: String
    /// The amounts, by the day from which each holds; the authority sets one for each year.
    public let amounts: RateTable<Money>
    /// The parts in which it may be paid.
    public let instalments: InstalmentPolicy

    /// A policy of those amounts.
    public init(version: String, amounts: RateTable<Money>, instalments: InstalmentPolicy) {
        self.version = version
        self.amounts = amounts
        self.instalments = instalments
    }

    /// 4,135 TL in 2026, in six parts (RG 21/2/2026-33175, by the press); no amount of an earlier year was at hand.
    public static let shipped = DepositAmountPolicy(
        version: "deposit-amount-2026.1",
        amounts: RateTable(shippedSteps: [.init(from: CivilDate(shipped: 2026, 1, 1), value: Money(kurus: 413_500))]),
        instalments: .depositInSix)
}

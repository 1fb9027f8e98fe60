public import Quantities

/// The rates and counts by which late payment costs the customer something.
public struct LateFeePolicy: Hashable, Sendable {
    /// How the time of a late fee is counted.
    public enum Counting: String, Hashable, Sendable, CaseIterable {
        /// Full months by date, then the remaining days, each a thirtieth of a month [ay kesirleri günlük].
        case monthDay = "month_day"
        /// Every day a thirtieth of a month.
        case daily
    }

    /// The edition, stored with what it computed.
    public let version: String
    /// The monthly rate of law 6183, article 51, by the day from which it holds.
    public let publicClaimRates: RateTable<Rate>
    /// How the time of a late fee is counted.
    public let counting: Counting
    /// The days of which one is a fraction of a month's rate.
    public let daysPerMonth: Int
    /// The interest where the contract names no late fee.
    public let statutoryInterest: StatutoryInterestPolicy
    /// The KDV on a late fee by the day of payment; `nil` where the utility charges none.
    ///
    /// Whether a fee carries KDV is decided here and nowhere else: an invoice that a fee stands on takes the answer
    /// (`InvoiceAdditions.charge`).
    public let valueAddedTax: RateTable<Rate>?
    /// Whether the KDV comes on interest by law too.
    public let taxesInterestByLaw: Bool

    /// Whether KDV comes on what late payment costs, by the contract's clause or by law.
    public func taxes(_ clause: LateFeeClause?) -> Bool {
        valueAddedTax != nil && (clause != nil || taxesInterestByLaw)
    }

    /// A policy of those values; `nil` where a month has no day.
    public init?(
        version: String, publicClaimRates: RateTable<Rate>, counting: Counting, daysPerMonth: Int = 30,
        statutoryInterest: StatutoryInterestPolicy, valueAddedTax: RateTable<Rate>?,
        taxesInterestByLaw: Bool = true
    ) {
        guard daysPerMonth > 0 else { return nil }
        self.init(
            checked: version, publicClaimRates, counting, daysPerMonth, statutoryInterest, valueAddedTax,
            taxesInterestByLaw)
    }

    private init(
        checked version: String, _ publicClaimRates: RateTable<Rate>, _ counting: Counting, _ daysPerMonth: Int,
        _ statutoryInterest: StatutoryInterestPolicy, _ valueAddedTax: RateTable<Rate>?,
        _ taxesInterestByLaw: Bool
    ) {
        self.version = version
        self.publicClaimRates = publicClaimRates
        self.counting = counting
        self.daysPerMonth = daysPerMonth
        self.statutoryInterest = statutoryInterest
        self.valueAddedTax = valueAddedTax
        self.taxesInterestByLaw = taxesInterestByLaw
    }

    /// The policy that ships.
    ///
    /// Law 6183, article 51: 3.7 % a month since 13/11/2025 (Presidential decision 10556), 4.5 % since 21/5/2024 (decision
    /// 8484); 3.5 % and 2.5 % before are from memory, to be verified. KDV on the fee and on interest: law 3065, article 24/c;
    /// a tax adviser may say otherwise.
    public static let shipped = LateFeePolicy(
        checked: "late-fee-2026.1",
        RateTable(shippedSteps: [
            .init(from: CivilDate(shipped: 2022, 7, 21), value: Rate(partsPerMillion: 25_000)),
            .init(from: CivilDate(shipped: 2023, 11, 14), value: Rate(partsPerMillion: 35_000)),
            .init(from: CivilDate(shipped: 2024, 5, 21), value: Rate(partsPerMillion: 45_000)),
            .init(from: CivilDate(shipped: 2025, 11, 13), value: Rate(partsPerMillion: 37_000)),
        ]), .monthDay, 30, .shipped, ValueAddedTaxRates.general, true)
}

public import Quantities

/// What the length of a reading period means for the customer's term of payment [okuma dönemi].
///
/// Regulation m.48: the reading may be at most five days off the month's; RG 21/2/2026-33175: a shortened period gives a longer
/// term, one that the company lengthened gives instalments. Which deviation starts these two the press does not say: the same
/// five days, by policy (`PeriodRules`).
public struct PeriodAssessment: Hashable, Sendable {
    /// The days of the period.
    public let days: Int
    /// How many days it is longer than its cycle's, below zero where it is shorter.
    public let deviation: Int
    /// The fewest days from the delivery of the invoice to its due date.
    public let minimumNotice: Int
    /// The plan by which the customer may pay, with the fewest parts that the rules grant (`InstalmentPlan`); `nil` where
    /// there is no such right.
    public let instalments: InstalmentPolicy?
    /// The edition of the rules.
    public let version: String

    /// The assessment of the period between the reading before and this one; `isCompanyFault` where the company is why it is as
    /// long as it is.
    ///
    /// Throws `emptyPeriod` where `read` is not later than `previous`.
    public init(
        previous: CivilDate, read: CivilDate, isCompanyFault: Bool, cycle: BillingCycle = .monthly,
        rules: PeriodRules
    ) throws(BillingError) {
        guard previous < read else { throw .emptyPeriod(first: previous, last: read) }
        days = previous.days(until: read)
        deviation = days - rules.nominalDays(of: cycle)
        let isShort = deviation < -rules.largestDeviation
        let isLong = deviation > rules.largestDeviation
        minimumNotice = isShort ? max(rules.shortPeriodNotice, rules.notice) : rules.notice
        instalments = isLong && isCompanyFault ? rules.longPeriod : nil
        version = rules.version
    }

    /// In how many interest-free instalments the customer may pay, at least; 1 where there is no such right.
    public var minimumInstalments: Int { instalments?.count ?? 1 }

    /// Whether an invoice delivered on one day and due on another leaves the customer the notice.
    public func isNoticeKept(delivered: CivilDate, due: CivilDate) -> Bool {
        delivered.days(until: due) >= minimumNotice
    }
}

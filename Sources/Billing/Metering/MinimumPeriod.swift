public import Quantities

/// How soon after an invoice a reading makes the next one: a tariff's minimum days between two invoices.
///
/// The terms that billed the period say it, so what is agreed later moves no day that an invoice has set. [111]
public struct MinimumPeriod: Hashable, Sendable {
    /// Days, at least one.
    public let days: Int

    /// So many days; fewer than one is one.
    public init(days: Int) { self.days = max(1, days) }

    /// The first day on which a reading begins the next period, after an invoice whose period ended on `last`.
    ///
    /// Past the last day that there is no period begins anyway: then it is `last`.
    public func nextFrom(after last: CivilDate) -> CivilDate { (try? last.advanced(byDays: days)) ?? last }
}

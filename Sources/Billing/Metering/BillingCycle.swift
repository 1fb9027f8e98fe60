public import Quantities

/// How often a subscription is read and billed.
public enum BillingCycle: String, Hashable, Sendable, CaseIterable {
    /// Once a month [aylık]: households, monthly correctors.
    case monthly
    /// Twice a month [15 günlük]: CNG stations [61] and the correctors of large eligible consumers [51].
    case halfMonthly

    /// The day on which a reading that is due in the cycle of `day` is taken: the month's last day, or the 15th in the first
    /// half of a half-monthly cycle.
    ///
    /// Both invoices of a month fall into it and share its KDV declaration. Throws `CivilDateError` for no day of the calendar
    /// that there is.
    public func lastDay(around day: CivilDate) throws(CivilDateError) -> CivilDate {
        if self == .halfMonthly, day.day <= 15 { return try CivilDate(year: day.year, month: day.month, day: 15) }
        return try CivilDate(
            year: day.year, month: day.month, day: CivilMonth.days(year: day.year, month: day.month))
    }
}

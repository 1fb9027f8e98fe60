extension CivilDate {
    /// The same day of the month that many months later, or earlier for a negative number; the month's last day where it
    /// has none of that number: a month after 31 January is 28 February, two months after it 31 March.
    ///
    /// Throws `outOfRange` where that is not in the years 1900 to 2999.
    public func advanced(byMonths months: Int) throws(CivilDateError) -> CivilDate {
        let (number, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, number >= 0, Self.years.contains(number / 12) else { throw .outOfRange }
        let (year, month) = (number / 12, number % 12 + 1)
        return try CivilDate(year: year, month: month, day: min(day, CivilMonth.days(year: year, month: month)))
    }

    /// How many whole months lie between this day and `other`, by date, and how many days are left; none where `other`
    /// is not later.
    ///
    /// From 31 January to 10 April are two months and ten days.
    public func monthsAndDays(until other: CivilDate) -> (months: Int, days: Int) {
        guard self < other else { return (0, 0) }
        var months = (other.year - year) * 12 + other.month - month
        while months > 0 {
            // Between two valid days every day is valid.
            if let start = try? advanced(byMonths: months), start <= other {
                return (months, start.days(until: other))
            }
            months -= 1
        }
        return (0, days(until: other))
    }
}

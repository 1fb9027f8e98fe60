/// How long a record of a corrector's archive lasts.
public enum ArchivePeriod: UInt8, Hashable, Sendable {
    /// From full hour to full hour.
    case hourly
    /// From the hour at which the gas day begins to the same on the next day.
    case daily
    /// From the gas day that begins on the first of a month to that of the next.
    case monthly

    /// When the period that a moment lies in ends: a later moment, except at the end of the clock in 2136.
    ///
    /// - Parameters:
    ///   - time: seconds since 2000-01-01 00:00:00 of the corrector's clock, which knows no summer time.
    ///   - dayBegins: hour at which the gas day begins, 0 to 23.
    /// - Returns: seconds since 2000-01-01 00:00:00.
    func end(of time: UInt32, dayBegins: UInt32) -> UInt32 {
        let day: UInt64 = 86_400
        let shift = UInt64(dayBegins) * 3_600
        // A day is lent, so that what is before the first gas day does not fall below zero.
        let shifted = UInt64(time) + day - shift
        let end: UInt64 =
            switch self {
            case .hourly: (UInt64(time) / 3_600 + 1) * 3_600
            case .daily: (shifted / day + 1) * day + shift - day
            case .monthly:
                shifted < day
                    ? shift
                    : UInt64(ArchivePeriod.nextMonth(UInt32(truncatingIfNeeded: shifted / day - 1))) * day + shift
            }
        return UInt32(clamping: end)
    }

    /// The first day of the next month, both in days since 2000-01-01.
    private static func nextMonth(_ day: UInt32) -> UInt32 {
        // In years that begin in March, the months' lengths follow 153 days in five (Zeller), and 400 years repeat.
        let since = day + 730_425
        let era = since / 146_097
        let ofEra = since % 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        // Months 0 to 11 are March to February; the month after February is the next year's March.
        let next = month == 11 ? 0 : month + 1
        let nextYear = month == 11 ? year + 1 : year
        let start = 365 * nextYear + nextYear / 4 - nextYear / 100 + (nextYear / 400) + (153 * next + 2) / 5
        return era * 146_097 + start - 730_425
    }
}

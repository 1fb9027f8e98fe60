public import Quantities

/// The degree-days of a region by month [derece-gün], spread evenly over the days of each month.
///
/// Weather services publish them by month; a reading's period takes the share of its days.
public struct MonthlyDegreeDays: Hashable, Sendable {
    /// Tenths of a kelvin-day by month.
    public let tenths: [CivilMonth: Int64]

    /// A table of those months.
    public init(tenths: [CivilMonth: Int64]) { self.tenths = tenths }

    /// No month is known.
    public static let none = MonthlyDegreeDays(tenths: [:])

    /// The degree-days after `first` through `last`, in tenths, each month's share rounded half away from zero.
    ///
    /// `nil` where a month of them is not known, or is out of its bounds, and for no day or more than some eleven years.
    public func tenths(after first: CivilDate, through last: CivilDate) -> Int64? {
        var day = first.dayNumber + 1
        let end = last.dayNumber
        guard day <= end, end - day < PastUse.mostDays else { return nil }
        var sum: Int64 = 0
        while day <= end {
            let date = CivilDate.nearest(toDayNumber: day)
            let length = CivilMonth.days(year: date.year, month: date.month)
            let days = min(length - date.day, end - day) + 1
            guard let month = tenths[CivilMonth(of: date)], (0...PastUse.mostTenths).contains(month),
                let share = try? ExactQuotient(Int128(month), times: Int128(days), over: Int128(length))
                    .roundedToInt64()
            else { return nil }
            sum += share
            day += days
        }
        return sum
    }
}

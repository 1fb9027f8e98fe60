/// Values by calendar month: the correction factors K that a utility publishes.
public struct MonthlyTable<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value of each month that has one.
    public let values: [CivilMonth: Value]

    /// A table of those months.
    public init(_ values: [CivilMonth: Value]) { self.values = values }

    /// The values that hold in `interval`, in order, each with its number of counted days; the days add up to
    /// `interval.days`.
    ///
    /// Throws `RateTableError.noValue` for the first counted day whose month has no value.
    public func spans(in interval: BillingInterval) throws(RateTableError) -> [DatedSpan<Value>] {
        var spans: [DatedSpan<Value>] = []
        try forEachSpan(in: interval) { days, value in spans.append(DatedSpan(days: days, value: value)) }
        return spans
    }

    /// Calls `body` with the values that hold in `interval`, in order, each with its number of counted days.
    ///
    /// Nothing is allocated. Throws `RateTableError.noValue` for the first counted day whose month has no value.
    @inlinable
    package func forEachSpan(
        in interval: BillingInterval, _ body: (_ days: Int, _ value: Value) -> Void
    ) throws(RateTableError) {
        let counted = interval.countedDayNumbers
        var dayNumber = counted.lowerBound
        while dayNumber <= counted.upperBound {
            let day = try CivilDate.counted(dayNumber, in: interval)
            guard let value = values[day.civilMonth] else { throw .noValue(on: day) }
            let leftInMonth = CivilMonth.days(year: day.year, month: day.month) - day.day + 1
            let days = min(leftInMonth, counted.upperBound - dayNumber + 1)
            body(days, value)
            dayNumber += days
        }
    }
}

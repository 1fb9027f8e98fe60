/// Values by the day from which each holds, until the next one: prices, tax rates.
public struct RateTable<Value: Hashable & Sendable>: Hashable, Sendable {
    /// One value and the first day on which it holds.
    public struct Step: Hashable, Sendable {
        /// The first day on which the value holds.
        public let from: CivilDate
        /// The value.
        public let value: Value

        /// A value that holds from that day.
        public init(from: CivilDate, value: Value) {
            self.from = from
            self.value = value
        }
    }

    /// The steps, earliest first, each day once.
    public let steps: [Step]

    /// A table of `steps` in any order; throws `RateTableError.sameDayTwice` where two begin on one day.
    public init(_ steps: [Step]) throws(RateTableError) {
        let sorted = steps.sorted { $0.from < $1.from }
        for (step, next) in zip(sorted, sorted.dropFirst()) where step.from == next.from {
            throw .sameDayTwice(step.from)
        }
        self.steps = sorted
    }

    /// The value that holds on `day`; throws `RateTableError.noValue` where the table begins later.
    @inlinable
    public func value(on day: CivilDate) throws(RateTableError) -> Value {
        var next = steps.count
        while next > 0, day < steps[next - 1].from { next -= 1 }
        guard next > 0 else { throw .noValue(on: day) }
        return steps[next - 1].value
    }

    /// The values that hold in `interval`, in order, each with its number of counted days; the days add up to
    /// `interval.days`.
    ///
    /// Throws `RateTableError.noValue` for the first counted day without a value.
    public func spans(in interval: BillingInterval) throws(RateTableError) -> [DatedSpan<Value>] {
        var spans: [DatedSpan<Value>] = []
        try forEachSpan(in: interval) { days, value in spans.append(DatedSpan(days: days, value: value)) }
        return spans
    }

    /// Calls `body` with the values that hold in `interval`, in order, each with its number of counted days.
    ///
    /// Nothing is allocated: a billing run averages its prices by this. Throws `RateTableError.noValue` for the first counted
    /// day without a value.
    @inlinable
    package func forEachSpan(
        in interval: BillingInterval, _ body: (_ days: Int, _ value: Value) -> Void
    ) throws(RateTableError) {
        let counted = interval.countedDayNumbers
        // Most periods lie after the last change: look for the step that holds on their first day from the end.
        var next = steps.count
        while next > 0, steps[next - 1].from.dayNumber > counted.lowerBound { next -= 1 }
        guard next > 0 else { throw .noValue(on: try CivilDate.counted(counted.lowerBound, in: interval)) }
        var covered = counted.lowerBound
        while covered <= counted.upperBound {
            let end = next < steps.count ? steps[next].from.dayNumber - 1 : counted.upperBound
            let through = min(end, counted.upperBound)
            body(through - covered + 1, steps[next - 1].value)
            covered = through + 1
            next += 1
        }
    }
}

/// A value that held for so many days of a billing period.
public struct DatedSpan<Value: Hashable & Sendable>: Hashable, Sendable {
    /// How many counted days.
    public let days: Int
    /// The value on those days.
    public let value: Value

    /// A value for so many days.
    public init(days: Int, value: Value) {
        self.days = days
        self.value = value
    }
}

/// Why a table has no answer.
public enum RateTableError: Error, Hashable, Sendable {
    /// No value holds on that day.
    case noValue(on: CivilDate)
    /// Two values begin on that day.
    case sameDayTwice(CivilDate)

    /// The day that the error is about.
    public var day: CivilDate {
        switch self {
        case .noValue(let day), .sameDayTwice(let day): day
        }
    }
}

extension CivilDate {
    /// A counted day of `interval` by its number.
    @usableFromInline
    package static func counted(_ dayNumber: Int, in interval: BillingInterval) throws(RateTableError) -> CivilDate {
        do throws(CivilDateError) {
            return try interval.first.advanced(byDays: dayNumber - interval.first.dayNumber)
        } catch {
            // Between two valid days every day is valid.
            throw .noValue(on: interval.first)
        }
    }
}

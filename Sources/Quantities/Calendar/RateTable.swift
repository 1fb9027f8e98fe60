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
    public func value(on day: CivilDate) throws(RateTableError) -> Value {
        guard let step = steps.last(where: { $0.from <= day }) else { throw .noValue(on: day) }
        return step.value
    }

    /// The values that hold in `interval`, in order, each with its number of counted days; the days add up to
    /// `interval.days`.
    ///
    /// Throws `RateTableError.noValue` for the first counted day without a value.
    public func spans(in interval: BillingInterval) throws(RateTableError) -> [DatedSpan<Value>] {
        let counted = interval.countedDayNumbers
        var spans: [DatedSpan<Value>] = []
        var covered = counted.lowerBound
        for (offset, step) in steps.enumerated() {
            let end = offset + 1 < steps.count ? steps[offset + 1].from.dayNumber - 1 : counted.upperBound
            let (from, through) = (max(step.from.dayNumber, counted.lowerBound), min(end, counted.upperBound))
            guard from <= through else { continue }
            guard from == covered else { break }
            spans.append(DatedSpan(days: through - from + 1, value: step.value))
            covered = through + 1
        }
        guard covered > counted.upperBound else {
            throw .noValue(on: try CivilDate.counted(covered, in: interval))
        }
        return spans
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
    static func counted(_ dayNumber: Int, in interval: BillingInterval) throws(RateTableError) -> CivilDate {
        do throws(CivilDateError) {
            return try interval.first.advanced(byDays: dayNumber - interval.first.dayNumber)
        } catch {
            // Between two valid days every day is valid.
            throw .noValue(on: interval.first)
        }
    }
}

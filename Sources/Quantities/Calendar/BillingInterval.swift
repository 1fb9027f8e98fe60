/// Which end of a billing period counts as a day of use.
///
/// The regulation does not say: a policy of the utility.
public enum DayCountConvention: String, Hashable, Sendable, CaseIterable {
    /// The day of the first reading does not count, the day of the last one does: `(first, last]`. The default.
    case excludeFirst
    /// The day of the first reading counts, the day of the last one does not: `[first, last)`.
    case excludeLast
}

/// The time between two readings.
public struct BillingInterval: Hashable, Sendable {
    /// The day of the first reading.
    public let first: CivilDate
    /// The day of the last reading, later than the first.
    public let last: CivilDate
    /// Which end counts.
    public let convention: DayCountConvention

    /// The time from `first` to `last`; throws `BillingIntervalError.empty` where no day lies between them.
    public init(
        first: CivilDate, last: CivilDate, convention: DayCountConvention = .excludeFirst
    ) throws(BillingIntervalError) {
        guard first < last else { throw .empty(first: first, last: last) }
        self.first = first
        self.last = last
        self.convention = convention
    }

    /// The number of days [gün sayısı]: last minus first, at least 1.
    public var days: Int { first.days(until: last) }

    /// The day numbers that count, the last one included.
    @usableFromInline
    package var countedDayNumbers: ClosedRange<Int> {
        switch convention {
        case .excludeFirst: (first.dayNumber + 1)...last.dayNumber
        case .excludeLast: first.dayNumber...(last.dayNumber - 1)
        }
    }
}

/// Why two days make no billing period.
public enum BillingIntervalError: Error, Hashable, Sendable {
    /// The last day is not later than the first.
    case empty(first: CivilDate, last: CivilDate)
}

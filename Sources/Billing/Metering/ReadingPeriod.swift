public import Quantities

/// One of the year's twelve reading periods [12 ay 12 dönem]: planned, then open, then closed [40, 49].
///
/// No reading enters a closed period: what was wrong in it is put right by a new document.
public struct ReadingPeriod: Hashable, Sendable {
    /// How far the period is.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Its dates stand; nothing is read.
        case planned
        /// Readings are taken.
        case open
        /// Billed; nothing enters it any more.
        case closed
    }

    /// The month that the period bills.
    public let month: CivilMonth
    /// The first day on which it is read.
    public let firstDay: CivilDate
    /// The last day on which it is read.
    public let lastDay: CivilDate
    /// How far it is.
    public let state: State

    /// A planned period; throws `noDays` where the last day lies before the first.
    public init(month: CivilMonth, firstDay: CivilDate, lastDay: CivilDate) throws(ReadingPeriodError) {
        guard firstDay <= lastDay else { throw .noDays(month) }
        self.init(month: month, firstDay: firstDay, lastDay: lastDay, state: .planned)
    }

    private init(month: CivilMonth, firstDay: CivilDate, lastDay: CivilDate, state: State) {
        self.month = month
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.state = state
    }

    /// The twelve periods of a year, each read over its whole month; throws `CivilDateError` outside of 1900 to 2999.
    public static func twelve(of year: Int) throws(CivilDateError) -> [ReadingPeriod] {
        var periods: [ReadingPeriod] = []
        for month in 1...12 {
            let first = try CivilDate(year: year, month: month, day: 1)
            let last = try CivilDate(year: year, month: month, day: CivilMonth.days(year: year, month: month))
            periods.append(ReadingPeriod(month: CivilMonth(of: first), firstDay: first, lastDay: last, state: .planned))
        }
        return periods
    }

    /// The period, open; throws where it was opened before.
    public func opened() throws(ReadingPeriodError) -> ReadingPeriod {
        guard state == .planned else { throw .openedBefore(month) }
        return ReadingPeriod(month: month, firstDay: firstDay, lastDay: lastDay, state: .open)
    }

    /// The period, closed; throws where it was never opened.
    ///
    /// Closing it again changes nothing.
    public func closed() throws(ReadingPeriodError) -> ReadingPeriod {
        guard state != .planned else { throw .notOpen(month) }
        return ReadingPeriod(month: month, firstDay: firstDay, lastDay: lastDay, state: .closed)
    }

    /// Makes sure that a reading of `day` may enter the period; throws what forbids it.
    public func admit(readingOf day: CivilDate) throws(ReadingPeriodError) {
        switch state {
        case .planned: throw .notOpen(month)
        case .closed: throw .closed(month)
        case .open:
            guard (firstDay...lastDay).contains(day) else { throw .outside(month, day) }
        }
    }
}

/// Why a period does not do what was asked.
public enum ReadingPeriodError: Error, Hashable, Sendable {
    /// The last day lies before the first: give it days.
    case noDays(CivilMonth)
    /// A period opens once; it is open or closed already.
    case openedBefore(CivilMonth)
    /// The period is not open yet: open it first.
    case notOpen(CivilMonth)
    /// The period is closed: put it right by a new document.
    case closed(CivilMonth)
    /// The day lies outside of the period's reading days.
    case outside(CivilMonth, CivilDate)
}

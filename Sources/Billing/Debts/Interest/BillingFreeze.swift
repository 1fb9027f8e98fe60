public import Quantities

/// The time for which billing rests on a subscriber's petition [abonelik dondurma, seyahat]; no late fee runs in it. [12, 46]
public struct BillingFreeze: Hashable, Sendable {
    /// The first day that is frozen.
    public let first: CivilDate
    /// The day of return, which is frozen no more; `nil` while the return is open.
    public let returned: CivilDate?

    /// A freeze from `first` until the day before `returned`.
    ///
    /// Throws `daysReversed` where the return comes before the first day.
    public init(first: CivilDate, returned: CivilDate?) throws(DebtError) {
        if let returned, returned < first { throw .daysReversed(first: first, last: returned) }
        self.first = first
        self.returned = returned
    }
}

/// Days that follow one another: those after `start`, up to `end` with it.
struct DayStretch: Hashable {
    /// The day before the first one.
    let start: CivilDate
    /// The last day.
    let end: CivilDate

    /// What is left of the days after `due` up to `paid` when the frozen ones are taken out; overlapping freezes count once.
    static func unfrozen(after due: CivilDate, through paid: CivilDate, freezes: [BillingFreeze]) -> [DayStretch] {
        var stretches: [DayStretch] = []
        var start = due.dayNumber
        for freeze in freezes.sorted(by: { $0.first < $1.first }) {
            let before = min(freeze.first.dayNumber - 1, paid.dayNumber)
            if before > start { stretches.append(.between(start, before)) }
            guard let returned = freeze.returned else {
                start = max(start, before, paid.dayNumber)
                break
            }
            start = max(start, returned.dayNumber - 1)
        }
        if start < paid.dayNumber { stretches.append(.between(start, paid.dayNumber)) }
        return stretches
    }

    private static func between(_ start: Int, _ end: Int) -> DayStretch {
        DayStretch(start: .nearest(toDayNumber: start), end: .nearest(toDayNumber: end))
    }
}

public import Quantities

/// A time for which the monthly invoice is stopped on the customer's petition, for a journey [abonelik dondurma, 46].
public struct TravelFreeze: Hashable, Sendable {
    /// The first frozen day.
    public let from: CivilDate
    /// The last frozen day; `nil` as long as the day of return is not known.
    public let through: CivilDate?

    /// A freeze over those days; `nil` where the last day lies before the first.
    public init?(from: CivilDate, through: CivilDate?) {
        if let through, through < from { return nil }
        self.from = from
        self.through = through
    }

    /// Whether the day is frozen.
    public func contains(_ day: CivilDate) -> Bool { from <= day && through.map { day <= $0 } ?? true }
}

/// The freezes of a subscription, none overlapping another.
///
/// A freeze stops the invoice, never the meter: what was used meanwhile is billed once after the return, at the
/// day-weighted price of the whole time. No late fee runs on the frozen days.
public struct TravelFreezes: Hashable, Sendable {
    /// The freezes, earliest first; those that overlapped or touched are one.
    public let freezes: [TravelFreeze]

    /// No freeze.
    public static let none = TravelFreezes([])

    /// The freezes of those petitions, in any order; overlapping ones are merged.
    public init(_ petitions: [TravelFreeze]) {
        var merged: [TravelFreeze] = []
        for next in petitions.sorted(by: { $0.from < $1.from }) {
            guard let last = merged.last else {
                merged.append(next)
                continue
            }
            guard let lastThrough = last.through else { break }  // an open freeze swallows all that follow
            if next.from.dayNumber > lastThrough.dayNumber + 1 {
                merged.append(next)
                continue
            }
            let through = next.through.map { max($0, lastThrough) }
            if let whole = TravelFreeze(from: last.from, through: through) { merged[merged.count - 1] = whole }
        }
        freezes = merged
    }

    /// The freeze that holds on `day`, if one does.
    public func freeze(on day: CivilDate) -> TravelFreeze? { freezes.first { $0.contains(day) } }

    /// How many days after `first`, up to and including `last`, are frozen: the days on which no late fee runs.
    public func frozenDays(after first: CivilDate, through last: CivilDate) -> Int {
        var days = 0
        for freeze in freezes {
            let from = max(freeze.from.dayNumber, first.dayNumber + 1)
            let through = min(freeze.through?.dayNumber ?? last.dayNumber, last.dayNumber)
            days += max(0, through - from + 1)
        }
        return days
    }
}

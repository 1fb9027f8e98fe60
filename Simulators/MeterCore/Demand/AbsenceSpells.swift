/// When a customer is away in a year: at most one spell of 3 to 14 days in each half of it.
///
/// An assumption of ours; no statistics of Turkish households' absence were found. Each half of the year has its spell by
/// even chance, so a household is away once a year, 8.5 days at a time on average.
public struct AbsenceSpells: Hashable, Sendable {
    /// First day of the first half's spell, counted from 0; equal to the end where there is none.
    public let firstStart: Int
    /// The day after the first half's spell.
    public let firstEnd: Int
    /// First day of the second half's spell.
    public let secondStart: Int
    /// The day after the second half's spell.
    public let secondEnd: Int

    /// A customer who is always there.
    public static var none: AbsenceSpells { AbsenceSpells(firstStart: 0, firstEnd: 0, secondStart: 0, secondEnd: 0) }

    /// Spells of known days.
    public init(firstStart: Int, firstEnd: Int, secondStart: Int, secondEnd: Int) {
        self.firstStart = firstStart
        self.firstEnd = firstEnd
        self.secondStart = secondStart
        self.secondEnd = secondEnd
    }

    /// The spells of a meter in a year of 365 or 366 days.
    public init(noise: MeterNoise, year: Int) {
        let first = AbsenceSpells.spell(noise.word(MeterNoise.number(ofYear: year, half: 0)))
        let second = AbsenceSpells.spell(noise.word(MeterNoise.number(ofYear: year, half: 1)))
        self.init(
            firstStart: first.start, firstEnd: first.end, secondStart: second.start + 183, secondEnd: second.end + 183)
    }

    /// Whether a day, counted from 0, is one of absence.
    public func contains(day: Int) -> Bool {
        (day >= firstStart && day < firstEnd) || (day >= secondStart && day < secondEnd)
    }

    /// Whether any of the days from `start` to before `end` is one of absence.
    @inlinable
    public func touches(_ start: Int, _ end: Int) -> Bool {
        (firstStart < end && firstEnd > start && firstStart < firstEnd)
            || (secondStart < end && secondEnd > start && secondStart < secondEnd)
    }

    /// What the days from `start` to before `end` weigh for this customer, by the table of the year.
    @inlinable
    public func weight(_ start: Int, _ end: Int, _ days: Span<DemandDay>) -> UInt32 {
        days[end].weight - days[start].weight - loss(start, end, firstStart, firstEnd, days)
            - loss(start, end, secondStart, secondEnd, days)
    }

    @inlinable
    func loss(_ start: Int, _ end: Int, _ spellStart: Int, _ spellEnd: Int, _ days: Span<DemandDay>) -> UInt32 {
        let from = start > spellStart ? start : spellStart
        let to = end < spellEnd ? end : spellEnd
        return from < to ? days[to].loss - days[from].loss : 0
    }

    /// A spell within 182 days: the highest bit decides whether there is one, two others how long and when.
    private static func spell(_ word: UInt32) -> (start: Int, end: Int) {
        guard word >> 31 == 1 else { return (0, 0) }
        let length = 3 + ((((word >> 16) & 0x7FFF) * 12) >> 15)
        let start = ((word & 0xFFFF) * (183 - length)) >> 16
        return (Int(start), Int(start + length))
    }
}

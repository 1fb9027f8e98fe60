/// What became of the readings: each is billed, put off, held, refused or the same as before, and none is lost.
package struct ReadingCounts: Hashable, Sendable, Codable {
    /// Readings given to billing, second looks among them.
    package var given = 0
    /// Of them, second looks.
    package var secondLooks = 0
    /// Billed, or for prepaid meters settled.
    package var billed = 0
    /// Put off: the use stays on the index.
    package var putOff = 0
    /// Held for a person.
    package var held = 0
    /// Refused.
    package var refused = 0
    /// The same as before.
    package var repeated = 0
    /// Given, and without an outcome.
    package var lost = 0
    /// Periods that overlap a period billed before of the same meter: what was billed twice.
    package var double = 0
    /// Wishes of prepaid customers.
    package var wishes = 0
    /// Of them, served less than asked, or not at all.
    package var refusedWishes = 0
    /// Of them, without an answer.
    package var unansweredWishes = 0

    /// Nothing given.
    package init() {}

    /// Counts a batch and its outcomes.
    mutating func count(_ readings: [FleetReading], _ outcomes: [ReadingOutcome]) {
        given += readings.count
        lost += readings.count - min(outcomes.count, readings.count)
        for (reading, outcome) in zip(readings, outcomes) {
            switch outcome {
            case .billed(let period):
                billed += 1
                // An answer to another reading is none to this one.
                if period.meter != reading.meter || period.order != reading.order { lost += 1 }
            case .putOff: putOff += 1
            case .held: held += 1
            case .refused: refused += 1
            case .repeated: repeated += 1
            }
        }
    }

    /// Adds another shard's.
    package mutating func add(_ other: ReadingCounts) {
        given += other.given
        secondLooks += other.secondLooks
        billed += other.billed
        putOff += other.putOff
        held += other.held
        refused += other.refused
        repeated += other.repeated
        lost += other.lost
        double += other.double
        wishes += other.wishes
        refusedWishes += other.refusedWishes
        unansweredWishes += other.unansweredWishes
    }
}

public import Quantities

/// What the books know of a counter; asked only where its newest reading gives reason to.
public protocol CounterBooks {
    /// What asking may throw: a database's error, or `Never`.
    associatedtype Failure: Error

    /// Whether readings came after that day which no invoice ended with.
    func hasUnbilled(after day: CivilDate) throws(Failure) -> Bool

    /// The newest readings before that one, billed or not, and that one; the oldest first.
    func readings(through last: MeterReading) throws(Failure) -> [MeterReading]

    /// What the connection used from reading to reading, the newest period ending with that one; the oldest first.
    func uses(through last: MeterReading) throws(Failure) -> [PastUse]

    /// What the nearest customers of its kind used between two days, of those whose readings say so.
    func peerUse(from: CivilDate, through: CivilDate) throws(Failure) -> [MeterVolume]
}

extension FaultPolicy {
    /// Faults 1 to 4 by a counter's readings: which comparisons a new reading asks for, and with what history.
    ///
    /// A reading that rises after one that rose, as nearly all do, asks the books nothing more. Over an exchange nothing is
    /// compared. A flag is for a person to look at and moves no money.
    ///
    /// - Parameters:
    ///   - question: what the plausibility rules were asked about the reading.
    ///   - assessment: what they said.
    ///   - books: what is known of the counter.
    ///   - limits: those rules.
    /// - Returns: the flags, of a reading that is billed and of one that is held.
    /// - Throws: what the books throw.
    public func counterFaults<Books: CounterBooks>(
        _ question: PlausibilityQuestion, _ assessment: PlausibilityAssessment, in books: Books,
        _ limits: PlausibilityPolicy
    ) throws(Books.Failure) -> [FaultFlag] {
        guard question.exchanges.isEmpty else { return [] }
        var flags = [rollover(assessment)].compactMap { $0 }
        let (first, last) = (question.first, question.last)
        if last.index.value > first.index.value {
            guard try books.hasUnbilled(after: first.date) else { return flags }
        }
        if last.index.value == first.index.value {
            let periods = try books.uses(through: last)
            let from = periods.last { $0.volume > .zero }?.through ?? first.date
            let peers = try books.peerUse(from: from, through: last.date)
            if let flag = stuckIndex(periods: periods, peers: peers, isActive: question.isActive) {
                flags.append(flag)
            }
        }
        let readings = try books.readings(through: last)
        if let flag = reverseFlow(readings: readings, of: question.meter, limits) { flags.append(flag) }
        if let flag = slippingWheel(readings: readings, asked: question, limits) { flags.append(flag) }
        return flags
    }

    /// Fault 25 among readings that the rules hold: those that would pass on each other's meter.
    ///
    /// Each is compared with the few that were held just before it: a reader who mixes two up does so on one stair.
    ///
    /// - Parameters:
    ///   - held: what the rules were asked about each, with whose reading it is, in the order of the round.
    ///   - limits: those rules.
    /// - Returns: flags with the place of their reading.
    public func swapped<Connection: Equatable>(
        among held: [(connection: Connection, question: PlausibilityQuestion)], _ limits: PlausibilityPolicy
    ) -> [(place: Int, flag: FaultFlag)] {
        var flags: [(place: Int, flag: FaultFlag)] = []
        for (place, one) in held.enumerated() {
            for other in max(0, place - max(swapNeighbours, 0))..<place
            where held[other].connection != one.connection {
                guard let flag = swapped(held[other].question, one.question, limits),
                    let mirror = swapped(one.question, held[other].question, limits)
                else { continue }
                flags += [(other, flag), (place, mirror)]
            }
        }
        return flags
    }
}

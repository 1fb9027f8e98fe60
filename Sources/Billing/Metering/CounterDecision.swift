public import Quantities

/// What two readings of a counter say about the gas used between them.
///
/// A drop of the index is a rollover only where the use that it would mean is plausible; 5000 → 4980 is a wrong reading,
/// not 99,980 m3. What is held is decided by a person, never by a default.
public enum CounterDecision: Hashable, Sendable {
    /// How an accepted difference came about.
    public enum Course: Hashable, Sendable {
        /// The index rose or stayed.
        case ordinary
        /// The counter passed its largest number and went on from zero.
        case rollover
        /// The meter was replaced between the readings.
        case meterChange
    }

    /// So much went through the counter, before the meter's multiplier.
    case accepted(cubicMetres: Int64, course: Course)
    /// A person decides: the index is lower than the last, and as a rollover it would not be plausible.
    case heldLower
    /// A person decides: the index rose more than `limit`, the most that is plausible.
    case heldImplausible(limit: MeterVolume)
    /// An index has another number of digits than its counter has wheels.
    case rejectedDigits

    /// The decision on two readings, and on the exchange of the meter between them where there was one.
    /// - Parameters:
    ///   - first: The reading that the last invoice ended with.
    ///   - last: The reading now, on the new meter where there was an exchange.
    ///   - wheels: How many black digits the meter has; the new one where there was an exchange.
    ///   - exchange: The exchange between the readings, if there was one.
    ///   - limit: The most m3 on the counter that are plausible for the period, the limit itself included. Without one a
    ///     rise is accepted and every drop is held.
    public init(
        from first: Index, to last: Index, wheels: Int, exchange: MeterExchange? = nil, limit: MeterVolume?
    ) {
        self.init(from: first, to: last, wheels: wheels, exchanges: exchange.map { [$0] } ?? [], limit: limit)
    }

    /// The same decision over any number of exchanges between the readings, the oldest first.
    public init(
        from first: Index, to last: Index, wheels: Int, exchanges: [MeterExchange], limit: MeterVolume?
    ) {
        var tally = CounterTally()
        var start = first
        for exchange in exchanges {
            tally.add(from: start, to: exchange.removedAt, wheels: exchange.removedWheels)
            start = exchange.newMeterStart
        }
        tally.add(from: start, to: last, wheels: wheels)
        self = tally.decision(limit: limit, isMeterChange: !exchanges.isEmpty)
    }
}

/// The counters of a period, one after the other.
struct CounterTally {
    private var cubicMetres: Int128 = 0
    private var isRejected = false
    /// Whether an index dropped.
    private(set) var drops = false

    /// Adds what a counter showed when its part of the period began and ended.
    mutating func add(from first: Index, to last: Index, wheels: Int) {
        guard first.digits == wheels, last.digits == wheels else {
            isRejected = true
            return
        }
        drops = drops || last.value < first.value
        cubicMetres += Int128(last.cubicMetres(since: first))
    }

    /// The decision on all of them: the limit is one of the period, not of a counter.
    func decision(limit: MeterVolume?, isMeterChange: Bool) -> CounterDecision {
        guard !isRejected, let counted = Int64(exactly: cubicMetres) else { return .rejectedDigits }
        if drops && !isPlausible(limit ?? .zero) { return .heldLower }
        if let limit, !isPlausible(limit) { return .heldImplausible(limit: limit) }
        return .accepted(cubicMetres: counted, course: isMeterChange ? .meterChange : drops ? .rollover : .ordinary)
    }

    private func isPlausible(_ limit: MeterVolume) -> Bool { cubicMetres * 1_000 <= Int128(limit.litres) }
}

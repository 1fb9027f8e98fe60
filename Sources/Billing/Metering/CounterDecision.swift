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
        let stretches: [(from: Index, to: Index, wheels: Int)]
        if let exchange {
            stretches = [
                (first, exchange.removedAt, exchange.removedWheels), (exchange.newMeterStart, last, wheels),
            ]
        } else {
            stretches = [(first, last, wheels)]
        }
        guard stretches.allSatisfy({ $0.from.digits == $0.wheels && $0.to.digits == $0.wheels }) else {
            self = .rejectedDigits
            return
        }
        let drops = stretches.contains { $0.to.value < $0.from.value }
        // Two counters of 18 digits at most: the sum stays below 2 × 10^18, which fits.
        let cubicMetres = stretches.reduce(Int64(0)) { $0 + $1.to.cubicMetres(since: $1.from) }
        if drops && !Self.isPlausible(cubicMetres, limit: limit ?? .zero) {
            self = .heldLower
            return
        }
        if let limit, !Self.isPlausible(cubicMetres, limit: limit) {
            self = .heldImplausible(limit: limit)
            return
        }
        let course: Course = exchange != nil ? .meterChange : drops ? .rollover : .ordinary
        self = .accepted(cubicMetres: cubicMetres, course: course)
    }

    private static func isPlausible(_ cubicMetres: Int64, limit: MeterVolume) -> Bool {
        Int128(cubicMetres) * 1_000 <= Int128(limit.litres)
    }
}

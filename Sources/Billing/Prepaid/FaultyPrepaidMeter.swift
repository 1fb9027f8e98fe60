public import Quantities

/// A prepaid meter that broke down (point 11; row 136; Bağlantı ve Hizmet Bedelleri Usul ve Esasları m.11/3).
///
/// Where a mechanical meter may take its place, the exchange comes first and the prepaid side is closed
/// (`PrepaidClosing` with `exchangeToMechanical`). Otherwise the customer is informed, the removed meter's index is
/// compared with the last reading, that use is corrected, and the result is settled with purchases on the new meter. Either
/// way the lots are the subscriber's and survive the exchange.
public struct FaultyPrepaidMeter: Hashable, Sendable {
    /// What is done.
    public enum Course: String, Hashable, Sendable, CaseIterable {
        /// A mechanical meter takes its place; the prepaid side is closed.
        case exchangeToMechanical
        /// Another prepaid meter does; customer informed, corrected, settled at its next purchases.
        case informAndCorrect
    }

    /// What is done.
    public let course: Course
    /// The last reading before the fault.
    public let lastReading: MeterReading
    /// What the meter showed when it was taken off.
    public let removal: MeterReading
    /// What was used between them.
    public let use: MeterVolume

    /// The case of a meter that was removed.
    ///
    /// - Parameters:
    ///   - isMechanicalExchangeDue: Whether m.11/3 lets a mechanical meter take its place.
    ///   - lastReading: The last reading before the fault.
    ///   - removal: The index and the day of removal.
    ///   - wheels: How many black digits the meter has.
    ///   - multiplier: The meter's multiplier.
    ///   - limit: The most m3 on the counter that are plausible.
    /// - Throws: `PrepaidError.indexHeld` where a person must decide, `.overflow` where the use does not fit.
    public init(
        isMechanicalExchangeDue: Bool, lastReading: MeterReading, removal: MeterReading, wheels: Int,
        multiplier: MeterMultiplier = MeterMultiplier(thousandths: 1000), limit: MeterVolume?
    ) throws(PrepaidError) {
        let decision = CounterDecision(from: lastReading.index, to: removal.index, wheels: wheels, limit: limit)
        guard case .accepted(let cubicMetres, _) = decision, removal.date >= lastReading.date else {
            throw .indexHeld(first: lastReading.index, last: removal.index)
        }
        course = isMechanicalExchangeDue ? .exchangeToMechanical : .informAndCorrect
        self.lastReading = lastReading
        self.removal = removal
        do throws(ArithmeticError) {
            use = try MeterVolume(counted: cubicMetres, multiplier: multiplier)
        } catch {
            throw .overflow(.measuredVolume)
        }
    }
}

import MeterCore
public import Quantities

/// The line of one meter in a reader's book: what was written last and when, from which an estimate goes on.
public struct BookLine: Hashable, Sendable {
    /// Whole m³ as they were written last, or the index that the book began with.
    public private(set) var cubicMetres: Int
    private var date: CivilDate
    /// Millilitres that the meter uses on a mean day.
    private let daily: Int
    private let wheels: Int

    /// The line of a meter before its first reading.
    ///
    /// - Parameters:
    ///   - index: whole m³ that the book began with.
    ///   - date: the day of that index.
    ///   - meter: the meter, for what it usually uses.
    ///   - blackWheels: its wheels of whole m³.
    public init(index: Int, on date: CivilDate, of meter: FleetMeter, blackWheels: Int) {
        cubicMetres = index
        self.date = date
        daily = Int(meter.demand.meanYear / 365)
        wheels = blackWheels
    }

    /// Writes a reading as its reader does: right, wrong, from the neighbour's line or by what the days since the last one
    /// usually take.
    ///
    /// - Parameters:
    ///   - reading: the reading, not before the last one.
    ///   - shown: whole m³ that the wheels show.
    ///   - neighbour: what the neighbour's wheels show at that hour; nil where there is none.
    /// - Returns: whole m³ as they are written.
    public mutating func write(_ reading: PlannedReading, shown: Int, neighbour: Int?) -> Int {
        let usual = date.days(until: reading.date) * daily / 1_000_000
        cubicMetres = reading.slip.written(
            reading: shown, neighbour: neighbour, last: cubicMetres, usual: usual, wheels: wheels)
        date = reading.date
        return cubicMetres
    }
}

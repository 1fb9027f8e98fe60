public import Quantities

/// What a customer used between two readings, as history for the next one.
public struct PastUse: Hashable, Sendable {
    /// The day of the first reading.
    public let from: CivilDate
    /// The day of the last reading.
    public let through: CivilDate
    /// The volume behind the meter's multiplier, before K.
    public let volume: MeterVolume
    /// The degree-days of the period in tenths of a kelvin-day [derece-gün]; `nil` where no weather is at hand.
    public let tenthsOfDegreeDays: Int64?
    /// Whether the period ended with an estimate instead of a reading.
    public let isEstimate: Bool

    /// The longest period that is history, some eleven years.
    static let mostDays = 4_000
    /// The largest volume that is history, 10^9 m3 in litres: with it no figure of the regression can overflow.
    static let mostLitres: Int64 = 1_000_000_000_000
    /// The most degree-days of a period, in tenths.
    static let mostTenths: Int64 = 10_000_000

    /// A period of 1 to 4,000 days, 0 to 10^9 m3 and 0 to 10^6 degree-days; `nil` for what is no history.
    public init?(
        from: CivilDate, through: CivilDate, volume: MeterVolume, tenthsOfDegreeDays: Int64? = nil,
        isEstimate: Bool = false
    ) {
        guard (1...Self.mostDays).contains(from.days(until: through)), (0...Self.mostLitres).contains(volume.litres),
            (0...Self.mostTenths).contains(tenthsOfDegreeDays ?? 0)
        else { return nil }
        self.from = from
        self.through = through
        self.volume = volume
        self.tenthsOfDegreeDays = tenthsOfDegreeDays
        self.isEstimate = isEstimate
    }

    /// The days after the first reading, the last reading's included.
    public var days: Int { from.days(until: through) }

    /// The periods between the readings of one meter, oldest first in, oldest first out.
    ///
    /// Where the index fell there is no period: through zero or in error, it says nothing of the usual use.
    public static func between(_ readings: [MeterReading], multiplier: MeterMultiplier) -> [PastUse] {
        zip(readings, readings.dropFirst()).compactMap { first, last in
            guard first.index.digits == last.index.digits, first.index.value <= last.index.value,
                let volume = try? MeterVolume(counted: last.index.value - first.index.value, multiplier: multiplier)
            else { return nil }
            return PastUse(from: first.date, through: last.date, volume: volume)
        }
    }
}

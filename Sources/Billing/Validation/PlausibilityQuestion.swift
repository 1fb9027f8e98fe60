public import Quantities

/// Everything that is known when a reading is asked about: the reading, the meter, its history and its peers.
///
/// What is not known is left out; the rules that need it then have nothing to say.
public struct PlausibilityQuestion: Hashable, Sendable {
    /// The meter that the reading is of.
    public var meter: Meter
    /// The reading that the last invoice ended with.
    public var first: MeterReading
    /// The reading that is asked about, on the new meter where there was an exchange.
    public var last: MeterReading
    /// The exchanges of the meter between the two, the oldest first; none for most.
    public var exchanges: [MeterExchange] = []
    /// The day on which it is asked, since no reading is of a later one; `nil` leaves that unasked.
    public var today: CivilDate?
    /// The periods before, on this connection, in any order.
    public var history: [PastUse] = []
    /// The degree-days since the first reading, in tenths of a kelvin-day.
    public var tenthsOfDegreeDays: Int64?
    /// What a customer of the class uses a day in each month, where there is no history.
    public var classUse: ClassUse?
    /// Whether somebody takes gas there under a contract.
    public var isActive = true
    /// Whether the index is an estimate, not read.
    public var isEstimate = false
    /// Whether the reading that the last invoice ended with is in dispute.
    public var isFirstDisputed = false
    /// The places of the digits that were read with doubt, from the left, the first being 0.
    public var doubtfulPlaces: [Int] = []
    /// Whether a person typed the index: people swap neighbouring digits, machines do not.
    public var isTyped = false
    /// What a converter's own counter went on over the same days: where it says as much, no digit was misread.
    public var secondCounter: MeterVolume?
    /// The sub-meters behind a main meter, over the same days.
    public var subMeters: SubMeters?

    /// A question of a meter, its last billed reading and a new one.
    public init(meter: Meter, first: MeterReading, last: MeterReading) {
        self.meter = meter
        self.first = first
        self.last = last
    }

    /// The days after the first reading, the last one's included; negative where it is of an earlier day.
    public var days: Int { first.date.days(until: last.date) }
}

/// What a customer of a tariff class uses a day in each of the twelve months, before K.
public struct ClassUse: Hashable, Sendable {
    /// Litres a day, January first.
    public let litresADay: [Int64]

    /// A class of twelve figures, each 0 to 10^9 litres a day; `nil` for another number or size of them.
    public init?(litresADay: [Int64]) {
        guard litresADay.count == 12, litresADay.allSatisfy({ (0...1_000_000_000).contains($0) }) else { return nil }
        self.litresADay = litresADay
    }
}

/// What the sub-meters of a building measured, and its main meter, over the same days.
public struct SubMeters: Hashable, Sendable {
    /// The main meter's volume.
    public let main: MeterVolume
    /// The sub-meters' volumes.
    public let parts: [MeterVolume]

    /// Those volumes.
    public init(main: MeterVolume, parts: [MeterVolume]) {
        self.main = main
        self.parts = parts
    }
}

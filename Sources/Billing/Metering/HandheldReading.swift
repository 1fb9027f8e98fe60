public import Quantities

/// A reading from a handheld terminal with its two times: taken at the meter, received in the office (point 2 [anlık aktarım]). [126]
public struct HandheldReading: Hashable, Sendable {
    /// What counts as instant.
    public struct Policy: Hashable, Sendable {
        /// The version, stored with the reading.
        public let version: String
        /// The most seconds between the two times of a reading that is not late.
        public let mostSeconds: Int64
        /// How many seconds the terminal's clock may be ahead of the office's.
        public let clockTolerance: Int64

        /// A policy of those values; `nil` for negative seconds.
        public init?(version: String, mostSeconds: Int64, clockTolerance: Int64) {
            guard mostSeconds >= 0, clockTolerance >= 0 else { return nil }
            self.init(checked: version, mostSeconds, clockTolerance)
        }

        init(checked version: String, _ mostSeconds: Int64, _ clockTolerance: Int64) {
            self.version = version
            self.mostSeconds = mostSeconds
            self.clockTolerance = clockTolerance
        }
    }

    /// The meter.
    public let meter: MeterSerial
    /// What it showed, on the day on which it was read.
    public let reading: MeterReading
    /// When it was read at the meter.
    public let taken: CivilMoment
    /// When it came in.
    public let received: CivilMoment
    /// The policy.
    public let policy: Policy

    /// A reading with its times; throws `receivedBeforeTaken` where the terminal's clock must be wrong.
    public init(
        meter: MeterSerial, index: Index, taken: CivilMoment, received: CivilMoment, policy: Policy = .shipped
    ) throws(HandheldReadingError) {
        guard taken.seconds(until: received) >= -policy.clockTolerance else {
            throw .receivedBeforeTaken(taken: taken, received: received)
        }
        self.meter = meter
        reading = MeterReading(index: index, date: taken.date)
        self.taken = taken
        self.received = received
        self.policy = policy
    }

    /// How many seconds it was on its way; none where the clocks differ within the tolerance.
    public var secondsOnTheWay: Int64 { max(0, taken.seconds(until: received)) }

    /// Whether it came late, which is written down with it.
    public var isLate: Bool { secondsOnTheWay > policy.mostSeconds }
}

/// Why a reading is not taken over.
public enum HandheldReadingError: Error, Hashable, Sendable {
    /// It was received before it was taken: set the terminal's clock, and let a person decide on the day.
    case receivedBeforeTaken(taken: CivilMoment, received: CivilMoment)
}

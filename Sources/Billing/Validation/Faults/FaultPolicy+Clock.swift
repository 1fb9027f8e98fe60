public import Quantities

/// What a device's clock shows, and between which moments that was in truth.
public struct ClockReading: Hashable, Sendable {
    /// What it shows.
    public let shown: CivilMoment
    /// The earliest moment at which it can have shown that: of a card, when it was last sold at the desk.
    public let earliest: CivilMoment
    /// The latest: when it was read out, or the card came back.
    public let latest: CivilMoment

    /// A clock between two moments.
    public init(shown: CivilMoment, earliest: CivilMoment, latest: CivilMoment) {
        self.shown = shown
        self.earliest = earliest
        self.latest = latest
    }

    /// How far it is off at least, in seconds: above zero ahead, below zero behind.
    public var secondsOff: Int64 {
        max(latest.seconds(until: shown), 0) + min(earliest.seconds(until: shown), 0)
    }
}

extension FaultPolicy {
    /// Fault 17: a clock that drifts, was set to another time or began anew is off by more than clocks are.
    ///
    /// A record that is only late has its right time, and is none.
    public func clock(_ reading: ClockReading) -> FaultFlag? {
        let off = reading.secondsOff
        guard off.magnitude > UInt64(max(clockSeconds, 0)) else { return nil }
        return FaultFlag(.clock, [.init(.clockError, DecimalFigure(off))])
    }
}

public import Quantities

/// A line of a plan about what goes wrong: a kind of fault, for whom, how often, how long and how badly.
public struct FaultRule: Hashable, Sendable {
    /// Which meters have it.
    public enum Scope: Hashable, Sendable {
        /// Any meter that can, by chance: so many in a million meters and years.
        case rate(perMillionMeterYears: Int)
        /// One meter by its number, for certain.
        case meter(Int)
    }

    /// What goes wrong.
    public var kind: FaultKind
    /// In which way; nil where each is as likely.
    public var variant: FaultVariant?
    /// For whom.
    public var scope: Scope
    /// Numbers of the groups that have it, nil for all that can; not for a named meter.
    public var groups: [Int]?
    /// The first day on which it may begin, nil for the plan's first; a named meter's begins on it.
    ///
    /// With neither `from` nor `to`, faults that began before the plan and last into it are drawn as well.
    public var from: CivilDate?
    /// The day before which it must begin, nil for the plan's end; not for a named meter.
    public var to: CivilDate?
    /// Days that it lasts, drawn evenly.
    public var days: ClosedRange<Int>
    /// How badly, drawn evenly, in the finest part of the kind's ``SeverityUnit``.
    public var severity: ClosedRange<Int>

    /// A rule that takes from the catalogue what it does not say.
    public init(
        kind: FaultKind, variant: FaultVariant? = nil, scope: Scope, groups: [Int]? = nil, from: CivilDate? = nil,
        to: CivilDate? = nil, days: ClosedRange<Int>? = nil, severity: ClosedRange<Int>? = nil
    ) {
        self.kind = kind
        self.variant = variant
        self.scope = scope
        self.groups = groups
        self.from = from
        self.to = to
        self.days = days ?? kind.trait.usualDays
        self.severity = severity ?? kind.trait.usualSeverities
    }
}

/// One fault of one meter.
public struct Fault: Hashable, Sendable {
    /// Number of the meter.
    public let meter: Int
    /// What goes wrong.
    public let kind: FaultKind
    /// In which way.
    public let variant: FaultVariant
    /// Its first hour.
    public let start: FleetHour
    /// The hour after its last.
    public let end: FleetHour
    /// How badly, in the finest part of the kind's ``SeverityUnit``; 0 changes nothing.
    public let severity: Int
    /// Tells apart what is drawn for two faults of a meter.
    public let key: UInt64

    /// A fault.
    public init(
        meter: Int, kind: FaultKind, variant: FaultVariant = .plain, start: FleetHour, end: FleetHour, severity: Int,
        key: UInt64 = 0
    ) {
        self.meter = meter
        self.kind = kind
        self.variant = variant
        self.start = start
        self.end = end
        self.severity = severity
        self.key = key
    }

    /// Whether it is on in an hour.
    public func isOn(_ hour: FleetHour) -> Bool { start <= hour && hour < end && severity > 0 }

    /// Whether it shares an hour with a window.
    public func touches(_ window: Range<FleetHour>) -> Bool { start < window.upperBound && window.lowerBound < end }

    /// The hour within its time that is nearest to an hour.
    func clamped(_ hour: FleetHour) -> FleetHour { min(max(hour, start), end) }

    /// The severity as a part of a whole.
    var share: Share { Share(millionths: UInt32(min(max(severity, 0), 1_000_000))) }
}

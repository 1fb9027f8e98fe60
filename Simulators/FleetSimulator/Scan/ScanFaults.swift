/// What a scan has to know of faults: which meters have one, and what their index then shows.
///
/// A meter with a fault is read alone, slower than its sound neighbours.
public protocol ScanFaults: Sendable {
    /// Whether the meter is read alone.
    func isFaulty(_ meter: Int) -> Bool

    /// What the index of such a meter shows.
    ///
    /// - Parameters:
    ///   - meter: a meter for which ``isFaulty(_:)`` is true.
    ///   - hour: when it is read.
    ///   - truth: what has truly passed since the fleet began, in millilitres.
    ///   - sound: what its index would show without the fault, in counts of the meter.
    /// - Returns: the index in counts of the meter.
    func counts(of meter: Int, at hour: FleetHour, truth: UInt64, sound: UInt64) -> UInt64
}

/// A fleet without faults.
public struct NoFaults: ScanFaults {
    /// No fault at all.
    public init() {}
    /// Never.
    public func isFaulty(_ meter: Int) -> Bool { false }
    /// The sound index.
    public func counts(of meter: Int, at hour: FleetHour, truth: UInt64, sound: UInt64) -> UInt64 { sound }
}

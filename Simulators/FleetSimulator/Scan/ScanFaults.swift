/// What a scan has to know of faults: which meters have one, and what is then read of them.
///
/// A meter with a fault is read alone, slower than its sound neighbours.
public protocol ScanFaults: Sendable {
    /// What is read of a meter with a fault.
    associatedtype Course: FaultyCourse

    /// What is read of a meter, or nil where it has no fault.
    ///
    /// - Parameters:
    ///   - meter: the meter's number in the fleet.
    ///   - part: which part of the scan it belongs to.
    /// - Returns: its course, made anew for each call.
    func course(of meter: Int, part: Int) -> Course?
}

/// What is read of one meter with a fault, hour by hour.
public protocol FaultyCourse {
    /// What the digest takes for a reading.
    ///
    /// - Parameters:
    ///   - hour: when it is read.
    ///   - used: what its customer has used since the fleet began, in millilitres.
    ///   - sound: what its index would show without the fault, in counts of the meter.
    /// - Returns: what the index shows, in counts of the meter, and what has truly passed, in millilitres.
    func reading(at hour: FleetHour, used: UInt64, sound: UInt64) -> (counts: UInt64, truth: UInt64)
}

/// A fleet without faults.
public struct NoFaults: ScanFaults {
    /// No fault at all.
    public init() {}
    /// Never one.
    public func course(of meter: Int, part: Int) -> Never? { nil }
}

extension Never: FaultyCourse {
    /// Never called.
    public func reading(at hour: FleetHour, used: UInt64, sound: UInt64) -> (counts: UInt64, truth: UInt64) {
        switch self {}
    }
}

/// The faults of a plan, for a scan whose parts are the plan's groups in order.
public struct PlannedFaults: ScanFaults {
    private let fleet: PlannedFleet

    /// The faults of a fleet.
    public init(_ fleet: PlannedFleet) { self.fleet = fleet }

    /// The wheels of a meter that has any fault in the plan's time, or nil.
    public func course(of meter: Int, part: Int) -> WheelCourse? {
        guard fleet.schedule.gate(group: part).passes(meter), !fleet.schedule.faults(of: meter, group: part).isEmpty
        else { return nil }
        let mould = fleet.moulds[part]
        return WheelCourse(
            wheels: fleet.wheels(of: meter), indicated: IndicatedVolume(fleet.curve(of: meter), of: mould),
            countsPerMillilitre: mould.countsPerMillilitre)
    }
}

extension PlannedFleet {
    /// The digest of all readings of a period, with the plan's faults.
    ///
    /// The same as ``FleetScan/digest(of:faults:threads:)`` with ``PlannedFaults``, compiled for them.
    ///
    /// - Parameters:
    ///   - period: which hours of the plan.
    ///   - threads: how many work at once; the digest does not depend on it.
    /// - Returns: the digest of index and truth of every meter and hour or day.
    public func digest(of period: ScanPeriod, threads: Int) -> ReadingDigest {
        scan.digest(of: period, faults: PlannedFaults(self), threads: threads)
    }
}

/// The wheels of a meter under its faults, as a scan reads them.
///
/// A class, for a scan passes it on for every hour, and its faults would be copied with it.
public final class WheelCourse: FaultyCourse {
    private let wheels: FaultyMeter<IndicatedVolume>
    private let indicated: IndicatedVolume
    private let countsPerMillilitre: UInt64

    init(wheels: FaultyMeter<IndicatedVolume>, indicated: IndicatedVolume, countsPerMillilitre: UInt64) {
        self.wheels = wheels
        self.indicated = indicated
        self.countsPerMillilitre = countsPerMillilitre
    }

    /// The index in whole millilitres, with how often the meter was exchanged in the four highest bits; what leaks is truth.
    public func reading(at hour: FleetHour, used: UInt64, sound: UInt64) -> (counts: UInt64, truth: UInt64) {
        let leaked = wheels.leaked(until: hour)
        let index = wheels.index(at: hour, passed: indicated.indicated(Int64(used)) + leaked)
        let counts = UInt64(index.millilitres) * countsPerMillilitre
        return (counts ^ UInt64(index.generation) << 60, used + UInt64(leaked))
    }
}

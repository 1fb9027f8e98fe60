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

/// The wheels of a meter under its faults, as a scan reads them.
public struct WheelCourse: FaultyCourse {
    let wheels: FaultyMeter<IndicatedVolume>
    let indicated: IndicatedVolume
    let countsPerMillilitre: UInt64

    /// The index in whole millilitres, with how often the meter was exchanged in the four highest bits; what leaks is truth.
    public func reading(at hour: FleetHour, used: UInt64, sound: UInt64) -> (counts: UInt64, truth: UInt64) {
        let leaked = wheels.leaked(until: hour)
        let index = wheels.index(at: hour, passed: indicated.indicated(Int64(used)) + leaked)
        let counts = UInt64(index.millilitres) * countsPerMillilitre
        return (counts ^ UInt64(index.generation) << 60, used + UInt64(leaked))
    }
}

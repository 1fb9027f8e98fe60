import Quantities

/// The fleet that a plan makes: its meters, their faults and their readings, each a pure function of the meter's number.
///
/// Holds the tables of each group (some 100 KB for a place, a demand and a year) and nothing for a meter.
public struct PlannedFleet: Sendable {
    /// The plan.
    public let plan: FleetPlan
    /// What goes wrong, and when.
    public let schedule: FaultSchedule
    /// When meters are read.
    public let readings: ReadingPlan
    /// What the meters of each group are made from.
    public let moulds: [MeterMould]

    /// The fleet of a plan; tables of the same place, demand and time are made once.
    public init(_ plan: FleetPlan) {
        self.plan = plan
        schedule = FaultSchedule(plan)
        readings = ReadingPlan(plan)
        let years = plan.start.year...plan.end.year
        var tables: [DemandTables] = []
        moulds = plan.groups.map { group in
            let found = tables.first { $0.place == group.place && $0.demand == group.demand }
            let table =
                found ?? DemandTables(place: group.place, demand: group.demand, seed: plan.seed, years: years)
            if found == nil { tables.append(table) }
            return MeterMould(seed: plan.seed, specification: MeterSpecification(group), tables: table)
        }
    }

    /// The parts that a scan of the fleet reads.
    public var scan: FleetScan {
        FleetScan(
            parts: plan.groups.indices.map {
                FleetScan.Part(mould: moulds[$0], meters: plan.firstMeters[$0]..<plan.firstMeters[$0 + 1])
            },
            since: plan.hours.lowerBound)
    }

    /// The true volume that a meter's customer uses, as if it had no fault.
    public func curve(of meter: Int) -> MeterCurve {
        MeterCurve(meter, of: moulds[plan.group(of: meter)], since: plan.hours.lowerBound)
    }

    /// A meter's wheels under its faults.
    ///
    /// What passes is counted with the meter's own error, which is within its class; so are the truths of its faults.
    public func wheels(of meter: Int) -> FaultyMeter<IndicatedVolume> {
        let group = plan.group(of: meter)
        let truth = curve(of: meter)
        return FaultyMeter(
            IndicatedVolume(truth, of: moulds[group]), faults: schedule.faults(of: meter, group: group),
            blackWheels: plan.groups[group].blackWheels,
            startIndex: Int64(truth.meter.index(afterMillilitres: 0)), hours: plan.hours)
    }

    /// Serial number of the meter that hangs there after so many exchanges; no two of a fleet share one.
    public func serial(of meter: Int, generation: Int) -> Int {
        // Numbers of meters that take another's place are counted from the top.
        let number =
            generation == 0
            ? meter : MeterNumbers.capacity - 1 - (meter + (generation - 1) * plan.count) % (MeterNumbers.capacity / 2)
        return MeterNumbers.serial(of: number, seed: plan.seed)
    }

    /// The meter that a serial number hangs at in some hour of the plan, before or after an exchange; nil for none.
    public func meter(ofSerial serial: Int) -> Int? {
        if let first = (0..<plan.count).first(where: { self.serial(of: $0, generation: 0) == serial }) { return first }
        for group in plan.groups.indices {
            for meter in plan.firstMeters[group]..<plan.firstMeters[group + 1] {
                let exchanges = schedule.faults(of: meter, group: group).count { $0.isExchange && $0.severity > 0 }
                for generation in 0..<exchanges where self.serial(of: meter, generation: generation + 1) == serial {
                    return meter
                }
            }
        }
        return nil
    }

    /// Number of the installation that a meter stands in.
    public func installation(of meter: Int) -> Int { MeterNumbers.installation(of: meter, seed: plan.seed) }
}

extension MeterSpecification {
    /// What the meters of a group have in common.
    init(_ group: MeterGroup) {
        self.init(
            place: group.place, demand: group.demand, size: group.size, blackWheels: group.blackWheels,
            gaugePressure: group.supplyMillibar, baseCubicMetres: group.yearlyCubicMetres, dwellings: group.dwellings,
            yearsInService: group.yearsInService, startIndex: group.startIndex)
    }
}

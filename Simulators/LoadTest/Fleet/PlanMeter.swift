import Billing
import FleetSimulator
import MeterCore
import Quantities

/// A meter of a plan while a shard is stepped.
struct PlanMeter {
    let number: Int
    let group: Int
    let kind: MeterKind
    /// Its faults; of the truth only what is none, rollovers and exchanges.
    let faults: [Fault]
    /// What a sound meter counts.
    let curve: IndicatedVolume
    /// What it showed when the plan began, in millilitres.
    let startIndex: Int64
    /// The wheels under faults; nil without any, and for prepaid meters, which are stepped.
    let wheels: FaultyMeter<IndicatedVolume>?
    /// The place of its card among the shard's; nil without one.
    var card: Int?
    /// The place of its corrector among the shard's; nil without one.
    var corrector: Int?
    /// What was written at the last reading, for a reader who only estimates.
    var lastWritten: Int
    /// What was shown at the newest readings, by their order numbers.
    var shown: [ShownReading] = []

    init(_ number: Int, _ fleet: PlanFleet, isFaultless: Bool) {
        let plan = fleet.planned.plan
        group = plan.group(of: number)
        self.number = number
        kind = plan.groups[group].kind
        let all = fleet.planned.schedule.faults(of: number, group: group)
        let kept = isFaultless ? all.filter { PlanMeter.isNone($0) } : all
        faults = kept
        let truth = MeterCurve(number, of: fleet.moulds[group], since: plan.hours.lowerBound)
        curve = IndicatedVolume(truth, of: fleet.moulds[group])
        startIndex = Int64(truth.meter.index(afterMillilitres: 0))
        lastWritten = Int(startIndex / 1_000_000)
        if all.isEmpty || kind == .prepaid {
            wheels = nil
        } else {
            wheels = FaultyMeter(
                curve, faults: kept, blackWheels: plan.groups[group].blackWheels, startIndex: startIndex,
                hours: plan.hours)
        }
        if let wheels { lastWritten = wheels.index(at: plan.hours.lowerBound).cubicMetres }
    }

    /// What is nothing wrong, so that the truth has it too: a counter that turns over, a meter that is exchanged.
    static func isNone(_ fault: Fault) -> Bool {
        fault.kind == .rollover || fault.kind == .meterIdentity && fault.variant == .exchange
    }

    /// What it showed when the plan began, in whole m³.
    var openingIndex: Int { lastWritten }
}

/// What a meter showed when somebody stood before it.
struct ShownReading {
    let order: Int
    let date: CivilDate
    /// The whole m³ of the wheels.
    let index: Int
    /// What the reader wrote of them.
    let written: Int
    let generation: Int
    let note: ReaderNote
    let registers: CorrectorRegisters?
    let status: MeterStatus
}

/// The corrector of a meter: stepped by the hour under faults, by the day without.
enum PlanCorrector {
    case steady(SteadyCorrector)
    case run(CorrectorRun<IndicatedVolume, SiteGas>)

    init(
        _ fleet: PlanFleet, _ group: Int, _ curve: IndicatedVolume, _ faults: [Fault],
        _ wheels: FaultyMeter<IndicatedVolume>?
    ) {
        let plan = fleet.planned.plan
        let gas = SiteGas(place: plan.groups[group].place, gaugeMillibar: plan.groups[group].supplyMillibar)
        if let wheels {
            self = .run(
                CorrectorRun(
                    wheels: wheels, gas: gas, faults: faults, settings: fleet.correctors.settings(gas),
                    factors: fleet.correctors.factors, pulseVolume: 100_000, epoch: plan.hours.lowerBound))
        } else {
            self = .steady(SteadyCorrector(curve, gas, fleet.correctors, since: plan.hours.lowerBound))
        }
    }

    /// The corrector at an hour, not before the last one.
    mutating func meter(at hour: FleetHour, _ tables: CorrectorTables) -> CorrectorMeter {
        switch self {
        case .steady(var steady):
            steady.advance(to: hour, tables)
            self = .steady(steady)
            return steady.meter
        case .run(var run):
            run.advance(to: hour)
            self = .run(run)
            return run.meter
        }
    }

    /// Whoever read it has its latched status: it begins again with what is still on.
    mutating func acknowledge() {
        if case .run(var run) = self {
            run.acknowledge()
            self = .run(run)
        }
    }

    /// What its faults did; nil for a corrector without.
    var truths: [FaultTruth]? {
        if case .run(let run) = self { run.truths } else { nil }
    }
}

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
    /// The wheels under faults; nil without any but before a corrector, and for prepaid meters, which are stepped.
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
        if all.isEmpty && kind != .corrector || kind == .prepaid {
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
    /// What there was to be noted: whoever looks again sees that.
    let sight: ReaderNote
    let registers: CorrectorRegisters?
    let status: MeterStatus
    let clock: ClockReading?
}

import Billing
import FleetSimulator
import MeterCore
import Quantities

/// A meter of a plan while a shard is stepped.
struct PlanMeter {
    let number: Int
    let group: Int
    let kind: MeterKind
    /// Its faults; of the truth only those that it has too: rollovers, exchanges and leaks.
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
    /// Its line in the reader's book.
    private(set) var book: BookLine
    /// What was shown at the newest readings, by their order numbers.
    var shown: [ShownReading] = []

    init(_ number: Int, _ fleet: PlanFleet, isFaultless: Bool) {
        let plan = fleet.planned.plan
        group = plan.group(of: number)
        self.number = number
        kind = plan.groups[group].kind
        let all = fleet.planned.schedule.faults(of: number, group: group)
        let kept = isFaultless ? all.filter { $0.isInTruth } : all
        faults = kept
        let truth = MeterCurve(number, of: fleet.moulds[group], since: plan.hours.lowerBound)
        curve = IndicatedVolume(truth, of: fleet.moulds[group])
        startIndex = Int64(truth.meter.index(afterMillilitres: 0))
        if all.isEmpty && kind != .corrector || kind == .prepaid {
            wheels = nil
        } else {
            wheels = FaultyMeter(
                curve, faults: kept, blackWheels: plan.groups[group].blackWheels, startIndex: startIndex,
                hours: plan.hours)
        }
        openingIndex = wheels?.index(at: plan.hours.lowerBound).cubicMetres ?? Int(startIndex / 1_000_000)
        book = PlanMeter.book(openingIndex, truth.meter, plan, group)
    }

    /// What it showed when the plan began, in whole m³.
    private(set) var openingIndex: Int

    /// Begins with what a prepaid meter shows, which only its course knows.
    mutating func open(at index: Int, _ plan: FleetPlan) {
        openingIndex = index
        book = PlanMeter.book(index, curve.truth.meter, plan, group)
    }

    private static func book(_ index: Int, _ meter: FleetMeter, _ plan: FleetPlan, _ group: Int) -> BookLine {
        BookLine(index: index, on: plan.start, of: meter, blackWheels: plan.groups[group].blackWheels)
    }

    /// What the reader writes; see ``FleetSimulator/BookLine/write(_:shown:neighbour:)``.
    mutating func write(_ reading: PlannedReading, shown: Int, neighbour: Int?) -> Int {
        book.write(reading, shown: shown, neighbour: neighbour)
    }
}

/// What a meter showed when somebody stood before it.
struct ShownReading {
    let order: Int
    let date: CivilDate
    /// The whole m³ of the wheels.
    let index: Int
    /// What the reader wrote of them.
    let written: Int
    /// What the meter beside it showed, where the two are swapped; nil elsewhere.
    let beside: Int?
    let generation: Int
    let note: ReaderNote
    /// What there was to be noted: whoever looks again sees that.
    let sight: ReaderNote
    let registers: CorrectorRegisters?
    let status: MeterStatus
    let clock: ClockReading?
}

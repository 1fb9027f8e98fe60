import FleetSimulator
import MeterCore

/// A meter as somebody sees it at one hour.
struct ShownMeter {
    let hour: FleetHour
    /// What the wheels show, in millilitres within their range.
    let index: Int64
    /// What they would show without faults, in millilitres within their range.
    let soundIndex: Int64
    /// What has passed since the plan began, as the meter without faults counts it, in millilitres.
    let counted: Int64
    /// How often the meter has been exchanged, and the serial number of that which hangs there.
    let generation: Int
    let serial: Int
    let sight: ReaderNote

    var cubicMetres: Int { Int(index / 1_000_000) }
}

/// A meter that another took the place of.
struct RemovedMeter {
    let hour: FleetHour
    let removedSerial: Int
    let fittedSerial: Int
    /// What its wheels showed, and what they would have shown without faults, in millilitres.
    let index: Int64
    let soundIndex: Int64
}

/// One meter through a plan, asked forwards from hour to hour: wheels by formula, or a prepaid meter that is stepped.
struct MeterCourse {
    let number: Int
    let group: Int
    let kind: MeterKind
    let faults: [Fault]
    let curve: MeterCurve
    /// Whole mL after which the wheels stand at zero again.
    let range: Int64
    /// What the wheels showed when the plan began, in millilitres; a rollover's meter was built so that it comes to pass.
    let startIndex: Int64
    /// The same of the meter without faults.
    let soundStart: Int64
    /// The wheels of a meter that is not prepaid; of a prepaid one what its faults look like.
    let wheels: FaultyMeter<IndicatedVolume>
    private let soundWheels: FaultyMeter<IndicatedVolume>?
    private(set) var prepaid: PrepaidCourse?
    private let fleet: PlannedFleet
    private let firstSerial: Int

    init(_ number: Int, of fleet: PlannedFleet) {
        let plan = fleet.plan
        self.number = number
        self.fleet = fleet
        firstSerial = fleet.serial(of: number, generation: 0)
        group = plan.group(of: number)
        kind = plan.groups[group].kind
        faults = fleet.schedule.faults(of: number, group: group)
        curve = fleet.curve(of: number)
        let black = plan.groups[group].blackWheels
        range = (0..<black).reduce(1_000_000) { range, _ in range * 10 }
        let counts = IndicatedVolume(curve, of: fleet.moulds[group])
        let start = Int64(curve.meter.index(afterMillilitres: 0))
        func meter(_ faults: [Fault]) -> FaultyMeter<IndicatedVolume> {
            FaultyMeter(counts, faults: faults, blackWheels: black, startIndex: start, hours: plan.hours)
        }
        wheels = meter(faults)
        soundWheels = faults.isEmpty ? nil : meter(faults.filter { $0.isInTruth })
        let first = plan.hours.lowerBound
        if kind == .prepaid {
            let course = PrepaidCourse(number, of: fleet)
            (startIndex, soundStart) = (course.index, course.soundIndex)
            prepaid = course
        } else if faults.isEmpty {
            (startIndex, soundStart) = (start, start)
        } else {
            startIndex = wheels.index(at: first).millilitres
            soundStart = soundWheels?.index(at: first).millilitres ?? start
        }
    }

    /// What is there at an hour, not before the last one that was asked for.
    mutating func shown(at hour: FleetHour) -> ShownMeter {
        let sight = faults.isEmpty ? ReaderNote.none : wheels.sight(at: hour)
        if prepaid != nil {
            prepaid?.advance(to: hour)
            guard let prepaid else { preconditionFailure("the course is there") }
            return ShownMeter(
                hour: hour, index: prepaid.index, soundIndex: prepaid.soundIndex, counted: prepaid.passed,
                generation: prepaid.generation, serial: Int(prepaid.terms.serial), sight: sight)
        }
        let passed = wheels.passed(at: hour)
        let index = wheels.index(at: hour, passed: passed)
        return ShownMeter(
            hour: hour, index: index.millilitres,
            soundIndex: soundWheels?.index(at: hour, passed: passed).millilitres ?? index.millilitres, counted: passed,
            generation: index.generation,
            serial: index.generation == 0 ? firstSerial : fleet.serial(of: number, generation: index.generation),
            sight: sight)
    }

    /// The meters that went until an hour, in order.
    func removals(until hour: FleetHour) -> [RemovedMeter] {
        if let prepaid {
            return prepaid.removals.enumerated().map { place, removal in
                RemovedMeter(
                    hour: removal.hour, removedSerial: fleet.serial(of: number, generation: place),
                    fittedSerial: fleet.serial(of: number, generation: place + 1), index: removal.index,
                    soundIndex: removal.soundIndex)
            }
        }
        let exchanges = faults.filter {
            $0.isExchange && $0.severity > 0
                && fleet.plan.hours.lowerBound <= $0.start && $0.start <= hour
        }
        return exchanges.enumerated().map { place, exchange in
            RemovedMeter(
                hour: exchange.start, removedSerial: fleet.serial(of: number, generation: place),
                fittedSerial: fleet.serial(of: number, generation: place + 1),
                index: wheels.removedIndex(at: exchange.start),
                soundIndex: (soundWheels ?? wheels).removedIndex(at: exchange.start))
        }
    }

    /// What each fault did to wheels and use in the plan's time; asked at its end.
    func truths(until hour: FleetHour) -> [FaultTruth] { prepaid?.truths ?? wheels.truths(until: hour) }
}

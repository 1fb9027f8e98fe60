package import FleetSimulator
package import MeterCore
package import Quantities

/// One meter of a fleet at one hour: what hangs on the wall, what it shows, and what is true.
package struct MeterPortrait: Sendable {
    /// A fault of the meter, and whether it is on.
    package struct Condition: Hashable, Sendable {
        package let fault: Fault
        package let isOn: Bool
        /// What it did until now.
        package let truth: FaultTruth
    }

    /// What a prepaid meter holds.
    package struct Card: Hashable, Sendable {
        /// What is left, in millilitres; below zero where emergency credit is used.
        package let credit: Int64
        package let flags: PrepaidFlags
        package let loadNumber: Int
        /// Visits of the customer until now.
        package let visits: Int
        /// What the appliances would have used, in millilitres.
        package let demanded: Int64
    }

    /// What a corrector shows.
    package struct Corrector: Hashable, Sendable {
        package let meter: CorrectorMeter
        /// Its clock, in seconds since 2000-01-01 00:00:00.
        package let seconds: UInt32
    }

    package let number: Int
    package let hour: FleetHour
    package let group: MeterGroup
    package let installation: Int
    /// Serial of the meter that hangs there now.
    package let serial: Int
    /// How often it has been exchanged.
    package let generation: Int
    /// The year in which that meter was fitted.
    package let fitted: Int
    package let place: RoutePlace
    /// All wheels, black and red.
    package let wheels: WheelCounter
    /// What they show, in millilitres.
    package let index: Int64
    /// What they would show without faults, in millilitres.
    package let soundIndex: Int64
    /// What has passed since the plan began, as the meter without faults counts it, in millilitres.
    package let counted: Int64
    /// What the meter shows too much, in millionths.
    package let partsPerMillion: Int
    /// What its customer uses in a mean year, in millilitres.
    package let meanYear: UInt64
    /// What somebody who stands there sees besides.
    package let sight: ReaderNote
    package let conditions: [Condition]
    package let card: Card?
    package let corrector: Corrector?
    /// The plan's readings of the meter: the last before, and the next.
    package let lastReading: CivilDate?
    package let nextReading: CivilDate?

    /// The portrait of a meter.
    ///
    /// - Parameters:
    ///   - number: the meter's number.
    ///   - fleet: the fleet.
    ///   - hour: within the plan, its end included.
    package init(of number: Int, in fleet: PlannedFleet, at hour: FleetHour) {
        precondition(hour >= fleet.plan.hours.lowerBound && hour <= fleet.plan.hours.upperBound, "within the plan")
        var course = MeterCourse(number, of: fleet)
        let shown = course.shown(at: hour)
        self.number = number
        self.hour = hour
        group = fleet.plan.groups[course.group]
        installation = fleet.installation(of: number)
        (serial, generation, index) = (shown.serial, shown.generation, shown.index)
        (soundIndex, counted, sight) = (shown.soundIndex, shown.counted, shown.sight)
        fitted =
            course.removals(until: hour).last?.hour.date.year
            ?? fleet.plan.start.year - fleet.moulds[course.group].yearsInService(of: number)
        place = RoutePlace(meter: number, calendar: fleet.plan.calendar)
        partsPerMillion = course.curve.meter.partsPerMillion
        meanYear = course.curve.meter.demand.meanYear
        // Thousandths of the last wheel's digit: with three red wheels those are millilitres.
        let thousandths = (0..<3 - group.redWheels).reduce(UInt64(shown.index)) { count, _ in count / 10 }
        wheels = WheelCounter(wheels: group.blackWheels + group.redWheels, thousandths: thousandths)
        var run: CorrectorCourse?
        if course.kind == .corrector {
            var stepped = CorrectorCourse(number, of: fleet, keeping: [])
            stepped.advance(to: hour) { _, _ in }
            run = stepped
        }
        corrector = run.map { Corrector(meter: $0.run.meter, seconds: $0.run.time.seconds) }
        let truths = run?.run.truths ?? course.truths(until: hour)
        conditions = course.faults.map { fault in
            Condition(
                fault: fault, isOn: fault.isOn(hour),
                truth: truths.first { $0.fault == fault } ?? FaultTruth(fault))
        }
        card = course.prepaid.map { prepaid in
            Card(
                credit: prepaid.meter.amountLeft(under: prepaid.terms), flags: prepaid.meter.flags,
                loadNumber: Int(prepaid.meter.loadNumber), visits: prepaid.visits.count, demanded: prepaid.demanded)
        }
        let readings = fleet.readings.readings(of: number)
        lastReading = readings.map(\.hour).filter { $0 <= hour }.max()?.date
        nextReading = readings.map(\.hour).filter { $0 > hour }.min()?.date
    }
}

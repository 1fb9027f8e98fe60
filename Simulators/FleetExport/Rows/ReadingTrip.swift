import FleetSimulator
import MeterCore
import Quantities

/// A reading as it was written at the meter, before its way to the office.
struct WrittenReading {
    let planned: PlannedReading
    let shown: ShownMeter
    /// Whole m³ as the reader wrote them; what a corrector's wheels show, which no reader touches.
    let written: Int
    let note: ReaderNote
    /// Registers of a corrector at that hour.
    var registers: CorrectorRegisters?
}

/// What is read of a corrector beside the wheels.
struct CorrectorRegisters {
    let volume: Int
    let baseVolume: Int
    let disturbed: Int
    let status: Int
    let time: MeterClock.Time

    init(_ run: CorrectorRun<IndicatedVolume, SiteGas>) {
        volume = Int(run.meter.totalVolume / 1_000_000)
        baseVolume = Int(run.meter.totalBaseVolume / 1_000_000)
        disturbed = Int(run.meter.disturbedVolume / 1_000_000)
        status = Int(run.meter.latched.rawValue)
        time = run.time
    }
}

/// The way of one meter's readings: from the wheels over the reader to the office.
struct ReadingTrip {
    let fleet: PlannedFleet

    /// What is written at each of a meter's readings, by reader's slips.
    ///
    /// - Parameters:
    ///   - course: the meter, at the plan's beginning.
    ///   - planned: its readings in order.
    ///   - neighbour: what the neighbour shows at the same hours, asked for where the two are swapped.
    /// - Returns: in the same order.
    func written(
        _ course: inout MeterCourse, _ planned: [PlannedReading], neighbour: () -> [ShownMeter]
    ) -> [WrittenReading] {
        let isRead = course.kind != .corrector
        var book = BookLine(
            index: Int(course.startIndex / 1_000_000), on: fleet.plan.start, of: course.curve.meter,
            blackWheels: fleet.plan.groups[course.group].blackWheels)
        var others: [ShownMeter]?
        return planned.enumerated().map { place, reading in
            let shown = course.shown(at: reading.hour)
            var written = shown.cubicMetres
            if isRead {
                if reading.slip == .swappedNeighbours, others == nil { others = neighbour() }
                written = book.write(
                    reading, shown: written,
                    neighbour: others.flatMap { $0.count > place ? $0[place].cubicMetres : nil })
            }
            return WrittenReading(
                planned: reading, shown: shown, written: written, note: reading.note(seeing: shown.sight))
        }
    }

    /// What came of written readings, in the order of their coming; nil for a meter whose readings nothing meets.
    func delivered(
        _ course: MeterCourse, _ written: [WrittenReading], neighbour: () -> [ShownMeter]
    ) -> [DeliveredReading]? {
        guard course.faults.contains(where: { ReadingTrip.waylays($0) }) else { return nil }
        let clock = MeterClock(faults: course.kind == .diaphragm ? [] : course.faults)
        let taken = written.map { reading in
            let time = reading.registers?.time ?? clock.time(at: reading.planned.hour)
            return TakenReading(
                record: MeterRecord(
                    serial: UInt64(reading.shown.serial), order: UInt32(reading.planned.number + 1),
                    time: time.seconds, litres: UInt64(reading.written) * 1_000, isTimeInvalid: time.isInvalid),
                hour: reading.planned.hour)
        }
        let isSwapped = course.faults.contains { $0.variant == .swappedNeighbours }
        let others =
            !isSwapped
            ? []
            : neighbour().map { shown in
                TakenReading(
                    record: MeterRecord(
                        serial: UInt64(shown.serial), order: 1, time: 0, litres: UInt64(shown.cubicMetres) * 1_000),
                    hour: shown.hour)
            }
        return ReadingTransport(faults: course.faults).deliver(taken, neighbour: others)
    }

    /// Whether a fault meets readings on their way.
    static func waylays(_ fault: Fault) -> Bool {
        switch fault.kind {
        case .readingTransport, .corruptedRecord: true
        case .meterIdentity: fault.variant != .exchange
        default: false
        }
    }

    /// What the neighbour shows at the hours of a meter's readings; none where there is no neighbour.
    func neighbour(of course: MeterCourse, at planned: [PlannedReading]) -> [ShownMeter] {
        guard let other = fleet.plan.neighbour(of: course.number, group: course.group) else { return [] }
        var beside = MeterCourse(other, of: fleet)
        return planned.map { beside.shown(at: $0.hour) }
    }
}

import FleetSimulator
import MeterCore
import Quantities

/// A line of a route file on its way to its place among the others of its books.
struct RouteEntry {
    let contractor: String
    let due: CivilDate
    let line: RouteLine
}

/// Writes all rows of a fleet's meters but those of every hour.
struct ReadingRows {
    let fleet: PlannedFleet
    let dates: DateTexts
    private let trip: ReadingTrip

    init(_ fleet: PlannedFleet, _ dates: DateTexts) {
        self.fleet = fleet
        self.dates = dates
        trip = ReadingTrip(fleet: fleet)
    }

    /// The rows of some meters: their route lines in the order of rounds and walks, as far as these meters go.
    func write(_ meters: Range<Int>, into text: inout ChunkText) {
        var route: [RouteEntry] = []
        for meter in meters { write(meter, into: &text, &route) }
        // Stable by the order of coming, so that a line that came twice stands twice.
        let order = route.indices.sorted { left, right in
            let (a, b) = (route[left], route[right])
            return (a.due, a.line.place, left) < (b.due, b.line.place, right)
        }
        for place in order { write(route[place], into: &text[.route]) }
    }

    private func write(_ meter: Int, into text: inout ChunkText, _ route: inout [RouteEntry]) {
        var course = MeterCourse(meter, of: fleet)
        // In the order of time: a walk that is days late may come after the next one.
        let planned = fleet.readings.readings(of: meter).sorted { ($0.hour, $0.number) < ($1.hour, $1.number) }
        writeRegister(course, into: &text[.meters])
        let beside = course
        let neighbour = { trip.neighbour(of: beside, at: planned) }
        var written = trip.written(&course, planned, neighbour: neighbour)
        let end = fleet.plan.hours.upperBound
        var corrector: CorrectorCourse?
        if course.kind == .corrector {
            var run = CorrectorCourse(meter, of: fleet, keeping: [.daily, .monthly])
            let archive = ArchiveRows(dates: dates)
            for place in written.indices {
                run.advance(to: written[place].planned.hour) {
                    archive.write($1, $0, of: meter, into: &text[.correctorArchive])
                }
                written[place].registers = CorrectorRegisters(run.run)
            }
            run.advance(to: end) { archive.write($1, $0, of: meter, into: &text[.correctorArchive]) }
            corrector = run
        }
        let delivered = trip.delivered(course, written, neighbour: neighbour)
        writeReadings(course, written, delivered, into: &text, &route)
        _ = course.shown(at: end)
        TruthRows(fleet: fleet, dates: dates).write(
            course, written, delivered, corrector?.run.truths, into: &text)
        if let prepaid = course.prepaid { CardRows(fleet: fleet, dates: dates).write(course, prepaid, into: &text) }
        for removal in course.removals(until: end) { write(removal, of: meter, into: &text[.exchanges]) }
    }

    private func writeRegister(_ course: MeterCourse, into text: inout TableText) {
        let plan = fleet.plan
        let group = plan.groups[course.group]
        let place = RoutePlace(meter: course.number, calendar: plan.calendar)
        text.add(course.number)
        text.add(fleet.installation(of: course.number))
        text.add(fleet.serial(of: course.number, generation: 0))
        text.add(group.kind.rawValue)
        text.add(group.name)
        text.add(group.place.rawValue)
        text.add(group.demand.rawValue)
        text.add(group.size?.name ?? "")
        text.add(group.blackWheels)
        text.add(group.redWheels)
        text.add(group.supplyMillibar)
        text.add(plan.tariffName(ofGroup: course.group))
        text.add(plan.regionName(ofGroup: course.group))
        text.add(place.book)
        text.add(place.page)
        text.add(place.line)
        text.add(Int(course.startIndex / 1_000_000))
        text.end()
    }

    private func write(_ removal: RemovedMeter, of meter: Int, into text: inout TableText) {
        text.add(meter)
        text.add(hour: removal.hour, dates)
        text.add(removal.removedSerial)
        text.add(Int(removal.index / 1_000_000))
        text.add(removal.fittedSerial)
        text.add(0)
        text.end()
    }

    private func writeReadings(
        _ course: MeterCourse, _ written: [WrittenReading], _ delivered: [DeliveredReading]?,
        into text: inout ChunkText, _ route: inout [RouteEntry]
    ) {
        guard let delivered else {
            for reading in written { write(course, reading, nil, into: &text, &route) }
            return
        }
        for way in delivered {
            guard let reading = written.first(where: { $0.planned.number + 1 == Int(way.taken.record.order) }) else {
                continue
            }
            write(course, reading, way, into: &text, &route)
        }
    }

    /// A reading as it came; `way` is nil where nothing met it.
    private func write(
        _ course: MeterCourse, _ reading: WrittenReading, _ way: DeliveredReading?, into text: inout ChunkText,
        _ route: inout [RouteEntry]
    ) {
        let received = way?.received
        var (serial, index, error) = (Int?(reading.shown.serial), Int?(reading.written), RecordError?.none)
        switch received {
        case .success(let record)?: (serial, index) = (Int(record.serial), Int(record.litres / 1_000))
        case .failure(let problem)?: (serial, index, error) = (nil, nil, problem)
        case nil: break
        }
        let isUnreadable = way.map { !$0.unreadable.isEmpty } ?? false
        if isUnreadable { (serial, error) = (reading.shown.serial, nil) }
        let contractor = fleet.plan.contractors[reading.planned.contractor].name
        let note = isUnreadable ? .unreadable : reading.note
        text[.readings].add(course.number)
        text[.readings].add(reading.planned.number + 1)
        text[.readings].add(serial)
        text[.readings].add(utf8: dates.utf8(ofDay: FleetHour(reading.planned.due).day))
        let day = reading.registers.map { Int($0.time.seconds / 86_400) } ?? reading.planned.hour.day
        text[.readings].add(utf8: dates.utf8(ofDay: day))
        text[.readings].add(hour: way?.arrival ?? reading.planned.hour, dates)
        text[.readings].add(contractor)
        text[.readings].add(index)
        text[.readings].add(note.rawValue)
        if case .success(let record)? = received, record.isFloat {
            text[.readings].add("F")
        } else {
            text[.readings].add("B")
        }
        text[.readings].add(error?.name ?? "")
        if let way, error != nil { text[.readings].add(hexadecimal: way.bytes) } else { text[.readings].skip() }
        if let registers = reading.registers, error == nil {
            text[.readings].add(registers.volume)
            text[.readings].add(registers.baseVolume)
            text[.readings].add(registers.disturbed)
            text[.readings].add(registers.status)
        } else {
            text[.readings].skip(4)
        }
        text[.readings].end()
        guard course.kind != .corrector else { return }
        route.append(
            RouteEntry(
                contractor: contractor, due: reading.planned.due,
                line: RouteLine(
                    place: RoutePlace(meter: course.number, calendar: fleet.plan.calendar),
                    installation: UInt64(fleet.installation(of: course.number)),
                    serial: UInt64(serial ?? reading.shown.serial), reading: index, date: reading.planned.date,
                    note: note)))
    }

    private func write(_ entry: RouteEntry, into text: inout TableText) {
        text.add(entry.contractor)
        text.add(utf8: dates.utf8(ofDay: FleetHour(entry.due).day))
        text.add(entry.line.place.book)
        text.add(entry.line.place.page)
        text.add(entry.line.place.line)
        text.add(Int(entry.line.installation))
        text.add(Int(entry.line.serial))
        text.add(entry.line.reading)
        text.add(utf8: dates.utf8(ofDay: FleetHour(entry.line.date).day))
        text.add(entry.line.note.rawValue)
        text.end()
    }
}

extension RecordError {
    /// Its name in tables.
    var name: String {
        switch self {
        case .truncated: "truncated"
        case .form: "form"
        case .checksum: "checksum"
        case .digit: "digit"
        }
    }
}

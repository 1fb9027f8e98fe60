import Billing
import FleetSimulator
import MeterCore
package import Quantities

/// A stretch of a plan's fleet, a day after the other.
package struct PlanShard: FleetShard {
    /// A reading on its way: taken on one day, and come on another.
    struct Arrival {
        let place: Int
        let order: Int
        /// What the way did to it; nil for nothing.
        let delivered: DeliveredReading?
    }

    /// A reading that is to be taken.
    struct Visit {
        let place: Int
        let reading: PlannedReading
    }

    let fleet: PlanFleet
    let first: Int
    let isFaultless: Bool
    var meters: [PlanMeter]
    package let register: [RegisterRow]
    private let firstDay: Int
    private var visits: [[Visit]]
    private var arrivals: [[Arrival]]
    /// Which faults the way of a meter's readings met, by their places among its faults.
    private(set) var metOnTheWay: [Int: Set<Int>] = [:]
    private let cards: [Int]
    /// The day on which each of the cards is looked at next.
    private var wakes: [Int]
    private let wakePlaces: [Int: Int]

    init(_ fleet: PlanFleet, _ range: Range<Int>, isFaultless: Bool) {
        let plan = fleet.planned.plan
        self.fleet = fleet
        self.isFaultless = isFaultless
        first = range.lowerBound
        firstDay = plan.hours.lowerBound.day
        let days = plan.hours.upperBound.day - firstDay
        let meters = range.map { PlanMeter($0, fleet, isFaultless: isFaultless) }
        register = meters.map { RegisterRow($0, fleet) }
        let cards = meters.indices.filter { meters[$0].card != nil }
        self.cards = cards
        wakes = [Int](repeating: firstDay, count: cards.count)
        wakePlaces = Dictionary(uniqueKeysWithValues: cards.enumerated().map { ($1, $0) })
        var visits = [[Visit]](repeating: [], count: days)
        var arrivals = [[Arrival]](repeating: [], count: days)
        var met: [Int: Set<Int>] = [:]
        for (place, meter) in meters.enumerated() {
            let readings = fleet.planned.readings.readings(of: meter.number)
            for reading in readings { visits[reading.hour.day - firstDay].append(Visit(place: place, reading: reading)) }
            let isTouched = !isFaultless && meter.faults.contains { PlanShard.waylays($0) }
            guard isTouched else {
                for reading in readings {
                    arrivals[reading.hour.day - firstDay].append(
                        Arrival(place: place, order: reading.number + 1, delivered: nil))
                }
                continue
            }
            let (all, missing) = PlanShard.delivered(meter, readings, fleet)
            for delivered in all {
                let day = delivered.arrival.day - firstDay
                if day < days {
                    arrivals[day].append(
                        Arrival(place: place, order: Int(delivered.taken.record.order), delivered: delivered))
                }
                if let fault = delivered.fault { met[place, default: []].insert(fault) }
            }
            // What never came was met by whoever waited for it.
            for gone in missing where Int(gone.record.order) < readings.count {
                let fault = meter.faults.indices.first { meter.faults[$0].variant == .missing && meter.faults[$0].isOn(gone.hour) }
                if let fault { met[place, default: []].insert(fault) }
            }
        }
        self.meters = meters
        self.visits = visits
        self.arrivals = arrivals
        metOnTheWay = met
    }

    /// Faults of the way from the meter to the office.
    static func waylays(_ fault: Fault) -> Bool {
        switch fault.kind {
        case .readingTransport, .corruptedRecord: true
        case .meterIdentity: fault.variant != .exchange
        default: false
        }
    }

    /// The way of a meter's readings: what comes when, in what state. The index is put in when it comes.
    private static func delivered(
        _ meter: PlanMeter, _ readings: [PlannedReading], _ fleet: PlanFleet
    ) -> (delivered: [DeliveredReading], missing: [TakenReading]) {
        let serial = UInt64(fleet.planned.serial(of: meter.number, generation: 0))
        let taken = readings.map { reading in
            TakenReading(
                record: MeterRecord(
                    serial: serial, order: UInt32(reading.number + 1),
                    time: UInt32(max(Int(reading.hour.number), 0)) * 3_600, litres: 0), hour: reading.hour)
        }
        // A neighbour's reading of the same hours is there to be swapped with.
        let way = ReadingTransport(faults: meter.faults)
        return (way.deliver(taken, neighbour: taken), way.missing(taken))
    }

    package mutating func readings(on day: CivilDate) -> [FleetReading] {
        let offset = FleetHour(day).day - firstDay
        for visit in visits[offset] { look(visit) }
        var readings: [FleetReading] = []
        readings.reserveCapacity(arrivals[offset].count)
        for arrival in arrivals[offset] {
            if let reading = reading(arrival) { readings.append(reading) }
        }
        arrivals[offset] = []
        return readings
    }

    /// Somebody stands before the meter: what it shows is kept until the reading comes.
    private mutating func look(_ visit: Visit) {
        let (place, planned) = (visit.place, visit.reading)
        let hour = planned.hour
        var meter = meters[place]
        var (generation, sight) = (0, ReaderNote.none)
        var index: Int
        var registers: CorrectorRegisters?
        var status: MeterStatus = []
        switch meter.kind {
        case .prepaid:
            meter.card?.advance(to: hour)
            index = meter.card?.cubicMetres ?? 0
            generation = meter.card?.generation ?? 0
            if meter.faults.contains(where: { $0.kind == .sealBroken && $0.isOn(hour) }) { sight = .sealBroken }
        case .diaphragm, .corrector:
            if let wheels = meter.wheels {
                let shown = wheels.index(at: hour)
                (index, generation, sight) = (shown.cubicMetres, shown.generation, wheels.sight(at: hour))
            } else {
                let group = fleet.planned.plan.groups[meter.group]
                let range = (0..<group.blackWheels).reduce(Int64(1_000_000)) { range, _ in range * 10 }
                index = Int((meter.startIndex + meter.curve.millilitres(at: hour)) % range / 1_000_000)
            }
            if let corrector = meter.corrector?.meter(at: hour, fleet.correctors) {
                registers = CorrectorRegisters(
                    corrected: Int64(corrector.totalBaseVolume / 1_000_000),
                    converter: Int64(corrector.totalVolume / 1_000_000),
                    disturbed: Int64(corrector.disturbedVolume / 1_000_000))
                // What was latched since the last reading, and what is on.
                status = MeterStatus(corrector.status.union(corrector.latched.subtracting(meter.latched)))
                meter.latched = corrector.latched
            }
        }
        if isFaultless { sight = .none }
        let note = planned.note(seeing: sight)
        if note == .sealBroken, meter.kind != .corrector { status.insert(.sealBroken) }
        let written: Int
        if isFaultless || meter.kind == .corrector {
            written = index
        } else {
            let neighbour = meters.indices.contains(place ^ 1) ? meters[place ^ 1].shown.last?.index : nil
            written = planned.slip.written(
                reading: index, neighbour: neighbour, last: meter.lastWritten,
                usual: Int(meter.curve.truth.meter.demand.meanYear / 12_000_000),
                wheels: fleet.planned.plan.groups[meter.group].blackWheels)
        }
        meter.lastWritten = written
        meter.shown.append(
            ShownReading(
                order: planned.number + 1, date: planned.date, index: index, written: written,
                generation: generation, note: note, registers: registers, status: status))
        if meter.shown.count > 4 { meter.shown.removeFirst() }
        meters[place] = meter
    }

    /// The reading as it comes.
    private func reading(_ arrival: Arrival) -> FleetReading? {
        guard let shown = meters[arrival.place].shown.last(where: { $0.order == arrival.order }) else { return nil }
        var reading = plain(arrival.place, shown)
        if !isFaultless { reading.index = Int64(shown.written) }
        guard let delivered = arrival.delivered else { return reading }
        if !delivered.unreadable.isEmpty {
            reading.index = nil
            reading.note = ReaderNote.unreadable.rawValue
            return reading
        }
        switch delivered.received {
        case .failure(let error):
            reading.index = nil
            reading.damage = RecordDamage(error)
        case .success(let record):
            reading.isFloat = record.isFloat
            if delivered.variant == .wrongSerial { reading.serial = record.serial }
            if delivered.variant == .swappedNeighbours, meters.indices.contains(arrival.place ^ 1),
                let other = meters[arrival.place ^ 1].shown.last(where: { $0.date == shown.date })
            {
                reading.index = Int64(other.index)
            }
        }
        return reading
    }

    /// The reading as somebody takes it who makes no mistake.
    private func plain(_ place: Int, _ shown: ShownReading) -> FleetReading {
        let meter = meters[place]
        let serial = UInt64(fleet.planned.serial(of: meter.number, generation: shown.generation))
        var slip: ExchangeSlip?
        if shown.generation > 0 { slip = self.slip(meter, shown, serial) }
        return FleetReading(
            meter: meter.number, order: shown.order, serial: serial, index: Int64(shown.index), date: shown.date,
            source: isFaultless ? .secondLook : meter.kind == .corrector ? .record : .round,
            note: shown.note.rawValue, status: shown.status, corrector: shown.registers, exchange: slip)
    }

    /// The fitter's slip of the exchange that put the present meter there.
    private func slip(_ meter: PlanMeter, _ shown: ShownReading, _ serial: UInt64) -> ExchangeSlip? {
        let exchanges = meter.faults.filter { $0.kind == .meterIdentity && $0.variant == .exchange }
            .sorted { $0.start < $1.start }
        guard exchanges.indices.contains(shown.generation - 1) else { return nil }
        let hour = exchanges[shown.generation - 1].start
        let before = hour.advanced(byHours: -1)
        let removedAt =
            if let card = meter.card { card.beforeExchange } else {
                before >= fleet.planned.plan.hours.lowerBound ? meter.wheels?.index(at: before).cubicMetres ?? 0 : 0
            }
        return ExchangeSlip(date: hour.date, removedAt: Int64(removedAt), newSerial: serial, newStart: 0)
    }

    package mutating func secondLook(at reading: FleetReading, on day: CivilDate) -> FleetReading? {
        guard reading.source != .secondLook, reading.date == day else { return nil }
        let place = reading.meter - first
        guard let shown = meters[place].shown.last(where: { $0.order == reading.order }) else { return nil }
        var look = plain(place, shown)
        look.source = .secondLook
        return look
    }

    package mutating func wishes(on day: CivilDate) -> [CardWish] {
        let number = FleetHour(day).day
        var wishes: [CardWish] = []
        for (card, place) in cards.enumerated() where wakes[card] <= number {
            if let wish = meters[place].card?.wish(on: number) { wishes.append(wish) }
            wakes[card] = meters[place].card?.nextWake ?? Int.max
        }
        return wishes
    }

    package mutating func take(_ answers: [CardAnswer], on day: CivilDate) {
        let number = FleetHour(day).day
        for answer in answers {
            let place = answer.meter - first
            meters[place].card?.take(answer, on: number)
            if let card = wakePlaces[place] { wakes[card] = meters[place].card?.nextWake ?? Int.max }
        }
    }
}

extension RecordDamage {
    init(_ error: RecordError) {
        self =
            switch error {
            case .truncated: .truncated
            case .form: .form
            case .checksum: .checksum
            case .digit: .digit
            }
    }
}

extension MeterStatus {
    /// What a corrector's status word says to billing.
    init(_ status: CorrectorStatus) {
        self = []
        if status.contains(.pressureFailed) { insert(.pressureSensor) }
        if status.contains(.temperatureFailed) { insert(.temperatureSensor) }
        if !status.isDisjoint(with: .batteryLow.union(.batteryDead)) { insert(.batteryLow) }
        if status.contains(.caseOpened) { insert(.caseOpened) }
        if status.contains(.clockSetBack) { insert(.clockInvalid) }
    }
}

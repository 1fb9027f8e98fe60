import Billing
import FleetSimulator
import MeterCore
import Quantities

// What becomes of what was seen at a meter on its way to the office.
extension PlanShard {
    /// The reading as it comes.
    func reading(_ arrival: Arrival) -> FleetReading? {
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
            if delivered.variant == .swappedNeighbours, let beside = shown.beside { reading.index = Int64(beside) }
        }
        return reading
    }

    /// The reading as somebody takes it who makes no mistake.
    func plain(_ place: Int, _ shown: ShownReading) -> FleetReading {
        let meter = meters[place]
        let serial = UInt64(fleet.planned.serial(of: meter.number, generation: shown.generation))
        var slip: ExchangeSlip?
        if shown.generation > 0 { slip = self.slip(meter, shown, serial) }
        return FleetReading(
            meter: meter.number, order: shown.order, serial: serial, index: Int64(shown.index), date: shown.date,
            source: isFaultless ? .secondLook : meter.kind == .corrector ? .record : .round,
            note: shown.note.rawValue, status: shown.status, corrector: shown.registers, clock: shown.clock,
            exchange: slip)
    }

    /// The fitter's slip of the exchange that put the present meter there.
    private func slip(_ meter: PlanMeter, _ shown: ShownReading, _ serial: UInt64) -> ExchangeSlip? {
        let exchanges = meter.faults.filter { $0.isExchange && $0.severity > 0 }.sorted { $0.start < $1.start }
        guard exchanges.indices.contains(shown.generation - 1) else { return nil }
        let hour = exchanges[shown.generation - 1].start
        let removedAt: Int64 =
            if let card = meter.card {
                cards[card].removals.dropFirst(shown.generation - 1).first?.index ?? 0
            } else {
                meter.wheels?.removedIndex(at: hour) ?? 0
            }
        return ExchangeSlip(
            date: hour.date, removedAt: removedAt / 1_000_000, newSerial: serial, newStart: 0)
    }
}

extension ClockReading {
    /// A clock that was read out at an hour; nil for a time of no calendar.
    init?(_ time: MeterClock.Time, readAt hour: FleetHour) {
        guard let shown = CivilMoment(sinceMillennium: Int64(time.seconds)),
            let right = CivilMoment(sinceMillennium: Int64(hour.number) * 3_600)
        else { return nil }
        self.init(shown: shown, earliest: right, latest: right)
    }
}

extension CivilMoment {
    /// Seconds since 2000-01-01 00:00:00, as devices count them; nil before it.
    init?(sinceMillennium seconds: Int64) {
        guard seconds >= 0, let hours = Int32(exactly: seconds / 3_600) else { return nil }
        let hour = FleetHour(number: hours)
        guard
            let moment = try? CivilMoment(hour.date, secondOfDay: hour.hourOfDay * 3_600 + Int(seconds % 3_600))
        else { return nil }
        self = moment
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

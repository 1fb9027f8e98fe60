import Billing
import Quantities

// What is looked at before any kind of meter: the record, its number, whose it is, what it reports.
extension CoreShard {
    mutating func judge(
        _ reading: FleetReading, on day: CivilDate, _ flags: inout [FaultFlagged]
    ) throws -> ReadingOutcome {
        let place = try place(of: reading.meter)
        if let damage = reading.damage {
            flags.append(
                FaultFlagged(meter: reading.meter, fault: .corruptRecord, day: day, evidence: damage.code))
            return .refused("damage:\(damage.code)")
        }
        if let known = registered(reading, place, on: day, &flags) { return known }
        if billing.judges { flagDevice(reading, place, on: day, &flags) }
        // The look was asked for by a note beside a reading that is billed.
        if reading.source == .secondLook, reading.order <= accounts[place].billedOrder { return .repeated }
        guard let index = reading.index else {
            flags.append(FaultFlagged(meter: reading.meter, fault: .wrongMeter, day: day, evidence: "unreadable"))
            return .held("unreadable")
        }
        if reading.isFloat {
            flags.append(FaultFlagged(meter: reading.meter, fault: .corruptRecord, day: day, evidence: "float32"))
            return .refused("float32")
        }
        if reading.serial != accounts[place].serial {
            let isExchange = reading.exchange?.newSerial == reading.serial
            flags.append(
                FaultFlagged(
                    meter: reading.meter, fault: .wrongMeter, day: day, evidence: isExchange ? "exchange" : "serial"))
            if !isExchange { return .refused("serial") }
        }
        let wheels = accounts[place].row.wheels
        // What has more digits than the counter keeps them, and is refused by R1.
        guard let shown = (try? Index(value: index, digits: wheels)) ?? (try? Index(printed: "\(index)")) else {
            return .refused("digits")
        }
        return try bill(MeterReading(index: shown, date: reading.date), reading, place, on: day, &flags)
    }

    /// What the meter, its clock or the one who looked report.
    private func flagDevice(
        _ reading: FleetReading, _ place: Int, on day: CivilDate, _ flags: inout [FaultFlagged]
    ) {
        var faults = policy.reported(reading.status, by: reading.witness)
        if !faults.contains(where: { $0.fault == .clock }), let fault = reading.clock.flatMap({ policy.clock($0) }) {
            faults.append(fault)
        }
        for fault in faults { flags.append(flag(fault, accounts[place], on: day)) }
        if accounts[place].card != nil, !reading.status.isDisjoint(with: .closingValves), reading.source != .round {
            accounts[place].isShut = true
        }
    }

    /// What becomes of a reading that came before; nil for a new one, which is registered.
    private func registered(
        _ reading: FleetReading, _ place: Int, on day: CivilDate, _ flags: inout [FaultFlagged]
    ) -> ReadingOutcome? {
        if reading.source == .secondLook {
            if accounts[place].looked.contains(reading.order) { return .repeated }
            accounts[place].looked.append(reading.order)
            let isNew = !accounts[place].records.contains { $0.order == Int64(reading.order) }
            // What was damaged on its way has come, too.
            if isNew {
                keep(
                    ArchiveRecord(order: Int64(reading.order), date: reading.date, received: day, litres: -1), place)
            }
            return nil
        }
        let record = ArchiveRecord(
            order: Int64(reading.order), date: reading.date, received: day, litres: (reading.index ?? -1) * 1_000)
        if let same = accounts[place].records.last(where: { $0.order == record.order }) {
            let faults = policy.transport([same, record])
            for fault in faults where fault.transport == .duplicate || fault.transport == .conflict {
                flags.append(flag(fault, accounts[place], on: day))
            }
            return same.date == record.date && same.litres == record.litres ? .repeated : .refused("conflict")
        }
        if billing.judges {
            for fault in policy.transport(of: record, after: accounts[place].newest?.order ?? 0) {
                flags.append(flag(fault, accounts[place], on: day))
            }
        }
        keep(record, place)
        return nil
    }

    private func keep(_ record: ArchiveRecord, _ place: Int) {
        accounts[place].records.append(record)
        if accounts[place].records.count > policy.mostReadings { accounts[place].records.removeFirst() }
        if record.order > accounts[place].newest?.order ?? 0 { accounts[place].newest = record }
    }

    /// Judges the use between two readings, and bills it.
    private mutating func bill(
        _ last: MeterReading, _ reading: FleetReading, _ place: Int, on day: CivilDate,
        _ flags: inout [FaultFlagged]
    ) throws -> ReadingOutcome {
        var period = try CorePeriod(last, reading, accounts[place], on: day)
        let isConfirmed = !billing.judges || reading.source == .secondLook
        if billing.judges {
            let limits = PlausibilityPolicy.holding(on: day)
            let question = question(period, accounts[place], reading, on: day)
            let assessment = limits.assess(question)
            let zone = assessment.zone
            let shown = faultFlags(question, assessment, place, limits)
            for fault in shown { flags.append(flag(fault, accounts[place], on: day)) }
            if zone > (isConfirmed ? .review : .accept) {
                if question.exchanges.isEmpty { batch.held.append((place, question)) }
                if reading.source != .secondLook { accounts[place].unbilled.append(last) }
                return zone == .refuse ? .refused(assessment.codes) : .held(assessment.codes)
            }
            period.lastYear = accounts[place].isShut ? nil : policy.heatingExpectation(question, limits)
            accounts[place].isShut = false
        } else if let codes = impossible(period, reading, place, on: day) {
            // What no meter can have counted is confirmed by nobody: the truth is billed by that rule, too.
            return .refused(codes)
        }
        let isRise = period.changes.isEmpty && last.index.value >= accounts[place].first.index.value
        let limit = PlausibilityPolicy.holding(on: day).counterLimit(
            of: period.meter, days: accounts[place].first.date.days(until: last.date),
            secondCounter: period.secondCounter)
        period.plausibleLimit = isConfirmed && isRise ? nil : limit ?? .zero
        period.isConfirmed = isConfirmed
        return try accounts[place].row.kind == .prepaid
            ? settle(period, place, on: day, &flags) : invoice(period, place, on: day, &flags)
    }

    /// The rules that refuse a reading whoever confirms it; nil where none does.
    private func impossible(_ period: CorePeriod, _ reading: FleetReading, _ place: Int, on day: CivilDate) -> String? {
        var question = PlausibilityQuestion(
            meter: period.meter, first: accounts[place].first, last: period.last)
        question.exchanges = period.exchanges
        question.secondCounter = period.secondCounter
        question.today = day
        let assessment = PlausibilityPolicy.holding(on: day).assess(question)
        return assessment.zone == .refuse ? assessment.codes : nil
    }

    private func question(
        _ period: CorePeriod, _ account: CoreAccount, _ reading: FleetReading, on day: CivilDate
    ) -> PlausibilityQuestion {
        var question = PlausibilityQuestion(meter: period.meter, first: account.first, last: period.last)
        question.exchanges = period.exchanges
        question.today = day
        question.isTyped = reading.source != .record
        question.secondCounter = period.secondCounter
        question.isActive = !account.isShut
        question.history = account.history(before: account.first.date, through: period.last.date)
        return question
    }
}

/// A period that is to be billed.
struct CorePeriod {
    let reading: FleetReading
    let last: MeterReading
    /// The meter that was read.
    let meter: Meter
    let changes: [MeterChange]
    var plausibleLimit: MeterVolume?
    var isConfirmed = false
    /// What the same weeks of last year let expect; only of heating periods.
    var lastYear: ExpectedUse?
    /// What a prepaid meter had for the period, in litres; nil for others.
    var mostLitres: Int64?
    /// What a corrector's own counter went on; nil without one.
    let secondCounter: MeterVolume?

    /// The exchanges of the meter, as the rules ask for them.
    var exchanges: [MeterExchange] {
        changes.map {
            MeterExchange(
                removedAt: $0.removedAt, removedWheels: $0.removed.wheels, newMeterStart: $0.newMeterStart)
        }
    }

    init(_ last: MeterReading, _ reading: FleetReading, _ account: CoreAccount, on day: CivilDate) throws {
        self.last = last
        self.reading = reading
        if let slip = reading.exchange, reading.serial == slip.newSerial, slip.newSerial != account.serial {
            meter = CoreAccount.meter(account.row, serial: slip.newSerial)
            changes = [
                MeterChange(
                    date: slip.date, removed: account.meter,
                    removedAt: try Index(value: slip.removedAt, digits: account.row.wheels),
                    newMeterStart: try Index(value: slip.newStart, digits: account.row.wheels))
            ]
        } else {
            meter = account.meter
            changes = []
        }
        let first = account.firstRegisters
        secondCounter = try reading.corrector.flatMap { now in
            try first.map { try now.counted(now.converter, since: $0.converter) }
        }
    }

    /// What the meters counted, from `first` to the removal, and from the new one's start.
    func counted(since first: Index) -> MeterVolume {
        var (start, sum) = (first, Int64(0))
        for change in changes {
            sum += change.removedAt.cubicMetres(since: start)
            start = change.newMeterStart
        }
        return MeterVolume(litres: (sum + last.index.cubicMetres(since: start)) * 1_000)
    }
}

extension CorrectorRegisters {
    /// What a register went on, over its wrap.
    func counted(_ now: Int64, since before: Int64) throws -> MeterVolume {
        let (first, last) = (try Index(value: before, digits: digits), try Index(value: now, digits: digits))
        return MeterVolume(litres: last.cubicMetres(since: first) * 1_000)
    }
}

extension FleetReading {
    /// Who says what its status says.
    var witness: StatusWitness {
        switch source {
        case .round: .reader
        case .record: .meter
        case .secondLook: .secondLook
        }
    }
}

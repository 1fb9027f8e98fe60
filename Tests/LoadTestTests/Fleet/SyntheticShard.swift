import Billing
import LoadTest
import Quantities

/// A stretch of the synthetic fleet.
struct SyntheticShard: FleetShard {
    let fleet: SyntheticFleet
    let meters: Range<Int>
    let isFaultless: Bool
    let register: [RegisterRow]
    /// Litres on the cards' meters by meter, and what was loaded; a load number each.
    private var loaded: [Int: Int64] = [:]
    private var loads: [Int: Int] = [:]
    private var wishNumbers: [Int: Int] = [:]

    init(_ fleet: SyntheticFleet, _ meters: Range<Int>, isFaultless: Bool) {
        self.fleet = fleet
        self.meters = meters
        self.isFaultless = isFaultless
        let opened = CivilDate.nearest(toDayNumber: fleet.start.dayNumber - 1)
        register = meters.map { meter in
            let kind = fleet.kind(of: meter)
            return RegisterRow(
                number: meter, serial: SyntheticShard.serial(meter), installation: 4_000_000_000 + UInt64(meter),
                kind: kind, group: kind.rawValue, size: kind == .corrector ? "G100" : "G4",
                wheels: kind == .corrector ? 9 : 5, millibar: kind == .corrector ? 1_000 : 21,
                openingIndex: SyntheticShard.opening(fleet, meter),
                openingCorrected: kind == .corrector ? 0 : nil, openingConverter: kind == .corrector ? 0 : nil,
                openingDay: opened,
                history: (1...14).reversed().map { month in
                    let (from, through) = (
                        CivilDate.nearest(toDayNumber: opened.dayNumber - month * 30),
                        CivilDate.nearest(toDayNumber: opened.dayNumber - month * 30 + 30)
                    )
                    return EarlierUse(
                        from: Int32(from.dayNumber), through: Int32(through.dayNumber),
                        cubicMetres: UInt32(
                            max(fleet.litres(meter, through: through) - fleet.litres(meter, through: from), 0) / 1_000))
                }, holdLimitMillilitres: kind == .prepaid ? 600_000_000 : nil, emergencyLitres: 5_000)
        }
    }

    static func serial(_ meter: Int) -> UInt64 { 30_000_000 + UInt64(meter) }

    static func opening(_ fleet: SyntheticFleet, _ meter: Int) -> Int64 {
        fleet.openings[meter] ?? Int64(1_000 + meter * 37)
    }

    /// The day of the month on which a meter is read.
    private func isRead(_ meter: Int, on day: CivilDate) -> Bool { day.day == 2 + meter / 20 % 25 }

    private func faults(_ meter: Int) -> [SyntheticFault] {
        fleet.faults.filter { $0.meter == meter && (!isFaultless || $0.kind == .exchange) }
    }

    /// What the wheels counted, in litres since the beginning.
    private func counted(_ meter: Int, _ day: CivilDate) -> Int64 {
        var litres = fleet.litres(meter, through: day)
        for fault in faults(meter) where fault.from <= day {
            let before = fleet.litres(meter, through: .nearest(toDayNumber: fault.from.dayNumber - 1))
            let during = fleet.litres(meter, through: min(day, fault.through)) - before
            switch fault.kind {
            case .stuck: litres -= during
            case .slipping(let permille): litres -= during * permille / 1_000
            case .reverse: litres -= 2 * during
            case .exchange: litres -= before + SyntheticShard.opening(fleet, meter) * 1_000
            default: break
            }
        }
        return litres
    }

    private func index(_ meter: Int, _ day: CivilDate) -> Int64 {
        let range: Int64 = fleet.kind(of: meter) == .corrector ? 1_000_000_000 : 100_000
        let whole = (SyntheticShard.opening(fleet, meter) * 1_000 + counted(meter, day)) / 1_000
        return (whole % range + range) % range
    }

    private func plain(_ meter: Int, _ day: CivilDate) -> FleetReading {
        let order = (day.year - fleet.start.year) * 12 + day.month - fleet.start.month + 1
        var serial = SyntheticShard.serial(meter)
        var slip: ExchangeSlip?
        for fault in faults(meter) where fault.kind == .exchange && fault.from <= day {
            serial += 1_000_000
            let last = CivilDate.nearest(toDayNumber: fault.from.dayNumber - 1)
            slip = ExchangeSlip(
                date: last,
                removedAt: (SyntheticShard.opening(fleet, meter) * 1_000 + fleet.litres(meter, through: last)) / 1_000,
                newSerial: serial, newStart: 0)
        }
        var reading = FleetReading(
            meter: meter, order: order, serial: serial, index: index(meter, day), date: day,
            source: isFaultless ? .secondLook : .round, exchange: slip)
        if fleet.kind(of: meter) == .corrector {
            if !isFaultless { reading.source = .record }
            let litres = fleet.litres(meter, through: day)
            reading.corrector = CorrectorRegisters(
                corrected: litres * 195 / 100_000, converter: litres / 1_000, disturbed: 0)
        }
        return reading
    }

    mutating func readings(on day: CivilDate) -> [FleetReading] {
        var readings: [FleetReading] = []
        for meter in meters where isRead(meter, on: day) {
            var reading = plain(meter, day)
            var copies = 1
            for fault in faults(meter) where fault.isOn(day) {
                switch fault.kind {
                case .duplicate: copies = 2
                case .missing: copies = 0
                case .checksum: (reading.index, reading.damage) = (nil, .checksum)
                case .float32: reading.isFloat = true
                case .wrongSerial: reading.serial += 9
                case .unreadable: reading.index = nil
                case .swapped: reading.index = index(meter ^ 1, day)
                case .sealBroken: reading.status.insert(.sealBroken)
                case .misread(let place):
                    let worth = (0..<place).reduce(Int64(1)) { worth, _ in worth * 10 }
                    reading.index = reading.index.map { ($0 + 5 * worth) % 100_000 }
                case .disturbedPressure:
                    reading.status.insert(.pressureSensor)
                    reading.corrector?.disturbed = 900
                    reading.corrector?.disturbedCorrected = 1_755
                case .pulseLoss: reading.corrector?.converter -= 2_000
                case .divergence: reading.corrector?.corrected += 9_000
                default: break
                }
            }
            for _ in 0..<copies { readings.append(reading) }
        }
        return readings
    }

    mutating func secondLook(at reading: FleetReading, on day: CivilDate) -> FleetReading? {
        guard reading.date == day else { return nil }
        var look = plain(reading.meter, day)
        look.source = .secondLook
        if faults(reading.meter).contains(where: { $0.kind == .sealBroken && $0.isOn(day) }) {
            look.status.insert(.sealBroken)
        }
        return look
    }

    mutating func wishes(on day: CivilDate) -> [CardWish] {
        guard day.day == 1 || day.day == 15 else { return [] }
        guard let evening = try? CivilMoment(day, hour: 18, minute: 0) else { return [] }
        var wishes: [CardWish] = []
        for meter in meters where fleet.kind(of: meter) == .prepaid {
            let used = fleet.litres(meter, through: day)
            let left = (loaded[meter] ?? 0) - used
            let month = used - fleet.litres(meter, through: .nearest(toDayNumber: day.dayNumber - 30))
            guard left < month else { continue }
            let number = (wishNumbers[meter] ?? 0) + 1
            wishNumbers[meter] = number
            var credit = left
            if faults(meter).contains(where: { $0.kind == .doubledCredit && $0.isOn(day) }) { credit = 2_000_000 }
            wishes.append(
                CardWish(
                    meter: meter, order: number, litres: month + 10_000,
                    readBack: number == 1
                        ? nil
                        : CardReadBack(
                            serial: SyntheticShard.serial(meter), at: evening, litres: used,
                            creditMillilitres: credit * 1_000, loadTaken: loads[meter] ?? 0, clock: evening)))
        }
        return wishes
    }

    mutating func take(_ answers: [CardAnswer], on day: CivilDate) {
        for answer in answers where answer.load > 0 {
            loaded[answer.meter, default: 0] += answer.litres
            loads[answer.meter] = answer.load
        }
    }

    func truths(until day: CivilDate) -> [TruthFault] {
        fleet.faults.filter { meters.contains($0.meter) && $0.from <= day }.map { fault in
            let expected =
                fleet.litres(fault.meter, through: fault.through)
                - fleet.litres(fault.meter, through: .nearest(toDayNumber: fault.from.dayNumber - 1))
            let (cause, sign, share): (TruthCause, TruthSign, Int64) =
                switch fault.kind {
                case .stuck: (.fault(.stuckIndex), .use, 1_000)
                case .slipping(let permille): (.fault(.slippingWheel), .use, permille)
                case .reverse: (.fault(.reverseFlow), .registers, 0)
                case .duplicate, .missing: (.fault(.transport), .registers, 0)
                case .checksum, .float32: (.fault(.corruptRecord), .registers, 0)
                case .wrongSerial, .unreadable, .exchange: (.fault(.wrongMeter), .registers, 0)
                case .swapped: (.fault(.wrongMeter), .use, 0)
                case .misread: (.reader, .registers, 0)
                case .disturbedPressure: (.fault(.pressureSensor), .registers, 0)
                case .pulseLoss: (.fault(.pulses), .registers, 0)
                case .divergence: (.fault(.conversionFactor), .registers, 0)
                case .sealBroken: (.fault(.sealBroken), .status, 0)
                case .doubledCredit: (.fault(.excessCredit), .card, 0)
                }
            return TruthFault(
                meter: fault.meter, cause: cause, from: fault.from, through: min(fault.through, day), sign: sign,
                missingHeatingLitres: expected * share / 1_000, heatingLitres: expected)
        }
    }
}

import MeterCore

/// Digests of all that the meters compute over seeded steps.
///
/// The same in `swift test`, in Embedded Swift on this machine and on the Cortex-M4 of QEMU (`tools/check-metercore`). So this file imports nothing else and allocates nothing.
enum MeterDigest {
    /// FNV-1a over 64-bit words.
    struct Sum {
        private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ word: UInt64) {
            var rest = word
            for _ in 0..<8 {
                value = (value ^ (rest & 0xFF)) &* 0x100_0000_01B3
                rest >>= 8
            }
        }
    }

    /// Every size of diaphragm meter, forwards and now and then backwards, over a rollover.
    static func diaphragm() -> UInt64 {
        var sum = Sum()
        for meter in 0..<UInt64(28) {
            guard let size = DiaphragmSize(rawValue: UInt8(meter % 7)) else { continue }
            let plate = DiaphragmPlate(size: size, blackWheels: 4 + Int(meter % 3), redWheels: Int(meter % 4))
            let curve = ErrorCurve(size: size, seed: 8, meter: meter)
            var index = DiaphragmMeter(plate: plate, curve: curve, millilitres: plate.rollover - 3_000_000)
            for step in 0..<UInt64(50) {
                let bits = MeterRandom.bits(seed: 8, meter: meter, time: step)
                let flow = UInt32(bits % UInt64(size.maximumFlow + 100))
                let volume = (bits >> 32) % 1_000_000
                if bits >> 60 == 0 {
                    sum.add(index.passBackwards(millilitres: volume, litresPerHour: flow))
                } else {
                    sum.add(index.pass(millilitres: volume, litresPerHour: flow))
                }
                sum.add(index.nanolitres)
                let wheels = index.wheels
                for wheel in 0..<wheels.wheels { sum.add(UInt64(wheels.position(of: wheel))) }
            }
        }
        return sum.value
    }

    /// Meters of gas and of money through cards good and bad, tamper, batteries and stuck valves.
    static func prepaid() -> UInt64 {
        var sum = Sum()
        for number in 0..<UInt64(20) {
            let unit: CreditUnit = number % 2 == 0 ? .volume : .money
            var terms = PrepaidTerms(
                serial: number, unit: unit, price: unit == .money ? 10_123_456 : 0,
                emergencyLimit: unit == .money ? 5_000 : 5_000_000, maximumCredit: 100_000_000)
            var meter = PrepaidMeter(litres: 99_999_000)
            for step in 0..<UInt64(60) {
                let bits = MeterRandom.bits(seed: 8, meter: number, time: step, purpose: 1)
                let small = UInt32(truncatingIfNeeded: bits >> 32)
                switch bits % 8 {
                case 0:
                    var card = PrepaidCard(
                        kind: small % 5 == 0 ? .service : .customer, unit: unit,
                        loadNumber: UInt16(truncatingIfNeeded: step / 2), serial: number + (small % 7 == 0 ? 1 : 0),
                        amount: small % 5 == 0 ? 0 : UInt64(small % 40_000_000),
                        price: unit == .money ? 10_000_000 + small % 1_000_000 : 0)
                    let refusal = meter.insert(&card, under: &terms, at: UInt32(truncatingIfNeeded: step))
                    sum.add(UInt64(refusal?.rawValue ?? 0))
                    let bytes = card.bytes
                    for byte in 0..<64 { sum.add(UInt64(bytes[byte])) }
                    if let read = try? PrepaidCard(bytes: bytes.span) { sum.add(read.amount) }
                case 1: sum.add(meter.requestEmergencyCredit(under: terms) ? 1 : 0)
                case 2: if let event = PrepaidEvent(rawValue: UInt8(small % 6)) { meter.sense(event, under: terms) }
                default:
                    let fault = ValveFault(rawValue: small % 10 < 8 ? 0 : UInt8(small % 10 - 7)) ?? .none
                    let passage = meter.pass(millilitres: UInt64(small % 9_000_000), under: terms, valve: fault)
                    sum.add(passage.passed)
                    sum.add(passage.valveClosed ? 1 : 0)
                }
                sum.add(UInt64(bitPattern: meter.credit))
                sum.add(meter.millilitres)
                sum.add(UInt64(meter.flags.rawValue))
            }
        }
        return sum.value
    }

    /// A corrector over sixty days of hours, with failing sensors, a dead battery and a clock set back.
    static func corrector() -> UInt64 {
        var sum = Sum()
        let grid = ConversionGrid(
            firstPressure: 90_000, pressureStep: 100_000, pressures: 6, firstTemperature: 253_150,
            temperatureStep: 10_000, temperatures: 7)
        var factors = InlineArray<42, UInt32>(repeating: 0)
        for place in 0..<42 {
            factors[place] = 8_000_000 + UInt32(place / 7) * 9_900_000 + UInt32(6 - place % 7) * 310_007
        }
        let settings = CorrectorSettings(grid: grid, substitutePressure: 400_000, substituteTemperature: 288_150)
        var meter = CorrectorMeter(settings: settings, factors: factors.span)
        var hours = InlineArray<24, CorrectorRecord>(repeating: CorrectorRecord())
        var days = InlineArray<8, CorrectorRecord>(repeating: CorrectorRecord())
        var months = InlineArray<2, CorrectorRecord>(repeating: CorrectorRecord())
        var clock: UInt32 = 760_000_000 / 3_600 * 3_600
        var hourly = CorrectorArchive(period: .hourly, at: clock)
        var daily = CorrectorArchive(period: .daily, dayBegins: 8, at: clock)
        var monthly = CorrectorArchive(period: .monthly, dayBegins: 8, at: clock)
        for step in 0..<UInt64(1_440) {
            let bits = MeterRandom.bits(seed: 8, meter: 0, time: step, purpose: 2)
            let pressure = 80_000 + UInt32(truncatingIfNeeded: bits % 520_000)
            let temperature = 255_000 + UInt32(truncatingIfNeeded: (bits >> 20) % 57_000)
            meter.measure(
                pressure: bits >> 56 < 6 ? nil : pressure, temperature: bits >> 56 > 250 ? nil : temperature,
                settings: settings, factors: factors.span)
            if step % 200 == 100 { meter.warn(.batteryDead) }
            if step % 200 == 120 { meter.clear(.batteryDead) }
            if step % 300 == 299 { meter.acknowledge() }
            meter.convert(millilitres: (bits >> 24) % 900_000_000)
            clock = step == 700 ? clock - 7_200 : clock + 3_600
            follow(&hourly, meter, clock, &hours)
            follow(&daily, meter, clock, &days)
            follow(&monthly, meter, clock, &months)
            sum.add(UInt64(meter.factor))
            sum.add(meter.totalVolume)
            sum.add(meter.totalBaseVolume)
            sum.add(UInt64(meter.latched.rawValue))
        }
        for row in 0..<24 { add(hours[row], to: &sum) }
        for row in 0..<8 { add(days[row], to: &sum) }
        for row in 0..<2 { add(months[row], to: &sum) }
        return sum.value
    }

    /// A year of meters small and large, present and away, at hours drawn from all of it: the tree behind a fleet's readings.
    static func demand() -> UInt64 {
        var sum = Sum()
        var days = InlineArray<366, DemandDay>(repeating: row(0, 0, (0, 0), 0, 0))
        var weight: UInt32 = 0
        var loss: UInt32 = 0
        for day in 0..<366 {
            days[day] = row(weight, loss, (0, 0), 0, UInt16(day % 2))
            let bits = UInt32(truncatingIfNeeded: MeterRandom.bits(seed: 8, meter: 0, time: UInt64(day), purpose: 3))
            // Up to 5.6 million a day, so that a year stays below 2^31; a third of it away.
            weight += 300_000 + bits % 5_300_000
            loss += (300_000 + bits % 5_300_000) / 3 * 2
        }
        split(&days, 0, 365)
        var hours = InlineArray<48, DemandHour>(repeating: DemandHour(leastShare: 0, shareRange: 0))
        for place in 0..<48 where place % 24 > 0 {
            let bits = MeterRandom.bits(seed: 8, meter: 1, time: UInt64(place), purpose: 3)
            hours[place] = DemandHour(
                leastShare: UInt16(truncatingIfNeeded: bits % 17_000),
                shareRange: UInt16(truncatingIfNeeded: (bits >> 20) % 15_000))
        }
        for number in 0..<UInt64(12) {
            let bits = MeterRandom.bits(seed: 8, meter: number, time: 0, purpose: 4)
            let meter = MeterDemand(
                noise: MeterNoise(seed: 8, meter: number), meanYear: bits >> (number % 2 == 0 ? 34 : 17),
                isLeftAlone: number % 3 != 0)
            sum.add(meter.millilitres(inYear: 2027, days: days.span))
            for draw in 0..<UInt64(40) {
                let at = MeterRandom.bits(seed: 8, meter: number, time: draw, purpose: 5)
                sum.add(
                    meter.millilitres(
                        inYear: 2027, firstDay: 9_862, before: Int(truncatingIfNeeded: at % 366),
                        hour: Int(truncatingIfNeeded: (at >> 32) % 24), days: days.span, hours: hours.span))
            }
        }
        return sum.value
    }

    /// Fills the rows' shares from their weights, for the interval from `start` to before `end` and all within.
    private static func split(_ days: inout InlineArray<366, DemandDay>, _ start: Int, _ end: Int) {
        guard end - start > 1 else { return }
        let middle = (start + end) >> 1
        let amplitude: UInt16 = end - start > 30 ? 6_000 : 30_000
        let share = DemandTree.node(
            weight: days[middle].weight - days[start].weight, of: days[end].weight - days[start].weight,
            amplitude: amplitude)
        days[middle] = row(days[middle].weight, days[middle].loss, share, amplitude, days[middle].profile)
        split(&days, start, middle)
        split(&days, middle, end)
    }

    private static func row(
        _ weight: UInt32, _ loss: UInt32, _ share: (least: UInt32, range: UInt32), _ amplitude: UInt16,
        _ profile: UInt16
    ) -> DemandDay {
        DemandDay(
            weight: weight, loss: loss, leastShare: share.least, shareRange: share.range, amplitude: amplitude,
            profile: profile)
    }

    private static func follow<let rows: Int>(
        _ archive: inout CorrectorArchive, _ meter: CorrectorMeter, _ clock: UInt32,
        _ ring: inout InlineArray<rows, CorrectorRecord>
    ) {
        var span = ring.mutableSpan
        archive.follow(meter, until: clock, into: &span)
    }

    private static func add(_ row: CorrectorRecord, to sum: inout Sum) {
        sum.add(UInt64(row.order) << 32 | UInt64(row.time))
        sum.add(row.volume)
        sum.add(row.totalVolume)
        sum.add(row.baseVolume)
        sum.add(row.totalBaseVolume)
        sum.add(UInt64(row.meanPressure) << 32 | UInt64(row.meanTemperature))
        sum.add(UInt64(row.status.rawValue))
    }
}

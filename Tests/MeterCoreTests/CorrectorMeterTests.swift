import MeterCore
import Testing

@Suite("Volume corrector")
struct CorrectorMeterTests {
    @Test("The whole state of a corrector is 64 bytes")
    func size() { #expect(MemoryLayout<CorrectorMeter>.stride <= 64) }

    @Test("C between the table's values is the bilinear one, rounded half up once", arguments: 0..<300)
    func bilinear(seed: Int) {
        var dice = Dice(seed)
        let grid = ConversionGrid(
            firstPressure: 90_000, pressureStep: UInt32(1 + dice.roll(300_000)), pressures: 3,
            firstTemperature: 250_000, temperatureStep: UInt32(1 + dice.roll(13_000)), temperatures: 4)
        let factors = (0..<12).map { _ in UInt32(dice.roll(1 << 32)) }
        let p = UInt64(dice.roll(UInt64(grid.pressureStep) * 2 + 1))
        let t = UInt64(dice.roll(UInt64(grid.temperatureStep) * 3 + 1))
        // The plain formula, in 128 bits: Σ factor × (1 − |Δp|/step) × (1 − |ΔT|/step) over the whole table.
        var sum: Int128 = 0
        for place in 0..<12 {
            let (row, column) = (Int128(place / 4), Int128(place % 4))
            let (dp, dt) = (Int128(grid.pressureStep), Int128(grid.temperatureStep))
            let weight = max(0, dp - abs(Int128(p) - row * dp)) * max(0, dt - abs(Int128(t) - column * dt))
            sum += Int128(factors[place]) * weight
        }
        let area = Int128(grid.pressureStep) * Int128(grid.temperatureStep)
        let expected = (2 * sum + area) / (2 * area)
        let found = grid.factor(
            pressure: 90_000 + UInt32(p), temperature: 250_000 + UInt32(t), in: factors.span)
        // An odd area has no half, so both round alike; the even one's half goes up in both.
        #expect(Int128(found) == expected)
    }

    @Test("A value of the table is itself, at its corners too")
    func corners() {
        let factors = CorrectorSample.factors
        for place in 0..<49 {
            let found = CorrectorSample.grid.factor(
                pressure: UInt32(100_000 + place / 7 * 100_000), temperature: UInt32(253_150 + place % 7 * 10_000),
                in: factors.span)
            #expect(found == factors[place])
        }
    }

    @Test("Vb is the sum of Vm × C, cut once to whole millilitres, over any steps", arguments: 0..<200)
    func sums(seed: Int) {
        var dice = Dice(seed)
        var meter = CorrectorSample.meter()
        var (volume, base): (UInt64, Int128) = (0, 0)
        var (disturbedVolume, disturbedBase): (UInt64, Int128) = (0, 0)
        for _ in 0..<100 {
            let failed = dice.roll(5)
            meter.measure(
                failed == 0 ? nil : UInt32(100_000 + dice.roll(600_000)),
                failed == 1 ? nil : UInt32(253_150 + dice.roll(60_000)))
            let step = dice.roll(dice.roll(2) == 0 ? 1_000 : 1_000_000_000_000)
            meter.convert(millilitres: step)
            if failed > 1 {
                volume += step
                base += Int128(step) * Int128(meter.factor)
            } else {
                disturbedVolume += step
                disturbedBase += Int128(step) * Int128(meter.factor)
            }
            #expect(meter.volume == volume && meter.disturbedVolume == disturbedVolume)
            #expect(Int128(meter.baseVolume) == base / 10_000_000 % 1_000_000_000_000_000)
            #expect(Int128(meter.disturbedBaseVolume) == disturbedBase / 10_000_000 % 1_000_000_000_000_000)
            #expect(Int128(meter.totalBaseVolume) == (base + disturbedBase) / 10_000_000 % 1_000_000_000_000_000)
            #expect(meter.totalVolume == volume + disturbedVolume)
        }
    }

    @Test("At a C of 3.9476931 ten steps of 1 ml are 39 ml, not ten times 3")
    func carried() {
        var meter = CorrectorSample.meter()
        // 4 bar and 288.15 K lie half-way between 283.15 and 293.15 K: the chord is a little above the curve.
        meter.measure(400_000, 288_150)
        #expect((39_476_900...39_490_000).contains(meter.factor))
        for _ in 0..<10 { meter.convert(millilitres: 1) }
        #expect(meter.baseVolume == 39)
    }

    @Test(
        "Disturbed counters count only while a sensor fails or is out of range, with the substitute value",
        arguments: [
            (nil, 288_150, CorrectorStatus.pressureFailed), (400_000, nil, .temperatureFailed),
            (nil, nil, .alarms), (99_999, 288_150, .pressureFailed), (700_001, 288_150, .pressureFailed),
            (400_000, 253_149, .temperatureFailed), (400_000, 313_151, .temperatureFailed),
        ] as [(UInt32?, UInt32?, CorrectorStatus)])
    func disturbed(pressure: UInt32?, temperature: UInt32?, alarm: CorrectorStatus) {
        var meter = CorrectorSample.meter()
        meter.measure(300_000, 280_000)
        meter.convert(millilitres: 1_000)
        #expect(meter.status.rawValue == 0 && meter.disturbedVolume == 0)
        let undisturbed = (meter.volume, meter.baseVolume)
        meter.measure(pressure, temperature)
        #expect(meter.status == alarm && meter.latched == alarm)
        #expect(alarm.contains(.pressureFailed) == (meter.pressure == 400_000 && pressure != 400_000))
        meter.convert(millilitres: 1_000)
        #expect((meter.volume, meter.baseVolume) == undisturbed && meter.disturbedVolume == 1_000)
        meter.measure(300_000, 280_000)
        meter.convert(millilitres: 1_000)
        #expect(meter.volume == 2_000 && meter.disturbedVolume == 1_000)
        #expect(meter.status.rawValue == 0 && meter.latched == alarm)
        meter.acknowledge()
        #expect(meter.latched.rawValue == 0)
    }

    @Test("A corrector whose battery is dead stands still until it lives again")
    func battery() {
        var meter = CorrectorSample.meter()
        meter.measure(300_000, 280_000)
        meter.warn(.batteryDead)
        meter.convert(millilitres: 1_000)
        #expect(meter.totalVolume == 0)
        meter.clear(.batteryDead)
        meter.convert(millilitres: 1_000)
        #expect(meter.volume == 1_000 && meter.latched.contains(.batteryDead))
    }

    @Test("Counters wrap after nine digits of m³")
    func rollover() {
        var meter = CorrectorSample.meter()
        meter.measure(300_000, 280_000)
        for _ in 0..<1_000 { meter.convert(millilitres: 1_000_000_000_000) }
        #expect(meter.volume == 0)
        meter.convert(millilitres: 7)
        #expect(meter.volume == 7 && meter.baseVolume < CorrectorMeter.rollover)
    }
}

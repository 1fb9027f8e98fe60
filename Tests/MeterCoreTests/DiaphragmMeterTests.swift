import MeterCore
import Testing

@Suite("Diaphragm meter")
struct DiaphragmMeterTests {
    static let sizes = (0..<7).compactMap { DiaphragmSize(rawValue: $0) }

    @Test(
        "The sizes have the flows of EN 1359's plates, in litres an hour",
        arguments: zip(
            sizes,
            [(2_500, 16), (4_000, 25), (6_000, 40), (10_000, 60), (16_000, 100), (25_000, 160), (40_000, 250)]))
    func flows(size: DiaphragmSize, flows: (maximum: UInt32, minimum: UInt32)) {
        #expect(size.maximumFlow == flows.maximum)
        #expect(size.minimumFlow == flows.minimum)
        #expect(size.transitionalFlow * 10 == size.maximumFlow)
        // MI-002, 1.1 of class 1.5: Qmax/Qmin at least 150, Qmax/Qt at least 10.
        #expect(size.maximumFlow / size.minimumFlow >= 150)
        #expect(size.startingFlow < size.minimumFlow)
    }

    @Test("Every meter of a fleet keeps class 1.5 at every flow from Qmin to Qmax", arguments: sizes)
    func withinClass(size: DiaphragmSize) throws {
        for meter in UInt64(0)..<60 {
            let curve = ErrorCurve(size: size, seed: 8, meter: meter)
            for flow in stride(from: size.minimumFlow, through: size.maximumFlow, by: Int(size.minimumFlow / 8)) {
                let limit = try #require(size.errorLimit(atLitresPerHour: flow))
                let error = curve.partsPerMillion(atLitresPerHour: flow)
                #expect(abs(error) <= limit, "meter \(meter) at \(flow) l/h")
                // MI-002, 2.1: errors of one sign from Qt up stay within 1 %; ours all do.
                if flow >= size.transitionalFlow { #expect(abs(error) <= 10_000) }
            }
            #expect(curve.partsPerMillion(atLitresPerHour: size.startingFlow - 1) == -1_000_000)
        }
    }

    @Test("The curve passes through its seven points and lies between neighbours elsewhere", arguments: sizes)
    func interpolation(size: DiaphragmSize) {
        let curve = ErrorCurve(size: size, points: [-20_000, 8_000, 5_000, 4_000, -1_000, -3_000, -9_000])
        for point in 0..<7 {
            #expect(curve.partsPerMillion(atLitresPerHour: curve.flow(ofPoint: point)) == curve.points[point])
        }
        // Half-way from 0.2 to 0.4 Qmax: (4,000 − 1,000) / 2.
        #expect(curve.partsPerMillion(atLitresPerHour: size.maximumFlow / 10 * 3) == 1_500)
        #expect(curve.partsPerMillion(atLitresPerHour: size.maximumFlow + 1) == -9_000)
        #expect(curve.drifted(partsPerMillion: -30_000).partsPerMillion(atLitresPerHour: size.maximumFlow) == -39_000)
    }

    @Test("A meter that is 1 % fast counts 1.01 m³ for each m³")
    func onePercent() {
        let curve = ErrorCurve(size: .g4, points: InlineArray(repeating: 10_000))
        var meter = DiaphragmMeter(plate: DiaphragmPlate(size: .g4), curve: curve)
        let pulses = meter.pass(millilitres: 1_000_000, litresPerHour: 3_000)
        #expect(pulses == 101)
        #expect(meter.millilitres == 1_010_000)
        #expect(meter.reading == 1)
    }

    @Test("However a volume is split, the index and the sum of the pulses are the same", arguments: 0..<200)
    func split(seed: Int) {
        var dice = Dice(seed)
        let size = Self.sizes[seed % 7]
        let plate = DiaphragmPlate(size: size, blackWheels: 4, redWheels: seed % 4)
        let curve = ErrorCurve(size: size, seed: 8, meter: UInt64(seed))
        let flow = UInt32(dice.roll(UInt64(size.maximumFlow)))
        var whole = DiaphragmMeter(plate: plate, curve: curve, millilitres: dice.roll(10_000_000_000))
        var parts = whole
        var (total, pulses): (UInt64, UInt64) = (0, 0)
        for _ in 0..<30 {
            let part = dice.roll(1_000_000_000)
            total += part
            pulses += parts.pass(millilitres: part, litresPerHour: flow)
        }
        let atOnce = whole.pass(millilitres: total, litresPerHour: flow)
        #expect(atOnce == pulses)
        #expect(whole == parts)
    }

    @Test("The index only rises, but from all nines to all zeros", arguments: 0..<50)
    func monotone(seed: Int) {
        var dice = Dice(seed)
        let size = Self.sizes[seed % 7]
        let plate = DiaphragmPlate(size: size, blackWheels: 4)
        var meter = DiaphragmMeter(plate: plate, curve: ErrorCurve(size: size, seed: 8, meter: UInt64(seed)))
        var before = meter.nanolitres
        for _ in 0..<500 {
            let volume = dice.roll(100_000_000)
            _ = meter.pass(millilitres: volume, litresPerHour: UInt32(dice.roll(60_000)))
            let range = plate.rollover * 1_000_000
            // At most 3 % over what passed: anything else went backwards.
            #expect((meter.nanolitres + range - before) % range <= volume * 1_030_000)
            before = meter.nanolitres
        }
    }

    @Test("99999 m³ and one more is 00000", arguments: [4, 5, 6])
    func rollover(blackWheels: Int) {
        let plate = DiaphragmPlate(size: .g6, blackWheels: blackWheels)
        let curve = ErrorCurve(size: .g6, points: InlineArray(repeating: 0))
        var meter = DiaphragmMeter(plate: plate, curve: curve, millilitres: plate.rollover - 1_000_000)
        #expect(meter.reading + 1 == [4: 10_000, 5: 100_000, 6: 1_000_000][blackWheels])
        _ = meter.pass(millilitres: 1_000_000, litresPerHour: 6_000)
        #expect(meter.nanolitres == 0)
        #expect((0..<meter.wheels.wheels).allSatisfy { meter.wheels.position(of: $0) == 0 })
    }

    @Test("The wheels show the index: black and red digits, the last one in between")
    func wheels() {
        let plate = DiaphragmPlate(size: .g4, blackWheels: 5, redWheels: 3)
        let curve = ErrorCurve(size: .g4, points: InlineArray(repeating: 0))
        let meter = DiaphragmMeter(plate: plate, curve: curve, millilitres: 1_234_567_250)
        #expect((0..<8).reversed().map(meter.wheels.digit(of:)) == [0, 1, 2, 3, 4, 5, 6, 7])
        #expect(meter.wheels.position(of: 0) == 7_250)
    }

    @Test("Gas that passes backwards takes off what it would have added, below zero to all nines", arguments: 0..<50)
    func backwards(seed: Int) {
        var dice = Dice(seed)
        let plate = DiaphragmPlate(size: .g4, blackWheels: 4)
        let curve = ErrorCurve(size: .g4, seed: 8, meter: UInt64(seed))
        let before = DiaphragmMeter(plate: plate, curve: curve, millilitres: dice.roll(20_000_000))
        var meter = before
        let volume = dice.roll(40_000_000)
        let backward = meter.passBackwards(millilitres: volume, litresPerHour: 2_000)
        if volume > 30_000_000 { #expect(meter.reading >= 9_900) }
        let pulses = meter.pass(millilitres: volume, litresPerHour: 2_000)
        #expect(pulses == backward)
        #expect(meter == before)
    }

    @Test("One pulse is 0.01 m³ unless the plate says otherwise", arguments: [10_000, 100_000, 1_000_000])
    func pulses(weight: UInt32) {
        let plate = DiaphragmPlate(size: .g16, pulseVolume: weight)
        let curve = ErrorCurve(size: .g16, points: InlineArray(repeating: 0))
        var meter = DiaphragmMeter(plate: plate, curve: curve)
        let pulses = meter.pass(millilitres: 12_000_000, litresPerHour: 10_000)
        #expect(pulses == 12_000_000 / UInt64(weight))
    }
}

import FleetSimulator
import Testing

@Suite("Faults of wheels and pulses")
struct MechanicalFaultTests {
    private let healthy = Synthetic.meter([])
    /// 2,280 litres a day pass.
    private static let daily: Int64 = 2_280_000

    private func used(_ meter: FaultyMeter<HouseCurve>, _ from: Int, _ to: Int) -> Int64 {
        meter.counted(at: Synthetic.hour(to)) - meter.counted(at: Synthetic.hour(from))
    }

    @Test("A healthy meter shows what passed, from its first index on")
    func healthyMeter() {
        #expect(healthy.index(at: Synthetic.epoch).millilitres == 12_345_678_900)
        #expect(used(healthy, 0, 1) == Self.daily)
        #expect(healthy.index(at: Synthetic.hour(100)).millilitres == 12_345_678_900 + 100 * Self.daily)
        #expect(healthy.pulses(at: Synthetic.hour(1), pulseVolume: 10_000) == 228)
    }

    @Test(
        "No fault shows before it begins, and none changes what is used after it ends",
        arguments: FaultKind.allCases)
    func window(kind: FaultKind) {
        for variant in kind.variants {
            let meter = Synthetic.meter([Synthetic.fault(kind, variant)])
            for hour in stride(from: 0, through: 60 * 24, by: 7) {
                let (at, next) = (Synthetic.epoch.advanced(byHours: hour), Synthetic.epoch.advanced(byHours: hour + 7))
                let inside = next > Synthetic.hour(10) && at < Synthetic.hour(40)
                if !inside {
                    #expect(
                        meter.counted(at: next) - meter.counted(at: at) == healthy.counted(at: next)
                            - healthy.counted(at: at), "\(kind) \(hour)")
                    #expect(
                        meter.pulsed(at: next) - meter.pulsed(at: at) == healthy.pulsed(at: next)
                            - healthy.pulsed(at: at))
                    #expect(meter.sight(at: at) == .none)
                }
            }
        }
    }

    @Test("A fault of severity zero changes nothing", arguments: FaultKind.allCases)
    func zero(kind: FaultKind) {
        for variant in kind.variants {
            let meter = Synthetic.meter([Synthetic.fault(kind, variant, severity: 0)])
            for hour in stride(from: 0, through: 60 * 24, by: 5) {
                let at = Synthetic.epoch.advanced(byHours: hour)
                #expect(meter.index(at: at) == healthy.index(at: at))
                #expect(meter.pulsed(at: at) == healthy.pulsed(at: at) && meter.sight(at: at) == .none)
            }
            #expect(meter.truths(until: Synthetic.hour(60)).isEmpty)
        }
    }

    @Test(
        "What wheels and pulses miss or have too much is in the truth, to the millilitre", arguments: FaultKind.allCases
    )
    func conservation(kind: FaultKind) {
        for variant in kind.variants {
            let faults = [Synthetic.fault(kind, variant), Synthetic.fault(.creep, days: 5..<20, severity: 7_001)]
            let meter = Synthetic.meter(kind == .creep ? [faults[0]] : faults)
            for day in [0, 9, 10, 11, 25, 40, 41, 90] {
                let hour = Synthetic.hour(day, 13)
                let truths = meter.truths(until: hour)
                #expect(meter.counted(at: hour) == meter.passed(at: hour) + truths.reduce(0) { $0 + $1.registered })
                #expect(meter.pulsed(at: hour) == meter.passed(at: hour) + truths.reduce(0) { $0 + $1.pulsed })
                #expect(meter.passed(at: hour) == healthy.passed(at: hour) + truths.reduce(0) { $0 + $1.use })
            }
        }
    }

    @Test("1: a stuck index stands while gas flows")
    func stuck() {
        let meter = Synthetic.meter([Synthetic.fault(.stuckIndex)])
        #expect(used(meter, 10, 40) == 0)
        #expect(meter.index(at: Synthetic.hour(12, 5)) == meter.index(at: Synthetic.hour(39, 23)))
        #expect(meter.truths(until: Synthetic.hour(99)).map(\.registered) == [-30 * Self.daily])
        #expect(meter.truths(until: Synthetic.hour(99)).map(\.duty) == [.estimate])
        #expect(meter.pulsed(at: Synthetic.hour(40)) == meter.pulsed(at: Synthetic.hour(10)))
    }

    @Test(
        "2: a slipping wheel misses its share of carries, whole digits at a time, and hangs half-way after one",
        arguments: [4, 5] as [UInt64])
    func slipping(key: UInt64) {
        let meter = Synthetic.meter([Synthetic.fault(.slippingWheel, severity: 440_000, key: key)])
        let step: Int64 = key % 2 == 0 ? 1_000_000 : 10_000_000
        let lost = -meter.truths(until: Synthetic.hour(99))[0].registered
        // 68.4 m³ passed: 68 carries of a m³, or 6 of ten, of which 44 in a hundred are missed, cut.
        #expect(lost == (key % 2 == 0 ? 29 : 2) * step)
        var halfway = 0
        var before = meter.counted(at: Synthetic.hour(10))
        for hour in 1...30 * 24 {
            let at = Synthetic.hour(10, hour)
            let counted = meter.counted(at: at)
            let missing = healthy.counted(at: at) - counted
            #expect(missing % step == 0)
            // It may step back by what a missed carry takes, never further.
            #expect(counted > before - step)
            before = counted
            if meter.sight(at: at) == .digitBetween { halfway += 1 }
        }
        #expect(halfway > 20 && halfway < 300)
        // The reed sits before the wheel.
        #expect(meter.pulsed(at: Synthetic.hour(40)) == healthy.pulsed(at: Synthetic.hour(40)))
    }

    @Test("3: a rollover goes from all nines to all zeros at its hour, and loses nothing")
    func rollover() {
        let meter = Synthetic.meter([Synthetic.fault(.rollover, days: 10..<11)])
        #expect(meter.index(at: Synthetic.hour(10)).millilitres == 0)
        #expect(meter.index(at: Synthetic.hour(9)).cubicMetres == 99_997)
        #expect(meter.index(at: Synthetic.hour(9)).millilitres == 100_000_000_000 - Self.daily)
        #expect(meter.index(at: Synthetic.hour(11)).millilitres == Self.daily)
        #expect(meter.truths(until: Synthetic.hour(99)).map(\.registered) == [0])
        #expect(meter.truths(until: Synthetic.hour(99)).map(\.duty) == [.modularDifference])
    }

    @Test("4: a meter fitted backwards counts down, past zero to all nines")
    func reverse() {
        let meter = Synthetic.meter([Synthetic.fault(.reverseFlow)], startIndex: 23_000_000)
        #expect(used(meter, 10, 40) == -30 * Self.daily)
        #expect(meter.index(at: Synthetic.hour(10)).millilitres == 23_000_000 + 10 * Self.daily)
        #expect(meter.index(at: Synthetic.hour(40)).millilitres == 100_000_000_000 + 23_000_000 - 20 * Self.daily)
        #expect(meter.pulsed(at: Synthetic.hour(40)) == healthy.pulsed(at: Synthetic.hour(40)))
    }

    @Test("5: a leak runs at night as well, and is counted")
    func creep() {
        let meter = Synthetic.meter([Synthetic.fault(.creep, severity: 20_000)])
        #expect(used(meter, 10, 40) == 30 * (Self.daily + 24 * 20_000))
        let night = (Synthetic.hour(15, 1), Synthetic.hour(15, 2))
        #expect(meter.counted(at: night.1) - meter.counted(at: night.0) == 10_000 + 20_000)
        let truth = meter.truths(until: Synthetic.hour(99))[0]
        #expect(truth.use == 30 * 24 * 20_000 && truth.registered == 0 && truth.duty == .billWithSafetyNotice)
    }

    @Test(
        "6, 7: drift grows by a step a month, slower or faster by the same",
        arguments: [FaultKind.underRegistration, .overRegistration])
    func drift(kind: FaultKind) {
        let fault = Synthetic.fault(kind, days: 0..<365, severity: 12_000)
        let meter = Synthetic.meter([fault])
        let sign: Int64 = kind == .overRegistration ? 1 : -1
        // 1.2 % a year is 0.1 % a month of 730 hours: none in the first, 0.1 % of the second month's gas in the second.
        let month = Synthetic.epoch.advanced(byHours: 730)
        #expect(meter.truths(until: month)[0].registered == 0)
        let second = Synthetic.epoch.advanced(byHours: 1_460)
        let passed = healthy.passed(at: second) - healthy.passed(at: month)
        #expect(meter.truths(until: second)[0].registered == sign * (passed / 1_000))
        // After a year on average 0.55 %: what lies between the eleven steps.
        let year = meter.truths(until: Synthetic.hour(365))[0].registered
        #expect(sign * year > 365 * Self.daily / 1_000 * 54 / 10 && sign * year < 365 * Self.daily / 1_000 * 56 / 10)
        #expect(meter.truths(until: Synthetic.hour(600))[0].registered == year)
    }

    @Test("8: a broken seal is seen, and counts rightly")
    func seal() {
        let meter = Synthetic.meter([Synthetic.fault(.sealBroken)])
        #expect(meter.counted(at: Synthetic.hour(40)) == healthy.counted(at: Synthetic.hour(40)))
        #expect(meter.sight(at: Synthetic.hour(9, 23)) == .none && meter.sight(at: Synthetic.hour(10)) == .sealBroken)
        #expect(meter.sight(at: Synthetic.hour(40)) == .none)
    }

    @Test(
        "9, 20: a magnet or a bad reed changes the pulses, not the wheels",
        arguments: [
            (FaultKind.magneticTamper, FaultVariant.plain, -1 as Int64), (.pulseError, .pulseLoss, -1),
            (.pulseError, .pulseBounce, 1),
        ])
    func pulses(kind: FaultKind, variant: FaultVariant, sign: Int64) {
        let meter = Synthetic.meter([Synthetic.fault(kind, variant, severity: 250_000)])
        #expect(meter.counted(at: Synthetic.hour(40)) == healthy.counted(at: Synthetic.hour(40)))
        #expect(
            meter.pulsed(at: Synthetic.hour(40)) == healthy.pulsed(at: Synthetic.hour(40)) + sign * 30 * Self.daily / 4)
        #expect(meter.truths(until: Synthetic.hour(99))[0].registered == 0)
    }

    @Test("25: an exchanged meter begins at zero with another serial number, and turns over on its own")
    func exchange() {
        let meter = Synthetic.meter([
            Synthetic.fault(.meterIdentity, .exchange, days: 10..<20), Synthetic.fault(.stuckIndex, days: 12..<14),
            Synthetic.fault(.rollover, days: 50..<51),
        ])
        #expect(meter.index(at: Synthetic.hour(9, 23)).generation == 0)
        #expect(meter.index(at: Synthetic.hour(10)).generation == 1)
        #expect(meter.index(at: Synthetic.hour(50)).millilitres == 0)
        #expect(meter.index(at: Synthetic.hour(51)).millilitres == Self.daily)
        let alone = Synthetic.meter([Synthetic.fault(.meterIdentity, .exchange, days: 10..<20)])
        #expect(alone.index(at: Synthetic.hour(9)).millilitres == 12_345_678_900 + 9 * Self.daily)
        #expect(alone.index(at: Synthetic.hour(10)).millilitres == 0)
        #expect(alone.index(at: Synthetic.hour(300)).millilitres == 290 * Self.daily)
        #expect(alone.sight(at: Synthetic.hour(15)) == .exchanged && alone.sight(at: Synthetic.hour(25)) == .none)
    }

    @Test("A fault that began before the plan counts from the plan's first hour on")
    func early() {
        let fault = Fault(
            meter: 0, kind: .stuckIndex, start: Synthetic.hour(-20), end: Synthetic.hour(3), severity: 1)
        let meter = Synthetic.meter([fault])
        #expect(meter.index(at: Synthetic.epoch).millilitres == 12_345_678_900)
        #expect(meter.counted(at: Synthetic.hour(3)) == 0 && used(meter, 3, 4) == Self.daily)
        #expect(meter.truths(until: Synthetic.hour(5)).map(\.registered) == [-3 * Self.daily])
    }

    @Test("Any hour can be asked in any order")
    func order() {
        let faults = [
            Synthetic.fault(.slippingWheel, severity: 333_333), Synthetic.fault(.creep, days: 3..<70, severity: 12_345),
        ]
        let hours = (0..<2_000).map { Synthetic.epoch.advanced(byHours: $0) }
        let forwards = hours.map { Synthetic.meter(faults).index(at: $0) }
        let meter = Synthetic.meter(faults.reversed())
        #expect(hours.reversed().map { meter.index(at: $0) }.reversed() == forwards)
    }
}

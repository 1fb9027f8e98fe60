import FleetSimulator
import MeterCore
import Testing

@Suite("Faults of correctors")
struct CorrectorFaultTests {
    private static func at(_ day: Int, _ faults: [Fault]) -> CorrectorRun<HouseCurve, SteadyGas> {
        var run = Synthetic.corrector(faults)
        run.advance(to: Synthetic.hour(day))
        return run
    }

    private static let healthy = (0...60).map { at($0, []) }

    @Test("A healthy corrector counts the pulses and multiplies by C")
    func healthyCorrector() {
        let meter = Self.healthy[30].meter
        #expect(
            meter.volume == 30 * 2_280_000 && meter.disturbedVolume == 0 && meter.status == CorrectorStatus(rawValue: 0)
        )
        // 3.9 to 4 bar at 10 to 12 °C: C lies between 3.9/1.01325 × 288.15/285.15 and 4/1.01325 × 288.15/283.15.
        #expect(meter.baseVolume > meter.volume * 389 / 100 && meter.baseVolume < meter.volume * 402 / 100)
    }

    @Test(
        "No corrector fault shows before it begins or after it ends, and none at severity zero",
        arguments: FaultKind.allCases.filter { $0.trait.meters.contains(.corrector) })
    func window(kind: FaultKind) {
        for variant in kind.variants {
            let fault = Synthetic.fault(kind, variant)
            let (before, end, later) = (Self.at(10, [fault]), Self.at(40, [fault]), Self.at(50, [fault]))
            #expect(before.meter.totalVolume == Self.healthy[10].meter.totalVolume)
            #expect(before.meter.totalBaseVolume == Self.healthy[10].meter.totalBaseVolume)
            #expect(before.meter.status == CorrectorStatus(rawValue: 0))
            // What is left of a pulse may come an hour earlier or later: one pulse of 0.1 m³ at most.
            let used = Int64(later.meter.totalVolume - end.meter.totalVolume)
            #expect(abs(used - 10 * 2_280_000) <= 100_000)
            #expect(later.meter.status == CorrectorStatus(rawValue: 0))
            let zero = Self.at(45, [Synthetic.fault(kind, variant, severity: 0)])
            #expect(zero.meter == Self.healthy[45].meter && zero.truths.isEmpty)
            #expect(zero.time == MeterClock(faults: []).time(at: Synthetic.hour(45)))
        }
    }

    @Test(
        "What Vm and Vb miss or have too much is in the truth, to the millilitre",
        arguments: FaultKind.allCases.filter { $0.trait.meters.contains(.corrector) })
    func conservation(kind: FaultKind) {
        for variant in kind.variants {
            let run = Self.at(60, [Synthetic.fault(kind, variant)])
            let healthy = Self.healthy[60].meter
            let truth = run.truths[0]
            #expect(Int64(run.meter.totalVolume) - Int64(healthy.totalVolume) == truth.registered)
            #expect(abs(Int64(run.meter.totalBaseVolume) - Int64(healthy.totalBaseVolume) - truth.base) <= 1)
            let acts: Set<FaultKind> = [
                .magneticTamper, .pulseError, .batteryLow, .pressureSensor, .temperatureSensor, .conversionDivergence,
                .gasQualityStale,
            ]
            #expect((truth.base != 0) == acts.contains(kind), "\(kind) \(truth)")
        }
    }

    @Test(
        "18, 19: a failed sensor sends volumes to the disturbed counters with the substitute value",
        arguments: [FaultKind.pressureSensor, .temperatureSensor])
    func sensors(kind: FaultKind) {
        let run = Self.at(30, [Synthetic.fault(kind, days: 10..<15)])
        #expect(run.meter.disturbedVolume == 5 * 2_280_000 && run.meter.volume == 25 * 2_280_000)
        #expect(run.meter.latched.contains(kind == .pressureSensor ? .pressureFailed : .temperatureFailed))
        #expect(run.meter.status.isDisjoint(with: .alarms))
        // 3.5 bar stands in for nearly 4; 15 °C for some 11.
        let share = Double(run.truths[0].base) / Double(run.meter.disturbedBaseVolume)
        #expect(kind == .pressureSensor ? share < -0.13 && share > -0.15 : share < -0.012 && share > -0.016, "\(share)")
    }

    @Test(
        "20, 9: lost pulses keep Vm behind the wheels, bouncing ones drive it ahead",
        arguments: [
            (FaultKind.pulseError, FaultVariant.pulseLoss, -1 as Int64), (.pulseError, .pulseBounce, 1),
            (.magneticTamper, .plain, -1),
        ])
    func pulses(kind: FaultKind, variant: FaultVariant, sign: Int64) {
        let run = Self.at(60, [Synthetic.fault(kind, variant, severity: 250_000)])
        let lost = 30 * 2_280_000 / 4 as Int64
        #expect(abs(run.truths[0].registered - sign * lost) <= 100_000)
        let wheels = Synthetic.meter([Synthetic.fault(kind, variant, severity: 250_000)], wheels: 7)
        #expect(wheels.counted(at: Synthetic.hour(60)) == 60 * 2_280_000)
    }

    @Test("10: a corrector warns, then stands while the wheels go on")
    func battery() {
        let fault = Synthetic.fault(.batteryLow, severity: 500_000)
        var run = Synthetic.corrector([fault])
        run.advance(to: Synthetic.hour(15))
        #expect(run.meter.status == .batteryLow && run.meter.totalVolume == 15 * 2_280_000)
        run.advance(to: Synthetic.hour(30))
        #expect(run.meter.status == CorrectorStatus.batteryLow.union(.batteryDead))
        #expect(run.meter.totalVolume == 25 * 2_280_000)
        run.advance(to: Synthetic.hour(45))
        #expect(run.meter.totalVolume == 30 * 2_280_000 && run.truths[0].registered == -15 * 2_280_000)
        #expect(fault.batteryDies == Synthetic.hour(25))
    }

    @Test(
        "21, 22: a bent C moves Vb by its share and leaves Vm",
        arguments: [
            (FaultKind.conversionDivergence, FaultVariant.factorHigh, 1.0), (.conversionDivergence, .factorLow, -1.0),
            (.gasQualityStale, .factorHigh, 1.0), (.gasQualityStale, .factorLow, -1.0),
        ])
    func conversion(kind: FaultKind, variant: FaultVariant, sign: Double) {
        let severity = kind == .conversionDivergence ? 200_000 : 5_000
        let run = Self.at(60, [Synthetic.fault(kind, variant, severity: severity)])
        #expect(run.meter.volume == 60 * 2_280_000)
        let during = Double(Self.healthy[40].meter.baseVolume - Self.healthy[10].meter.baseVolume)
        #expect(abs(Double(run.truths[0].base) / during * 1e6 - sign * Double(severity)) < 1)
    }

    @Test("8, 17, 20 put their warnings on while they last")
    func warnings() {
        let faults: [(Fault, CorrectorStatus)] = [
            (Synthetic.fault(.sealBroken), .caseOpened), (Synthetic.fault(.pulseError, .pulseLoss), .pulsesDiffer),
            (Synthetic.fault(.clockShift, .clockReset), .clockSetBack),
        ]
        for (fault, status) in faults {
            #expect(Self.at(20, [fault]).meter.status == status)
            #expect(Self.at(41, [fault]).meter.status == CorrectorStatus(rawValue: 0))
            #expect(Self.at(41, [fault]).meter.latched == status)
        }
    }

    @Test("Two faults at once are told apart: pulses to one, conversion to the other")
    func both() {
        let run = Self.at(
            60,
            [
                Synthetic.fault(.pulseError, .pulseLoss, severity: 200_000),
                Synthetic.fault(.pressureSensor, days: 20..<50),
            ])
        #expect(run.truths[0].registered < 0 && run.truths[1].registered == 0)
        #expect(run.truths[0].base < 0 && run.truths[1].base < 0)
        let sum = run.truths[0].base + run.truths[1].base
        #expect(abs(Int64(run.meter.totalBaseVolume) - Int64(Self.healthy[60].meter.totalBaseVolume) - sum) <= 1)
    }
}

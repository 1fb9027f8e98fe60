import Billing
import FleetSimulator
package import Quantities

extension PlanShard {
    package func truths(until day: CivilDate) -> [TruthFault] {
        guard !isFaultless else { return [] }
        var truths: [TruthFault] = []
        for (place, meter) in meters.enumerated() {
            let readings = fleet.planned.readings.readings(of: meter.number)
            for (number, fault) in meter.faults.enumerated() where fault.severity > 0 {
                truths += truth(fault, number, place, meter, readings, until: day)
            }
            guard meter.kind != .corrector else { continue }
            for reading in readings where reading.slip != .none {
                truths.append(
                    TruthFault(
                        meter: meter.number, cause: .reader, variant: "\(reading.slip)", from: reading.date,
                        through: reading.date, sign: .registers))
            }
        }
        return truths
    }

    private func truth(
        _ fault: Fault, _ number: Int, _ place: Int, _ meter: PlanMeter, _ readings: [PlannedReading],
        until day: CivilDate
    ) -> [TruthFault] {
        guard let kind = MeterFault(rawValue: fault.kind.number) else { return [] }
        let from = max(fault.start.date, fleet.start)
        let through = min(fault.end.date, day)
        guard from <= through else { return [] }
        let (missing, expected) = heaviest(fault, number, place, meter, readings)
        let sign = TruthSign(fault.kind.trait.sign(fault.variant))
        var truth = TruthFault(
            meter: meter.number, cause: .fault(kind), variant: fault.variant.name, from: from, through: through,
            sign: sign, isMet: false, shownThrough: meter.card.flatMap { evidence[$0].shown[number] },
            missingHeatingLitres: missing, heatingLitres: expected)
        truth.isMet = truth.shownThrough != nil || isMet(fault, number, place, meter, readings, isHeavy: truth.isHeavy)
        return [truth]
    }

    /// Whether any reading that came to the office can show it; what cards show is known already.
    private func isMet(
        _ fault: Fault, _ number: Int, _ place: Int, _ meter: PlanMeter, _ readings: [PlannedReading], isHeavy: Bool
    ) -> Bool {
        if PlanShard.waylays(fault) { return metOnTheWay[place]?.contains(number) ?? false }
        let next = readings.contains { fault.start < $0.hour }
        switch fault.kind {
        case .reverseFlow: return fallsTwice(fault, meter, readings)
        // What use alone gives away must be more than weather and habits are.
        case .stuckIndex, .slippingWheel: return isHeavy
        case .sealBroken:
            // A corrector's status keeps it for the next readout; elsewhere it is a reader's note, which may be left out.
            if meter.kind == .corrector { return next }
            return readings.contains { fault.isOn($0.hour) && isNoted($0, of: meter) }
        // Only a converter has its pulses beside the wheels, and a battery.
        case .magneticTamper, .batteryLow: return meter.kind == .corrector && next
        case .clockShift:
            guard meter.kind == .corrector else { return false }
            return fault.variant == .clockReset ? next : readings.contains { isClockWrong($0.hour, fault) }
        case .conversionDivergence: return leavesTolerance(fault, place)
        case .cardFault, .valveStuckOpen, .valveStuckClosed, .emergencyCredit, .excessCredit, .lostCard: return false
        default: return next
        }
    }

    /// Whether Vb of the gas between two readouts is off by a twentieth: a shorter or smaller error is within what pressure and
    /// temperature of a month are.
    private func leavesTolerance(_ fault: Fault, _ place: Int) -> Bool {
        let samples = (useSamples[place] ?? []).map { sample in
            (wrong: sample.truths.first { $0.fault == fault }?.base ?? 0, counted: sample.counted)
        }
        return zip([(wrong: 0, counted: 0)] + samples, samples).contains { before, now in
            let wrong = now.wrong - before.wrong
            return wrong.magnitude > 0 && wrong.magnitude * 20 >= (now.counted - before.counted - wrong).magnitude
        }
    }

    private func isNoted(_ reading: PlannedReading, of meter: PlanMeter) -> Bool {
        let sight = meter.wheels?.sight(at: reading.hour) ?? .sealBroken
        return sight == .sealBroken && reading.note(seeing: sight) == .sealBroken
    }

    private func isClockWrong(_ hour: FleetHour, _ fault: Fault) -> Bool {
        guard fault.isOn(hour) else { return false }
        return ClockReading(MeterClock(faults: [fault]).time(at: hour), readAt: hour)?.isWrong ?? true
    }

    /// Whether readings fall twice in a row: one fall is no more than a misread digit may be.
    private func fallsTwice(_ fault: Fault, _ meter: PlanMeter, _ readings: [PlannedReading]) -> Bool {
        let during = readings.filter { fault.isOn($0.hour) }
        guard let wheels = meter.wheels else { return during.count > 2 }
        let indexes = during.map { wheels.index(at: $0.hour).cubicMetres }
        return zip(zip(indexes, indexes.dropFirst()), indexes.dropFirst(2)).contains { $0.1 < $0.0 && $1 < $0.1 }
    }

    /// What a fault took in the three consecutive heating periods in which it took most, and what should have been counted
    /// in them, in litres.
    private func heaviest(
        _ fault: Fault, _ number: Int, _ place: Int, _ meter: PlanMeter, _ readings: [PlannedReading]
    ) -> (missing: Int64, expected: Int64) {
        guard [.stuckIndex, .slippingWheel, .magneticTamper].contains(fault.kind) else { return (0, 0) }
        func taken(_ truths: [FaultTruth]) -> Int64 {
            guard let truth = truths.first(where: { $0.fault == fault }) else { return 0 }
            // A magnet stops pulses; the wheels that are read turn on.
            return fault.kind == .magneticTamper ? truth.pulsed : truth.registered
        }
        let plan = fleet.planned.plan.hours
        var hours = [plan.lowerBound]
        var (registered, passed): ([Int64], [Int64]) = ([0], [0])
        if let wheels = meter.wheels {
            hours += readings.map { $0.hour }
            registered = hours.map { taken(wheels.truths(until: $0)) }
            passed = hours.map { wheels.passed(at: $0) }
        } else {
            for sample in useSamples[place] ?? [] {
                hours.append(sample.hour)
                registered.append(taken(sample.truths))
                passed.append(sample.counted)
            }
        }
        let heating: Set<Int> = [1, 2, 3, 11, 12]
        var best: (Int64, Int64) = (0, 0)
        guard hours.count > 3 else { return best }
        for end in 3..<hours.count {
            guard ((end - 2)...end).allSatisfy({ heating.contains(hours[$0].date.month) }),
                hours[end - 3].date.days(until: hours[end].date) <= 110
            else { continue }
            let missing = (registered[end - 3] - registered[end]) / 1_000
            let expected = (passed[end] - passed[end - 3]) / 1_000
            if missing > best.0 { best = (missing, expected) }
        }
        return best
    }
}

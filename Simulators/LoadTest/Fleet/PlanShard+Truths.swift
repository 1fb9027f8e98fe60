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
        let through = min(lastDay(fault, meter), day)
        guard from <= through else { return [] }
        let (missing, expected) = heaviest(fault, number, meter, readings)
        let truth = TruthFault(
            meter: meter.number, cause: .fault(kind), variant: fault.variant.name, from: from, through: through,
            sign: TruthSign(fault.kind.trait.sign(fault.variant)),
            isMet: isMet(fault, number, place, meter, readings), missingHeatingLitres: missing,
            heatingLitres: expected)
        return [truth]
    }

    /// Whether anything that came to the office can show it.
    private func isMet(
        _ fault: Fault, _ number: Int, _ place: Int, _ meter: PlanMeter, _ readings: [PlannedReading]
    ) -> Bool {
        if PlanShard.waylays(fault) { return metOnTheWay[place]?.contains(number) ?? false }
        if fault.kind == .reverseFlow { return fallsTwice(fault, meter, readings) }
        let during = readings.contains { fault.isOn($0.hour) }
        let next = readings.contains { fault.start < $0.hour }
        if let truths = meter.card.flatMap({ cards[$0].truths }) ?? meter.corrector.flatMap({ correctors[$0].truths }),
            let truth = truths.first(where: { $0.fault == fault })
        {
            switch fault.kind {
            case .cardFault, .emergencyCredit: return truth.touched > 0
            case .lostCard: return visitAfterLoss(fault, meter) != nil
            case .excessCredit: return meter.card.map { askedTooMuch.contains($0) } ?? false
            case .valveStuckOpen, .valveStuckClosed: return truth.use != 0
            case .magneticTamper, .batteryLow, .sealBroken, .clockShift: return during
            default: break
            }
        }
        return switch fault.kind {
        case .sealBroken, .batteryLow, .clockShift: during
        default: next
        }
    }

    /// A lost card is one until the next comes to the desk: only then can anybody know.
    private func lastDay(_ fault: Fault, _ meter: PlanMeter) -> CivilDate {
        max(fault.end.date, visitAfterLoss(fault, meter)?.hour.date ?? fault.end.date)
    }

    /// The first visit with the card after a lost one; nil where none was lost, or none was ever used before it.
    private func visitAfterLoss(_ fault: Fault, _ meter: PlanMeter) -> PrepaidVisit? {
        guard fault.kind == .lostCard, let card = meter.card, let first = cards[card].visits.first,
            first.hour < fault.end
        else { return nil }
        return cards[card].visits.first { $0.hour >= fault.end }
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
        _ fault: Fault, _ number: Int, _ meter: PlanMeter, _ readings: [PlannedReading]
    ) -> (missing: Int64, expected: Int64) {
        guard let wheels = meter.wheels, [.stuckIndex, .slippingWheel, .magneticTamper].contains(fault.kind) else {
            return (0, 0)
        }
        let heating: Set<Int> = [1, 2, 3, 11, 12]
        let plan = fleet.planned.plan.hours
        let hours = [plan.lowerBound] + readings.map { $0.hour }
        let registered = hours.map { hour in
            wheels.truths(until: hour).first { $0.fault == fault }?.registered ?? 0
        }
        var best: (Int64, Int64) = (0, 0)
        guard hours.count > 3 else { return best }
        for end in 3..<hours.count {
            guard ((end - 2)...end).allSatisfy({ heating.contains(hours[$0].date.month) }),
                hours[end - 3].date.days(until: hours[end].date) <= 110
            else { continue }
            let missing = (registered[end - 3] - registered[end]) / 1_000
            let expected = (wheels.passed(at: hours[end]) - wheels.passed(at: hours[end - 3])) / 1_000
            if missing > best.0 { best = (missing, expected) }
        }
        return best
    }
}

import Billing
import FleetSimulator
import MeterCore
import Quantities

// What stands at a meter when somebody comes, and what is written of it.
extension PlanShard {
    /// Somebody stands before the meter: what it shows is kept until the reading comes.
    mutating func look(_ visit: Visit) {
        let (place, planned) = (visit.place, visit.reading)
        let (hour, kind) = (planned.hour, meters[place].kind)
        let (index, generation) = seen(place, at: hour)
        var sight = meters[place].wheels?.sight(at: hour) ?? .none
        var registers: CorrectorRegisters?
        var clock: ClockReading?
        var status: MeterStatus = []
        if let card = meters[place].card {
            sample(place, hour, cards[card].truths, counted: cards[card].passed)
            if meters[place].faults.contains(where: { $0.kind == .sealBroken && $0.isOn(hour) }) { sight = .sealBroken }
        }
        if let place_ = meters[place].corrector {
            correctors[place_].advance(to: hour)
            let (corrector, time) = (correctors[place_].meter, correctors[place_].time)
            clock = ClockReading(time, readAt: hour)
            sample(place, hour, correctors[place_].truths, counted: Int64(corrector.totalBaseVolume))
            registers = CorrectorRegisters(
                corrected: Int64(corrector.totalBaseVolume / 1_000_000),
                converter: Int64(corrector.totalVolume / 1_000_000),
                disturbed: Int64(corrector.disturbedVolume / 1_000_000),
                disturbedCorrected: Int64(corrector.disturbedBaseVolume / 1_000_000))
            // What was on at any time since the last reading, which took the latched word down.
            status = MeterStatus(corrector.latched.union(corrector.status))
            correctors[place_].acknowledge()
        }
        if isFaultless { sight = .none }
        let note = planned.note(seeing: sight)
        if note == .sealBroken, kind != .corrector { status.insert(.sealBroken) }
        let beside = isSwapped(planned, place) ? beside(place, at: hour) : nil
        let written =
            isFaultless || kind == .corrector
            ? index : meters[place].write(planned, shown: index, neighbour: beside)
        meters[place].shown.append(
            ShownReading(
                order: planned.number + 1, date: planned.date, index: index, written: written, beside: beside,
                generation: generation, note: note, sight: sight, registers: registers, status: status, clock: clock))
        if meters[place].shown.count > 4 { meters[place].shown.removeFirst() }
    }

    /// What the wheels show at an hour, in whole m³, and how often the meter has been exchanged.
    ///
    /// Of a prepaid meter no earlier than what was asked for last: who reads comes before the evening, in which customers go to
    /// the desk.
    private mutating func seen(_ place: Int, at hour: FleetHour) -> (index: Int, generation: Int) {
        if let card = meters[place].card {
            _ = cards[card].wish(until: hour)
            return (Int(cards[card].index / 1_000_000), cards[card].generation)
        }
        if let wheels = meters[place].wheels {
            let shown = wheels.index(at: hour)
            return (shown.cubicMetres, shown.generation)
        }
        let counted = meters[place].startIndex + meters[place].curve.millilitres(at: hour)
        return (Int(counted % ranges[meters[place].group] / 1_000_000), 0)
    }

    /// Whether the neighbour's number is written, or comes, in place of this one: by the reader's slip or by a fault.
    private func isSwapped(_ planned: PlannedReading, _ place: Int) -> Bool {
        guard !isFaultless else { return false }
        return planned.slip == .swappedNeighbours
            || meters[place].faults.contains { $0.variant == .swappedNeighbours && $0.isOn(planned.hour) }
    }

    /// What the other meter of the pair shows at the same hour, whichever of the two is looked at first; nil where the shard
    /// has none.
    private mutating func beside(_ place: Int, at hour: FleetHour) -> Int? {
        let other = fleet.planned.plan.neighbour(of: meters[place].number, group: meters[place].group)
        guard let other, meters.indices.contains(other - first) else { return nil }
        return seen(other - first, at: hour).index
    }

    /// Keeps what the faults had done, of meters that have any.
    private mutating func sample(_ place: Int, _ hour: FleetHour, _ truths: [FaultTruth], counted: Int64) {
        guard !isFaultless, !truths.isEmpty else { return }
        useSamples[place, default: []].append(UseSample(hour: hour, truths: truths, counted: counted))
    }
}

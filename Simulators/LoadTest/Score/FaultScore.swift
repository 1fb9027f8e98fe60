import Billing
import Quantities

/// How well billing flagged one kind of fault.
///
/// A flag counts for a fault of its kind and meter from the fault's first day to some days after its last (the grace): the
/// reading that shows it may come later, and a card that shows it with its customer. Flags of one kind, meter and calendar
/// month are one.
package struct FaultScore: Hashable, Sendable {
    /// Faults that there were.
    package var truths = 0
    /// Of them, those that a reading, a card or a record met.
    package var met = 0
    /// Of those met, flagged.
    package var found = 0
    /// Of all that there were, flagged, whether or not anything met them.
    package var foundOfAll = 0
    /// Flags of the kind, one a meter and month.
    package var flags = 0
    /// Of them, right.
    package var right = 0

    /// Nothing scored.
    package init() {}

    /// Share of the flags that are right, in thousandths; nil without flags.
    package var precisionPermille: Int? { flags == 0 ? nil : right * 1_000 / flags }
    /// Share of the faults met that were flagged, in thousandths; nil where none was met.
    package var recallPermille: Int? { met == 0 ? nil : found * 1_000 / met }

    /// Share of all faults that were flagged, in thousandths; nil where there was none.
    package var recallOfAllPermille: Int? { truths == 0 ? nil : foundOfAll * 1_000 / truths }

    /// Adds another shard's.
    mutating func add(_ other: FaultScore) {
        truths += other.truths
        met += other.met
        found += other.found
        foundOfAll += other.foundOfAll
        flags += other.flags
        right += other.right
    }
}

extension MeterFault {
    /// Faults that use gives away, and not which of them: a flag of one counts for each.
    static let byUse: Set<MeterFault> = [.stuckIndex, .slippingWheel, .magneticTamper]
}

extension TruthFault {
    /// Whether a flag of that fault says this.
    func isNamed(by fault: MeterFault) -> Bool {
        switch cause {
        // A reader who writes a neighbour's number or a wrong one gives a reading of no such meter.
        case .reader: return fault == .wrongMeter
        case .fault(let own):
            if own == fault { return true }
            // Pulses that a magnet keeps from a converter are lost like others.
            if own == .magneticTamper, fault == .pulses { return true }
            return sign == .use && (MeterFault.byUse.contains(fault) || fault == .wrongMeter)
                && (MeterFault.byUse.contains(own) || own == .wrongMeter)
        }
    }

    /// Whether a day lies in its time, or in the grace after it.
    func covers(_ day: CivilDate, grace: Int) -> Bool {
        from <= day && max(through, shownThrough ?? through).days(until: day) <= grace
    }

    /// Whether it takes at least half of the use, and 30 m³, in the three heating months in which it takes most.
    var isHeavy: Bool {
        sign == .use && missingHeatingLitres >= 30_000 && missingHeatingLitres * 2 >= heatingLitres
    }
}

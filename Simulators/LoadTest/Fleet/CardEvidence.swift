import Billing
import FleetSimulator
import MeterCore
import Quantities

/// Which faults of a prepaid meter the cards showed that came to the desk, and when the last time.
///
/// It is the truth's: what a card brings is held against what really was wrong when it was written.
struct CardEvidence {
    /// The last day on which a card showed a fault, by the fault's place among the meter's.
    private(set) var shown: [Int: CivilDate] = [:]
    private var before: CardWish?
    /// How many cards each fault had touched by then.
    private var touched: [Int: Int] = [:]

    /// A customer comes to the desk.
    ///
    /// - Parameters:
    ///   - wish: what is asked, and what the card brings.
    ///   - isTooMuch: whether it is more than the meter may hold.
    ///   - truths: what the meter's faults did until then, of those that its run knows.
    ///   - faults: all its faults.
    ///   - hour: when.
    mutating func add(
        _ wish: CardWish, isTooMuch: Bool, truths: [FaultTruth], faults: [Fault], at hour: FleetHour
    ) {
        for (place, fault) in faults.enumerated() where fault.start <= hour {
            let truth = truths.first { $0.fault == fault } ?? FaultTruth(fault)
            if shows(wish, isTooMuch: isTooMuch, truth, place, at: hour) { shown[place] = hour.date }
        }
        before = wish
    }

    private mutating func shows(
        _ wish: CardWish, isTooMuch: Bool, _ truth: FaultTruth, _ place: Int, at hour: FleetHour
    ) -> Bool {
        let fault = truth.fault
        switch fault.kind {
        // The office had a card of this customer before, and nothing came back with it.
        case .lostCard: return before.map { $0.card < wish.card } ?? false && wish.readBack == nil
        case .excessCredit: return isTooMuch && fault.isOn(hour)
        default: break
        }
        guard let back = wish.readBack else { return false }
        switch fault.kind {
        // A meter whose case was open, or whose battery was dead, says so of the last card that it refused.
        case .sealBroken:
            return fault.isOn(hour) && back.status.contains(.caseOpened) || back.refusal == .caseOpened
        case .magneticTamper: return fault.isOn(hour) && back.status.contains(.magnet)
        case .batteryLow: return back.status.contains(.batteryLow) || back.refusal == .batteryDead
        case .cardFault:
            // What a card did at the meter comes back with the next.
            let isNew = truth.touched > touched[place] ?? 0
            touched[place] = truth.touched
            return isNew
        case .emergencyCredit: return truth.touched > 0 && back.creditMillilitres < 0
        case .valveStuckOpen:
            return truth.use > 0 && back.creditMillilitres < 0 && !back.status.contains(.emergencyCredit)
        case .valveStuckClosed:
            guard let last = before?.readBack else { return false }
            return fault.isOn(hour) && last.litres == back.litres && last.creditMillilitres > 0
                && last.at.date < back.at.date && last.loadTaken < back.loadTaken
        case .clockShift: return fault.isOn(hour) && back.isClockWrong
        default: return false
        }
    }
}

extension CardReadBack {
    /// Whether the clock shows another minute.
    fileprivate var isClockWrong: Bool {
        guard let clock else { return true }
        return ClockReading(shown: clock, earliest: at, latest: at).isWrong
    }
}

extension ClockReading {
    /// Whether it shows another minute than the right one.
    var isWrong: Bool { secondsOff.magnitude >= 60 }
}

/// What the faults of a prepaid meter had done to its wheels, or those of a corrector to Vb, when it was read.
struct UseSample {
    let hour: FleetHour
    let truths: [FaultTruth]
    /// The gas that had passed a prepaid meter, or that a corrector had counted in Vb, in millilitres.
    let counted: Int64
}

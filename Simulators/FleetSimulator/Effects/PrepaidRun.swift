public import MeterCore

/// A prepaid meter stepped hour by hour under its faults: wheels, register, credit, valve and card.
///
/// The curve is what the appliances would use; the valve decides what passes. The wheels are the mechanical index, which
/// a reader sees; register and credit are the electronics' by pulses.
public struct PrepaidRun<Curve: VolumeCurve>: Sendable {
    /// The meter's electronics.
    public private(set) var meter: PrepaidMeter
    /// What is set in it.
    public private(set) var terms: PrepaidTerms
    /// Until when it has been stepped.
    public private(set) var hour: FleetHour
    /// What the mechanical wheels count, in millilitres, not wrapped; may fall below zero where gas flows back.
    public private(set) var wheels: Int64
    /// The gas that passed since the epoch, in millilitres.
    public private(set) var passed: Int64
    /// What the appliances would have used since the epoch, in millilitres.
    public private(set) var demanded: Int64
    /// What the appliances asked for in vain since gas last passed, in millilitres.
    public private(set) var missed: Int64
    /// How often the meter has been exchanged.
    public private(set) var generation: Int
    /// What each fault did until then.
    public private(set) var truths: [FaultTruth]

    private let demand: PassedVolume<Curve>
    private let successors: [PrepaidTerms]
    /// What flowed back since the fault began, of which a share turned the wheels back.
    private var backwards: Int64

    /// A meter at the beginning of a plan.
    ///
    /// - Parameters:
    ///   - curve: what the appliances would use.
    ///   - faults: its faults; those of severity 0 are passed over.
    ///   - terms: what is set in the meter.
    ///   - successors: what is set in the meters that take its place in exchanges, in order; none where none is planned.
    ///   - startLitres: the register at the epoch. A rollover moves it, so that the demanded volume turns the wheels over.
    ///   - epoch: the plan's first hour.
    public init(
        _ curve: Curve, faults: [Fault], terms: PrepaidTerms, successors: [PrepaidTerms] = [], startLitres: UInt32,
        epoch: FleetHour
    ) {
        let faults = faults.filter { $0.severity > 0 }
        demand = PassedVolume(curve, from: epoch, faults: faults)
        self.terms = terms
        self.successors = successors
        truths = faults.map { FaultTruth($0) }
        var litres = startLitres
        if let rollover = faults.first(where: { $0.kind == .rollover && $0.start >= epoch }) {
            let range = (0..<terms.blackWheels).reduce(1_000) { range, _ in range * 10 } as Int64
            // Up to a whole litre, so that the wheels have turned over by that hour.
            let before = ((demand(rollover.start) + 999) / 1_000) % range
            litres = UInt32(truncatingIfNeeded: (range - before) % range)
        }
        meter = PrepaidMeter(litres: litres)
        wheels = Int64(litres) * 1_000
        (passed, demanded, missed, backwards, generation, hour) = (0, 0, 0, 0, 0, epoch)
    }

    /// What the mechanical wheels show, in whole m³.
    public var cubicMetres: Int {
        let range = (0..<terms.blackWheels).reduce(1_000_000) { range, _ in range * 10 } as Int64
        let shown = wheels % range
        return Int((shown < 0 ? shown + range : shown) / 1_000_000)
    }

    /// What the meter's clock shows, which is what it writes on cards.
    public var time: MeterClock.Time { MeterClock(faults: truths.map(\.fault)).time(at: hour) }

    /// Steps to an hour; an earlier one changes nothing.
    public mutating func advance(to end: FleetHour) {
        while hour < end { step() }
    }

    /// What a customer asks for who wants a volume: more in a fault that asks for too much; nothing while the card is
    /// lost or the customer lives on emergency credit.
    public func wish(for volume: UInt64) -> UInt64 {
        if isOn(.lostCard) != nil || isOn(.emergencyCredit) != nil { return 0 }
        guard let excess = isOn(.excessCredit) else { return volume }
        return volume * UInt64(truths[excess].fault.severity) / 1_000
    }

    /// Puts the office's card in, as far as the faults let it come.
    public mutating func insert(_ card: PrepaidCard) -> CardOutcome {
        if let lost = isOn(.lostCard) {
            truths[lost].touched += 1
            return CardOutcome()
        }
        let seconds = time.seconds
        if let place = isOn(.cardFault) {
            let fault = truths[place].fault
            let chance = FaultDraw.bits(fault.key, UInt64(card.loadNumber))
            if fault.share.takes(chance) {
                let before = meter.credit
                let outcome = CardMishap.insert(
                    card, variant: fault.variant, key: chance, into: &meter, terms: &terms, at: seconds)
                let due = card.kind == .customer ? Int64(card.amount) * finest : 0
                truths[place].touched += 1
                // A repeated load that the meter took once is as it should be.
                truths[place].credit += meter.credit - before - due
                return outcome
            }
        }
        var outcome = CardOutcome()
        var inserted = card
        outcome.answers = [meter.insert(&inserted, under: &terms, at: seconds)]
        outcome.card = inserted
        return outcome
    }

    /// Finest units of a millilitre or a kuruş.
    private var finest: Int64 { terms.unit == .money ? 10_000_000_000 : 1 }

    private mutating func step() {
        let next = hour.advanced(byHours: 1)
        // What was demanded until this hour is known: the curve is asked once an hour.
        let until = demand(next)
        let volume = until - demanded
        demanded = until
        react()
        for leak in truths.indices where truths[leak].fault.kind == .creep {
            truths[leak].use +=
                demand.leaked(truths[leak].fault, until: next) - demand.leaked(truths[leak].fault, until: hour)
        }
        // At most 1,000 m³ at once, which no such meter passes in an hour.
        pass(min(volume, 1_000_000_000))
        hour = next
    }

    /// Lets an hour's volume pass as valve and reed have it, and says what the faults did to it.
    private mutating func pass(_ volume: Int64) {
        let before = meter
        let paid = min(volume, Int64(clamping: before.affordable(under: terms)))
        let (open, closed) = (isOn(.valveStuckOpen), isOn(.valveStuckClosed))
        let stuck = isOn(.stuckIndex)
        var went: Int64
        var counted: Int64
        if let stuck {
            // The wheels stand, and so does the reed.
            let flows = open != nil || closed == nil && !before.flags.contains(.valveClosed)
            (went, counted) = (flows ? volume : 0, 0)
            truths[stuck].pulsed -= went
        } else {
            let passage = meter.pass(
                millilitres: UInt64(volume), under: terms,
                valve: open != nil ? .stuckOpen : closed != nil ? .stuckClosed : .none)
            (went, counted) = (Int64(passage.passed), Int64(passage.counted))
            if counted < went, let place = isOn(.magneticTamper) ?? isOn(.batteryLow) {
                truths[place].registered -= went - counted
                truths[place].pulsed -= went - counted
            }
        }
        passed += went
        missed = went > 0 ? 0 : missed + volume
        if let stuck { truths[stuck].registered -= went } else { turn(went) }
        if let open { truths[open].use += went - (before.flags.contains(.valveClosed) ? 0 : paid) }
        if let closed { truths[closed].use -= before.flags.contains(.valveClosed) ? 0 : paid }
        if before.flags.contains(.valveClosed), open == nil, let place = isOn(.sealBroken) ?? isOn(.batteryLow) {
            truths[place].use -= paid
        }
        if before.credit <= 0, let place = isOn(.emergencyCredit) { truths[place].use += went }
    }

    /// Turns the mechanical wheels, forwards or, as far as gas flows back, backwards.
    private mutating func turn(_ volume: Int64) {
        wheels += volume
        guard let place = isOn(.reverseFlow) else { return }
        let share = truths[place].fault.share
        let reached = backwards + volume
        let back = 2 * (share.part(of: reached) - share.part(of: backwards))
        backwards = reached
        wheels -= back
        truths[place].registered -= back
    }

    /// Does what begins and ends in this hour.
    private mutating func react() {
        for place in truths.indices {
            let fault = truths[place].fault
            let isOn = fault.isOn(hour)
            switch fault.kind {
            case .sealBroken:
                if isOn, fault.start == hour { meter.sense(.caseOpened, under: terms) }
                if fault.end == hour { serve() }
            case .batteryLow:
                if isOn, !meter.flags.contains(.batteryLow) { meter.sense(.batteryLow, under: terms) }
                if isOn, fault.batteryDies <= hour, !meter.flags.contains(.batteryDead) {
                    meter.sense(.batteryDead, under: terms)
                }
                if fault.end == hour { meter.sense(.batteryReplaced, under: terms) }
            case .magneticTamper:
                let holds =
                    isOn && fault.share.takes(FaultDraw.bits(fault.key, UInt64(truncatingIfNeeded: hour.number)))
                if isOn || fault.end == hour { meter.sense(holds ? .magnetOn : .magnetOff, under: terms) }
            case .emergencyCredit:
                if isOn, meter.affordable(under: terms) == 0, meter.requestEmergencyCredit(under: terms) {
                    truths[place].touched += 1
                }
            case .meterIdentity:
                if fault.isExchange, fault.start == hour, generation < successors.count {
                    exchange(successors[generation], place)
                }
            default: break
            }
        }
    }

    /// A technician closes the case with a service card of the next number.
    private mutating func serve() {
        // A meter that has used up all numbers, or whose battery is dead, keeps its valve closed.
        try? meter.load(
            PrepaidCard(
                kind: .service, unit: terms.unit, loadNumber: meter.loadNumber &+ 1, serial: terms.serial, amount: 0),
            under: &terms)
    }

    /// Another meter takes the place: its register begins at zero, and what stood on the old one is lost to the customer.
    private mutating func exchange(_ successor: PrepaidTerms, _ place: Int) {
        truths[place].credit -= meter.credit
        truths[place].touched += 1
        meter = PrepaidMeter()
        terms = successor
        wheels = 0
        generation += 1
    }

    private func isOn(_ kind: FaultKind) -> Int? {
        truths.firstIndex { $0.fault.kind == kind && $0.fault.isOn(hour) }
    }
}

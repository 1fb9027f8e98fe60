public import MeterCore

/// A prepaid meter and its customer through a plan, without a billing: what is wished is what the card gets.
///
/// Goes forwards only. Meters without faults are stepped from visit to visit, with faults by the hour. Cards carry gas,
/// whatever the plan's cards carry, since a price is the billing's. All volumes are counted with the meter's own error.
public struct PrepaidCourse: Sendable {
    /// What the meter was when another took its place.
    public struct Removal: Hashable, Sendable {
        /// When.
        public let hour: FleetHour
        /// What its wheels showed, in millilitres within their range.
        public let index: Int64
        /// What they would have shown for the gas that passed.
        public let soundIndex: Int64
    }

    /// What the customer did until now, in order.
    public private(set) var visits: [PrepaidVisit] = []
    /// The meters that were exchanged, in order.
    public private(set) var removals: [Removal] = []
    /// The faults of the meter.
    public let faults: [Fault]
    private let customer: PrepaidCustomer
    private let curve: IndicatedVolume
    private let hours: Range<FleetHour>
    private let range: Int64
    /// One of the two is there.
    private var sound: SoundPrepaid?
    private var faulty: PrepaidRun<IndicatedVolume>?
    /// What the present meter's wheels would have shown without a fault when nothing had passed.
    private var soundStart: Int64
    private var purchases = 0
    private var reserve: Int64 = 0
    private var lastLoad: UInt16 = 0
    /// The next hour at which the customer looks at the credit; nil for none within the plan.
    private var nextLook: FleetHour?

    /// The course of a prepaid meter from the plan's beginning.
    public init(_ meter: Int, of fleet: PlannedFleet) {
        let plan = fleet.plan
        customer = PrepaidCustomer(of: meter, in: plan)
        faults = fleet.schedule.faults(of: meter, group: plan.group(of: meter))
        hours = plan.hours
        let truth = fleet.curve(of: meter)
        curve = IndicatedVolume(truth, of: fleet.moulds[plan.group(of: meter)])
        range = (0..<plan.groups[plan.group(of: meter)].blackWheels).reduce(1_000_000) { range, _ in range * 10 }
        if faults.isEmpty {
            let terms = fleet.prepaidTerms(of: meter, unit: .volume)
            let start = SoundPrepaid(
                curve, terms, startLitres: UInt32(truth.meter.index(afterMillilitres: 0) / 1_000),
                epoch: hours.lowerBound)
            soundStart = start.start
            sound = start
        } else {
            let run = fleet.prepaidRun(of: meter, unit: .volume)
            soundStart = run.wheels
            faulty = run
        }
        let first = hours.lowerBound.advanced(byHours: PrepaidCustomer.visitingHour)
        nextLook = first < hours.upperBound ? first : nil
    }

    /// Until when it has come.
    public var hour: FleetHour { faulty?.hour ?? sound?.hour ?? hours.lowerBound }
    /// The meter's electronics.
    public var meter: PrepaidMeter { faulty?.meter ?? sound?.meter ?? PrepaidMeter() }
    /// What is set in it.
    public var terms: PrepaidTerms {
        guard let terms = faulty?.terms ?? sound?.terms else { preconditionFailure("a course has a meter") }
        return terms
    }
    /// What its clock shows.
    public var time: MeterClock.Time {
        faulty?.time ?? MeterClock.Time(seconds: UInt32(clamping: Int(hour.number) * 3_600), isInvalid: false)
    }
    /// How often the meter has been exchanged.
    public var generation: Int { faulty?.generation ?? 0 }
    /// The gas that passed since the plan began, in millilitres.
    public var passed: Int64 { faulty?.passed ?? sound?.passed ?? 0 }
    /// What the appliances would have used, in millilitres.
    public var demanded: Int64 { faulty?.demanded ?? sound?.demanded ?? 0 }
    /// What each fault did until now.
    public var truths: [FaultTruth] { faulty?.truths ?? [] }
    /// What the wheels show, in millilitres within their range.
    public var index: Int64 { wrapped(faulty?.wheels ?? soundStart + passed) }
    /// What they would show for the gas that passed, had they no fault.
    public var soundIndex: Int64 { wrapped(soundStart + passed) }

    /// Goes on to an hour, with all visits until then; an earlier hour changes nothing.
    public mutating func advance(to end: FleetHour) {
        while let look = nextLook, look <= end {
            step(to: look)
            visit(at: look)
        }
        step(to: end)
    }

    private mutating func step(to end: FleetHour) {
        sound?.advance(to: end)
        for fault in faults where fault.kind == .meterIdentity && fault.variant == .exchange {
            // The hour of the exchange ends with the other meter on the wall.
            guard fault.severity > 0, hour <= fault.start, fault.start < end else { continue }
            faulty?.advance(to: fault.start)
            removals.append(Removal(hour: fault.start, index: index, soundIndex: soundIndex))
            // What passes from that hour on goes through the new meter, which begins at zero.
            soundStart = -passed
            faulty?.advance(to: fault.start.advanced(byHours: 1))
        }
        faulty?.advance(to: end)
    }

    private func wrapped(_ volume: Int64) -> Int64 {
        let shown = volume % range
        return shown < 0 ? shown + range : shown
    }

    private mutating func visit(at look: FleetHour) {
        nextLook = look.advanced(byHours: 24) < hours.upperBound ? look.advanced(byHours: 24) : nil
        let credit = meter.amountLeft(under: terms)
        if purchases > 0, credit > reserve {
            lookAhead(from: look, credit)
            return
        }
        let daily = customer.dailyUse(before: look, of: curve)
        var wish = customer.wish(
            after: purchases, daily: daily, credit: credit, maximum: Int64(clamping: terms.maximumCredit))
        if let faulty { wish = Int64(clamping: faulty.wish(for: UInt64(wish))) / 1_000 * 1_000 }
        guard wish > 0 else { return }
        // The customer puts the card in before the way to the desk, so that the desk knows the meter's last load.
        lastLoad = max(lastLoad, meter.loadNumber) &+ 1
        let card = PrepaidCard(unit: .volume, loadNumber: lastLoad, serial: terms.serial, amount: UInt64(wish))
        let serial = terms.serial
        let outcome = faulty?.insert(card) ?? sound?.insert(card) ?? CardOutcome()
        visits.append(
            PrepaidVisit(
                number: visits.count + 1, hour: look,
                card: 1 + faults.filter { $0.kind == .lostCard && $0.severity > 0 && $0.end <= look }.count,
                serial: serial, wish: wish, creditBefore: credit, loadNumber: lastLoad, outcome: outcome,
                creditAfter: meter.amountLeft(under: terms)))
        purchases += 1
        reserve = customer.reserve(after: purchases, daily: daily)
        lookAhead(from: look, meter.amountLeft(under: terms))
    }

    /// Without faults nobody need look before the credit has come down to the reserve.
    private mutating func lookAhead(from look: FleetHour, _ credit: Int64) {
        guard let sound else { return }
        let target = sound.demanded + max(credit - reserve, 0)
        var (low, high) = (1, look.hours(until: hours.upperBound.advanced(byHours: -1)) / 24)
        guard low <= high, curve.millilitres(at: look.advanced(byHours: high * 24)) >= target else {
            nextLook = nil
            return
        }
        while low < high {
            let middle = (low + high) / 2
            if curve.millilitres(at: look.advanced(byHours: middle * 24)) >= target {
                high = middle
            } else {
                low = middle + 1
            }
        }
        nextLook = look.advanced(byHours: low * 24)
    }
}

public import MeterCore

/// A prepaid meter and its customer through a plan: when they go to the desk, what they wish, and what the card then does.
///
/// Goes forwards only. Who is the desk answers each ``wish(until:)`` with ``take(_:)``: a billing, or ``advance(to:)``, which
/// gives every card what was wished. Meters without faults are stepped from visit to visit, with faults by the hour. All
/// volumes are counted with the meter's own error.
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
    private var wishes = 0
    /// The customer who stands at the desk.
    private var waiting: PrepaidWish?
    private var lastLoad: UInt16 = 0
    /// The card that was in the meter last, and why the meter refused it; none before the first.
    private var inserted: (card: Int, refusal: PrepaidRefusal?) = (0, nil)
    /// The next hour at which the customer looks at the credit; nil for none within the plan.
    public private(set) var nextLook: FleetHour?

    /// The course of a prepaid meter from the plan's beginning, under its faults; its cards carry gas.
    public init(_ meter: Int, of fleet: PlannedFleet) {
        let group = fleet.plan.group(of: meter)
        self.init(
            meter, of: fleet, curve: IndicatedVolume(fleet.curve(of: meter), of: fleet.moulds[group]),
            faults: fleet.schedule.faults(of: meter, group: group))
    }

    /// The course of a prepaid meter from the plan's beginning.
    ///
    /// - Parameters:
    ///   - meter: number of a prepaid meter.
    ///   - fleet: its fleet.
    ///   - curve: what its appliances use, as the meter counts it.
    ///   - faults: its faults, or those of them that the truth has, too.
    ///   - price: of a m³ in ten-thousandths of a kuruş, set in the meter before its first card, whose cards then carry money;
    ///     nil for cards that carry gas.
    public init(
        _ meter: Int, of fleet: PlannedFleet, curve: IndicatedVolume, faults: [Fault], price: UInt32? = nil
    ) {
        let plan = fleet.plan
        let unit = price == nil ? CreditUnit.volume : .money
        func terms(_ generation: Int) -> PrepaidTerms {
            fleet.prepaidTerms(of: meter, generation: generation, price: price ?? 0, unit: unit)
        }
        customer = PrepaidCustomer(of: meter, in: plan)
        self.faults = faults
        self.curve = curve
        hours = plan.hours
        range = (0..<plan.groups[plan.group(of: meter)].blackWheels).reduce(1_000_000) { range, _ in range * 10 }
        let litres = UInt32(curve.truth.meter.index(afterMillilitres: 0) / 1_000)
        if faults.isEmpty {
            let start = SoundPrepaid(curve, terms(0), startLitres: litres, epoch: hours.lowerBound)
            soundStart = start.start
            sound = start
        } else {
            let exchanges = faults.count { $0.isExchange && $0.severity > 0 }
            let run = PrepaidRun(
                curve, faults: faults, terms: terms(0), successors: (0..<exchanges).map { terms($0 + 1) },
                startLitres: litres, epoch: hours.lowerBound)
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
    ///
    /// The desk is none: every card gets the gas that was wished, whatever it costs. For cards that carry gas.
    public mutating func advance(to end: FleetHour) {
        while let wish = wish(until: end) {
            take(
                PrepaidCard(
                    unit: .volume, loadNumber: max(lastLoad, meter.loadNumber) &+ 1, serial: wish.serial,
                    amount: UInt64(wish.volume)))
        }
    }

    /// Goes on to an hour, or to the first visit until then: there the customer waits for ``take(_:)``.
    ///
    /// - Returns: the wish; nil where nobody goes to the desk until that hour.
    public mutating func wish(until end: FleetHour) -> PrepaidWish? {
        while waiting == nil, let look = nextLook, look <= end {
            step(to: look)
            nextLook = look.advanced(byHours: 24) < hours.upperBound ? look.advanced(byHours: 24) : nil
            waiting = wish(at: look)
        }
        if waiting == nil { step(to: end) }
        return waiting
    }

    /// The waiting customer goes home with a card and puts it in; nil for one that nothing was loaded on.
    public mutating func take(_ card: PrepaidCard?) {
        guard let wish = waiting else { return }
        waiting = nil
        guard let card else {
            // It brings back what the meter holds; the customer tries again the next day.
            inserted = (wish.card, inserted.refusal)
            return
        }
        lastLoad = max(lastLoad, card.loadNumber)
        let outcome = faulty?.insert(card) ?? sound?.insert(card) ?? CardOutcome()
        if outcome.card != nil || !outcome.answers.isEmpty {
            inserted = (wish.card, outcome.answers.last { $0 != nil } ?? nil)
        }
        let credit = meter.volumeLeft(under: terms)
        visits.append(
            PrepaidVisit(
                number: visits.count + 1, hour: wish.hour, card: wish.card, serial: wish.serial, wish: wish.volume,
                creditBefore: wish.creditBefore, loadNumber: card.loadNumber, outcome: outcome, creditAfter: credit))
        purchases += 1
        reserve = customer.reserve(after: purchases, daily: wish.daily)
        lookAhead(from: wish.hour, credit)
    }

    private mutating func step(to end: FleetHour) {
        sound?.advance(to: end)
        for fault in faults where fault.isExchange {
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

    /// What the customer wishes who looks at the credit now; nil where it lasts, or the meter is full.
    private mutating func wish(at look: FleetHour) -> PrepaidWish? {
        let credit = meter.volumeLeft(under: terms)
        // Who has no gas in spite of credit comes back, and buys a day's to see whether it helps.
        let isCold = credit > 0 && faulty?.missed ?? 0 > 0 && inserted.refusal == nil
        if purchases > 0, credit > reserve, !isCold {
            lookAhead(from: look, credit)
            return nil
        }
        let daily = customer.dailyUse(before: look, of: curve)
        let most = terms.maximumVolume
        var volume = customer.wish(after: purchases, daily: daily, credit: credit, maximum: most)
        if isCold { volume = min(volume, daily / 1_000 * 1_000) }
        if let faulty { volume = Int64(clamping: faulty.wish(for: UInt64(volume))) / 1_000 * 1_000 }
        guard volume > 0 else { return nil }
        wishes += 1
        let card = 1 + faults.filter { $0.kind == .lostCard && $0.severity > 0 && $0.end <= look }.count
        return PrepaidWish(
            number: wishes, hour: look, card: card, serial: terms.serial, volume: volume, creditBefore: credit,
            isTooMuch: volume > most - max(credit, 0),
            readBack: inserted.card == card
                ? PrepaidReadBack(of: meter, time: time.seconds, refusal: inserted.refusal) : nil,
            daily: daily)
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

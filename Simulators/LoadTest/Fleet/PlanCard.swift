import Billing
import FleetSimulator
import MeterCore
import Quantities

/// A prepaid meter and its customer: what they buy when, and what the card brings back.
///
/// A customer buys for some days of the present use when the credit falls to some days of it. Without faults the meter is
/// stepped from event to event, since its state does not depend on how a volume is split; with faults by the hour.
struct PlanCard {
    private enum Engine {
        case steady(PrepaidMeter, PrepaidTerms, FleetHour, wheels: Int64)
        case run(PrepaidRun<IndicatedVolume>)
    }

    private let number: Int
    private let curve: IndicatedVolume
    private let start: FleetHour
    private let end: FleetHour
    private let buying: PrepaidBuying
    private let seed: UInt64
    private var engine: Engine
    private var purchases = 0
    private var wishes = 0
    private var loadedLitres: Int64 = 0
    private var reserveLitres: Int64 = 0
    /// The day on which the customer without faults comes next; nil where not within the plan.
    private var nextDay: Int?
    private(set) var cardNumber = 1
    /// Whether more was asked for than the meter may hold.
    private(set) var didAskTooMuch = false
    /// Whether the card was in the meter since it was made.
    private var isReadBack = false
    /// Why the meter refused the last load; nil where it took it.
    private var refusal: PrepaidRefusal?
    /// What the wheels showed before an exchange, in whole m³.
    private(set) var beforeExchange = 0

    init(_ number: Int, _ fleet: PlanFleet, _ curve: IndicatedVolume, _ faults: [Fault], isStepped: Bool) {
        let plan = fleet.planned.plan
        self.number = number
        self.curve = curve
        (start, end) = (plan.hours.lowerBound, plan.hours.upperBound)
        buying = plan.prepaid
        seed = plan.seed
        let terms = fleet.planned.prepaidTerms(of: number)
        let litres = UInt32(curve.truth.meter.index(afterMillilitres: 0) / 1_000)
        if isStepped {
            engine = .run(
                PrepaidRun(
                    curve, faults: faults, terms: terms,
                    successor: fleet.planned.prepaidTerms(of: number, generation: 1), startLitres: litres,
                    epoch: plan.hours.lowerBound))
        } else {
            engine = .steady(PrepaidMeter(litres: litres), terms, plan.hours.lowerBound, wheels: Int64(litres) * 1_000)
        }
        nextDay = start.day
    }

    var terms: PrepaidTerms {
        switch engine {
        case .steady(_, let terms, _, _): terms
        case .run(let run): run.terms
        }
    }

    /// The whole m³ of the wheels.
    var cubicMetres: Int {
        switch engine {
        case .steady(_, let terms, _, let wheels):
            Int(wheels / 1_000_000 % (0..<terms.blackWheels).reduce(1) { range, _ in range * 10 })
        case .run(let run): run.cubicMetres
        }
    }

    var generation: Int {
        if case .run(let run) = engine { run.generation } else { 0 }
    }

    /// What the meter's clock shows.
    private var time: MeterClock.Time {
        switch engine {
        case .steady(_, _, let hour, _):
            MeterClock.Time(seconds: UInt32(clamping: Int(hour.number) * 3_600), isInvalid: false)
        case .run(let run): run.time
        }
    }

    private var meter: PrepaidMeter {
        switch engine {
        case .steady(let meter, _, _, _): meter
        case .run(let run): run.meter
        }
    }

    /// What was asked for in vain since gas last passed, in millilitres.
    private var missed: Int64 { if case .run(let run) = engine { run.missed } else { 0 } }

    /// What passed since the plan began, in millilitres, of a meter with faults.
    var passed: Int64 { if case .run(let run) = engine { run.passed } else { 0 } }

    /// What its faults did; nil for a meter without.
    var truths: [FaultTruth]? {
        if case .run(let run) = engine { run.truths } else { nil }
    }

    /// Steps to an hour.
    mutating func advance(to hour: FleetHour) {
        switch engine {
        case .steady(var meter, let terms, let last, var wheels):
            guard hour > last else { return }
            var volume = UInt64(max(curve.millilitres(at: hour) - curve.millilitres(at: last), 0))
            while volume > 0 {
                let part = min(volume, 1_000_000_000)
                wheels += Int64(meter.pass(millilitres: part, under: terms).passed)
                volume -= part
            }
            engine = .steady(meter, terms, hour, wheels: wheels)
        case .run(var run):
            // An exchange lies between two days; what the old wheels showed is the fitter's slip.
            while run.hour < hour {
                let (shown, generation) = (run.cubicMetres, run.generation)
                run.advance(to: min(run.hour.advanced(byHours: 24 - run.hour.hourOfDay), hour))
                if run.generation != generation { beforeExchange = shown }
            }
            engine = .run(run)
        }
    }

    /// The wish of a customer who comes on a day; nil for one who does not.
    mutating func wish(on day: Int) -> CardWish? {
        if case .steady = engine, nextDay.map({ $0 > day }) ?? true { return nil }
        let hour = FleetHour(number: Int32(day * 24 + 18))
        advance(to: hour)
        let credit = meter.amountLeft(under: terms) / 1_000
        // Who has no gas in spite of credit comes back, and buys a day's to see whether it helps.
        let isCold = credit > 0 && missed > 0 && refusal == nil
        if purchases > 0, credit > reserveLitres, !isCold {
            plan(after: day)
            return nil
        }
        let hold = Int64(terms.maximumCredit / 1_000) - 1
        let daily = max(dailyLitres(before: hour), 100)
        var litres = min(isCold ? daily : draw(buying.days, 1) * daily, max(hold - max(credit, 0), 0))
        if case .run(let run) = engine {
            litres = Int64(run.wish(for: UInt64(litres) * 1_000) / 1_000)
            if litres > hold - max(credit, 0) { didAskTooMuch = true }
            if run.truths.contains(where: { $0.fault.kind == .lostCard && $0.fault.isOn(hour) }), isReadBack {
                // The next is another card, and nothing is known of the meter.
                cardNumber += 1
                isReadBack = false
            }
        }
        guard litres > 0 else {
            nextDay = day + 1
            return nil
        }
        reserveLitres = draw(buying.reserve, 2) * daily
        wishes += 1
        return CardWish(
            meter: number, order: wishes, card: cardNumber, litres: litres,
            // Who goes to the desk puts the card in before: it brings what the meter holds now.
            readBack: isReadBack ? CardReadBack(meter, terms, refusal, clock: time, at: hour) : nil)
    }

    /// Puts the card in that the desk has given.
    mutating func take(_ answer: CardAnswer, on day: Int) {
        purchases += 1
        guard answer.load > 0 else {
            // The new card goes into the meter once, and comes back.
            if answer.refusal == "read-back" { isReadBack = true }
            nextDay = day + 1
            return
        }
        let card = PrepaidCard(
            unit: .volume, loadNumber: UInt16(truncatingIfNeeded: answer.load), serial: terms.serial,
            amount: UInt64(answer.litres) * 1_000)
        switch engine {
        case .steady(var meter, var terms, let hour, let wheels):
            var inserted = card
            _ = meter.insert(&inserted, under: &terms, at: UInt32(max(Int(hour.number), 0)) * 3_600)
            (isReadBack, refusal) = (true, inserted.readBack?.refusal)
            engine = .steady(meter, terms, hour, wheels: wheels)
        case .run(var run):
            let outcome = run.insert(card)
            engine = .run(run)
            if outcome.card != nil || !outcome.answers.isEmpty {
                (isReadBack, refusal) = (true, outcome.answers.last { $0 != nil } ?? nil)
            }
        }
        loadedLitres += answer.litres
        plan(after: day)
    }

    /// The day on which it must be looked at next: every day under faults.
    var nextWake: Int {
        if case .run = engine { return 0 }
        return nextDay ?? Int.max
    }

    /// The first day on which the credit has come down to the reserve.
    private mutating func plan(after day: Int) {
        guard case .steady = engine else { return }
        let hour = FleetHour(number: Int32(day * 24 + 18))
        let target = curve.millilitres(at: hour) + max(meter.amountLeft(under: terms) - reserveLitres * 1_000, 0)
        var (low, high) = (day + 1, end.day)
        guard low < high, curve.millilitres(at: FleetHour(number: Int32((high - 1) * 24 + 18))) >= target else {
            nextDay = nil
            return
        }
        while low < high {
            let middle = (low + high) / 2
            if curve.millilitres(at: FleetHour(number: Int32(middle * 24 + 18))) >= target {
                high = middle
            } else {
                low = middle + 1
            }
        }
        nextDay = low
    }

    /// Mean use of the last fortnight, in litres a day.
    private func dailyLitres(before hour: FleetHour) -> Int64 {
        (curve.millilitres(at: hour) - curve.millilitres(at: hour.advanced(byHours: -14 * 24))) / 14_000
    }

    private func draw(_ range: ClosedRange<Int>, _ purpose: UInt64) -> Int64 {
        let bits = MeterRandom.bits(
            seed: seed, meter: UInt64(number), time: UInt64(purchases), purpose: 0x4255_5900 + purpose)
        return Int64(range.lowerBound) + Int64(bits % UInt64(range.count))
    }
}

extension CardReadBack {
    /// What a meter writes onto its card.
    init?(
        _ meter: PrepaidMeter, _ terms: PrepaidTerms, _ refusal: PrepaidRefusal?, clock: MeterClock.Time,
        at hour: FleetHour
    ) {
        guard let at = CivilMoment(sinceMillennium: Int64(hour.number) * 3_600) else { return nil }
        var status: MeterStatus = []
        if meter.flags.contains(.caseOpened) { status.insert(.caseOpened) }
        if meter.flags.contains(.magnet) { status.insert(.magnet) }
        if meter.flags.contains(.emergencyReleased) { status.insert(.emergencyCredit) }
        if !meter.flags.isDisjoint(with: .batteryLow.union(.batteryDead)) { status.insert(.batteryLow) }
        self.init(
            serial: terms.serial, at: at, litres: Int64(meter.litres),
            creditLitres: meter.amountLeft(under: terms) / 1_000,
            loadTaken: Int(meter.loadNumber), status: status, refusal: refusal.map { CardRefusal($0) },
            clock: CivilMoment(sinceMillennium: Int64(clock.seconds)))
    }
}

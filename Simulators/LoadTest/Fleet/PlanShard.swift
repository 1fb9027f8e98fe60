import Billing
import FleetSimulator
import MeterCore
package import Quantities

/// A stretch of a plan's fleet, a day after the other.
package struct PlanShard: FleetShard {
    /// A reading on its way: taken on one day, and come on another.
    struct Arrival {
        let place: Int
        let order: Int
        /// What the way did to it; nil for nothing.
        let delivered: DeliveredReading?
    }

    /// A reading that is to be taken.
    struct Visit {
        let place: Int
        let reading: PlannedReading
    }

    let fleet: PlanFleet
    let first: Int
    let isFaultless: Bool
    var meters: [PlanMeter]
    /// Prepaid meters with their customers, and correctors: apart, as most meters have neither.
    var cards: [PrepaidCourse] = []
    var correctors: [CorrectorRun<IndicatedVolume, SiteGas>] = []
    package let register: [RegisterRow]
    private let firstDay: Int
    /// The range of each group's wheels, in millilitres.
    let ranges: [Int64]
    private var visits: [[Visit]]
    private var arrivals: [[Arrival]]
    /// Which faults the way of a meter's readings met, by their places among its faults.
    private(set) var metOnTheWay: [Int: Set<Int>] = [:]
    /// What the cards of each prepaid meter showed.
    private(set) var evidence: [CardEvidence]
    /// What faults had counted wrongly when their meters were read, of prepaid meters and correctors.
    var useSamples: [Int: [UseSample]] = [:]
    /// The meters of the cards, by their places.
    private var cardMeters: [Int] = []
    /// The day on which each of the cards is looked at next.
    private var wakes: [Int]

    init(_ fleet: PlanFleet, _ range: Range<Int>, isFaultless: Bool) {
        let plan = fleet.planned.plan
        self.fleet = fleet
        self.isFaultless = isFaultless
        first = range.lowerBound
        firstDay = plan.hours.lowerBound.day
        ranges = plan.groups.map { group in (0..<group.blackWheels).reduce(1_000_000) { range, _ in range * 10 } }
        let days = plan.hours.upperBound.day - firstDay
        var meters = range.map { PlanMeter($0, fleet, isFaultless: isFaultless) }
        for place in meters.indices {
            let meter = meters[place]
            switch meter.kind {
            case .diaphragm: break
            case .prepaid:
                let course = PrepaidCourse(
                    meter.number, of: fleet.planned, curve: meter.curve, faults: meter.faults,
                    price: fleet.cardPrices[meter.group])
                meters[place].card = cards.count
                meters[place].open(at: Int(course.index / 1_000_000), plan)
                cards.append(course)
                cardMeters.append(place)
            case .corrector:
                if let wheels = meter.wheels {
                    meters[place].corrector = correctors.count
                    correctors.append(
                        fleet.planned.correctorRun(of: meter.number, wheels: wheels, faults: meter.faults))
                }
            }
        }
        var rows: [RegisterRow] = []
        var terms = cards.makeIterator()
        for meter in meters {
            rows.append(RegisterRow(meter, meter.kind == .prepaid ? terms.next()?.terms : nil, fleet))
        }
        register = rows
        evidence = [CardEvidence](repeating: CardEvidence(), count: cards.count)
        wakes = [Int](repeating: firstDay, count: cards.count)
        var visits = [[Visit]](repeating: [], count: days)
        var arrivals = [[Arrival]](repeating: [], count: days)
        var met: [Int: Set<Int>] = [:]
        for (place, meter) in meters.enumerated() {
            let readings = fleet.planned.readings.readings(of: meter.number)
            for reading in readings {
                visits[reading.hour.day - firstDay].append(Visit(place: place, reading: reading))
            }
            let isTouched = !isFaultless && meter.faults.contains { PlanShard.waylays($0) }
            guard isTouched else {
                for reading in readings {
                    arrivals[reading.hour.day - firstDay].append(
                        Arrival(place: place, order: reading.number + 1, delivered: nil))
                }
                continue
            }
            let (all, missing) = PlanShard.delivered(meter, readings, fleet)
            for delivered in all {
                let day = delivered.arrival.day - firstDay
                if day < days {
                    arrivals[day].append(
                        Arrival(place: place, order: Int(delivered.taken.record.order), delivered: delivered))
                }
                // What comes after the plan's end meets nobody.
                if day < days, let fault = delivered.fault { met[place, default: []].insert(fault) }
            }
            // What never came is met by whoever gets a later one.
            let begun = plan.hours.lowerBound.day
            let highest = all.filter { $0.arrival.day - begun < days }.map { $0.taken.record.order }.max() ?? 0
            for gone in missing where gone.record.order < highest {
                let fault = meter.faults.indices.first {
                    meter.faults[$0].variant == .missing && meter.faults[$0].isOn(gone.hour)
                }
                if let fault { met[place, default: []].insert(fault) }
            }
        }
        self.meters = meters
        self.visits = visits
        self.arrivals = arrivals
        metOnTheWay = met
    }

    /// Faults of the way from the meter to the office.
    static func waylays(_ fault: Fault) -> Bool {
        switch fault.kind {
        case .readingTransport, .corruptedRecord: true
        case .meterIdentity: !fault.isExchange
        default: false
        }
    }

    /// The way of a meter's readings: what comes when and in what state.
    ///
    /// The index is put in when it comes.
    private static func delivered(
        _ meter: PlanMeter, _ readings: [PlannedReading], _ fleet: PlanFleet
    ) -> (delivered: [DeliveredReading], missing: [TakenReading]) {
        let serial = UInt64(fleet.planned.serial(of: meter.number, generation: 0))
        let taken = readings.map { reading in
            TakenReading(
                record: MeterRecord(
                    serial: serial, order: UInt32(reading.number + 1),
                    time: UInt32(max(Int(reading.hour.number), 0)) * 3_600, litres: 0), hour: reading.hour)
        }
        // A neighbour's reading of the same hours is there to be swapped with.
        let way = ReadingTransport(faults: meter.faults)
        return (way.deliver(taken, neighbour: taken), way.missing(taken))
    }

    package mutating func readings(on day: CivilDate) -> [FleetReading] {
        let offset = FleetHour(day).day - firstDay
        for visit in visits[offset] { look(visit) }
        var readings: [FleetReading] = []
        readings.reserveCapacity(arrivals[offset].count)
        for arrival in arrivals[offset] {
            if let reading = reading(arrival) { readings.append(reading) }
        }
        arrivals[offset] = []
        return readings
    }

    package mutating func secondLook(at reading: FleetReading, on day: CivilDate) -> FleetReading? {
        guard reading.source != .secondLook, reading.date == day else { return nil }
        let place = reading.meter - first
        guard let shown = meters[place].shown.last(where: { $0.order == reading.order }) else { return nil }
        var look = plain(place, shown)
        look.source = .secondLook
        // A note that was made up is seen to be.
        look.note = shown.sight.rawValue
        if meters[place].kind != .corrector { look.status = shown.sight == .sealBroken ? .sealBroken : [] }
        return look
    }

    package mutating func wishes(on day: CivilDate) -> [CardWish] {
        let number = FleetHour(day).day
        let evening = FleetHour(day, hour: PrepaidCustomer.visitingHour)
        var wishes: [CardWish] = []
        for card in cards.indices where wakes[card] <= number {
            if let wish = cards[card].wish(until: evening) {
                let meter = meters[cardMeters[card]]
                let shown = CardWish(wish, of: meter.number, cards[card].terms)
                wishes.append(shown)
                if !isFaultless, !meter.faults.isEmpty {
                    evidence[card].add(
                        shown, isTooMuch: wish.isTooMuch, truths: cards[card].truths, faults: meter.faults,
                        at: evening)
                }
            }
            wakes[card] = cards[card].nextLook?.day ?? Int.max
        }
        return wishes
    }

    package mutating func take(_ answers: [CardAnswer], on day: CivilDate) {
        for answer in answers {
            guard let card = meters[answer.meter - first].card else { continue }
            cards[card].take(MeterCore.PrepaidCard(answer, for: cards[card].terms))
            wakes[card] = cards[card].nextLook?.day ?? Int.max
        }
    }
}

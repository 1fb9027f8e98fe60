import Billing
import Quantities

/// What one shard's year gave, before it is scored.
struct ShardLog {
    var register: [RegisterRow] = []
    var periods: [BilledPeriod] = []
    var answers: [CardAnswer] = []
    var flags: [FaultFlagged] = []
    var truths: [TruthFault] = []
    var counts = ReadingCounts()
    var ledger = LedgerCheck()
    var batches = LatencyRecord()
    var readings = LatencyRecord()
    var sales = LatencyRecord()
}

/// Drives one shard through its days: readings in, outcomes out, second looks, card sales.
struct ShardRun<Fleet: FleetUnderLoad, Billing: BillingUnderTest> {
    let fleet: Fleet
    let billing: Billing
    let number: Int
    let meters: Range<Int>
    let isFaultless: Bool
    var watched: Set<Int> = []

    /// Runs all days of the fleet.
    func run() throws -> ShardLog {
        var shard = try fleet.open(meters, isFaultless: isFaultless)
        var log = ShardLog()
        log.register = shard.register
        var books = try billing.open(
            ShardOpening(shard: number, meters: shard.register, terms: fleet.terms, watched: watched))
        for dayNumber in fleet.start.dayNumber..<fleet.end.dayNumber {
            let day = CivilDate.nearest(toDayNumber: dayNumber)
            try bill(on: day, &shard, &books, &log)
            try sell(on: day, &shard, &books, &log)
        }
        log.ledger = try books.close()
        if !isFaultless { log.truths = shard.truths(until: .nearest(toDayNumber: fleet.end.dayNumber - 1)) }
        return log
    }

    private func bill(
        on day: CivilDate, _ shard: inout Fleet.Shard, _ books: inout Billing.Shard, _ log: inout ShardLog
    ) throws {
        let readings = shard.readings(on: day)
        guard !readings.isEmpty else { return }
        let answer = try given(readings, on: day, &books, &log)
        var wanted = Set(answer.looks)
        for (place, outcome) in answer.outcomes.enumerated() {
            switch outcome {
            case .held, .refused: wanted.insert(place)
            case .billed, .putOff, .repeated: break
            }
        }
        let looks = wanted.sorted().compactMap { shard.secondLook(at: readings[$0], on: day) }
        guard !looks.isEmpty else { return }
        log.counts.secondLooks += looks.count
        _ = try given(looks, on: day, &books, &log)
    }

    private func given(
        _ readings: [FleetReading], on day: CivilDate, _ books: inout Billing.Shard, _ log: inout ShardLog
    ) throws -> DayAnswer {
        let begin = ContinuousClock.now
        let answer = try books.bill(readings, on: day)
        let took = begin.duration(to: .now).nanoseconds
        log.batches.record(nanoseconds: took)
        log.readings.record(nanoseconds: took / UInt64(readings.count), count: readings.count)
        log.counts.count(readings, answer.outcomes)
        for outcome in answer.outcomes { if case .billed(let period) = outcome { log.periods.append(period) } }
        log.flags += answer.flags
        return answer
    }

    private func sell(
        on day: CivilDate, _ shard: inout Fleet.Shard, _ books: inout Billing.Shard, _ log: inout ShardLog
    ) throws {
        let wishes = shard.wishes(on: day)
        guard !wishes.isEmpty else { return }
        let begin = ContinuousClock.now
        let sold = try books.sell(wishes, on: day)
        let took = begin.duration(to: .now).nanoseconds
        log.sales.record(nanoseconds: took / UInt64(wishes.count), count: wishes.count)
        log.counts.wishes += wishes.count
        log.counts.unansweredWishes += wishes.count - min(sold.answers.count, wishes.count)
        log.counts.refusedWishes += sold.answers.count { $0.refusal != nil }
        log.answers += sold.answers
        log.flags += sold.flags
        shard.take(sold.answers, on: day)
    }
}

extension Duration {
    /// Whole nanoseconds.
    var nanoseconds: UInt64 {
        UInt64(clamping: components.seconds) &* 1_000_000_000
            &+ UInt64(clamping: components.attoseconds / 1_000_000_000)
    }
}

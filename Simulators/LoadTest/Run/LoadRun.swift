import Dispatch
import Synchronization

/// A load test: a fleet billed shard by shard on some threads, each shard beside its truth.
package struct LoadRun<Fleet: FleetUnderLoad, Billing: BillingUnderTest>: Sendable {
    /// The fleet.
    package let fleet: Fleet
    /// The billing under test.
    package let billing: Billing
    /// How it is run.
    package let settings: LoadSettings

    /// A load test of a billing by a fleet.
    package init(_ fleet: Fleet, _ billing: Billing, _ settings: LoadSettings = LoadSettings()) {
        self.fleet = fleet
        self.billing = billing
        self.settings = settings
    }

    /// Runs it.
    ///
    /// The truth is billed by ``CoreBilling``, whatever is under test.
    ///
    /// - Parameter progress: is told after each shard, on any thread.
    /// - Returns: the score, the worst cases, and the times.
    /// - Throws: what fleet and billing throw, the lowest shard's first.
    package func run(progress: @escaping @Sendable (LoadProgress) -> Void = { _ in }) throws -> LoadOutcome {
        let truth = try CoreBilling(judges: false)
        let shards = shardRanges()
        let state = Mutex(SharedState(worstCases: settings.worstCases))
        let begin = ContinuousClock.now
        DispatchQueue.concurrentPerform(iterations: max(1, min(settings.threads, shards.count))) { _ in
            while let number = state.withLock({ $0.take(of: shards.count) }) {
                let result = Result { try scored(number, shards[number], truth) }
                let seconds = begin.duration(to: .now).seconds
                let told = state.withLock { state in
                    state.add(result, number, meters: shards[number].count)
                    return LoadProgress(
                        meters: state.meters, ofMeters: fleet.count, readings: state.score.counts.given,
                        seconds: seconds)
                }
                progress(told)
            }
        }
        let times = begin.duration(to: .now).seconds
        let done = state.withLock { $0 }
        if let failure = done.failure { throw failure.error }
        let cases = billing.derives ? try derived(done.score.worst, in: shards, truth) : done.cases
        return LoadOutcome(
            score: done.score, cases: done.score.worst.compactMap { cases[$0.meter] },
            times: LoadTimes(
                seconds: times, threads: settings.threads, meters: fleet.count, readings: done.score.counts.given,
                batches: done.batches, reading: done.readings, sale: done.sales))
    }

    private func shardRanges() -> [Range<Int>] {
        let size = max(1, settings.metersPerShard)
        return stride(from: 0, to: fleet.count, by: size).map { $0..<min($0 + size, fleet.count) }
    }

    private func scored(_ number: Int, _ meters: Range<Int>, _ truth: CoreBilling) throws -> ShardDone {
        let trueLog = try ShardRun(fleet: fleet, billing: truth, number: number, meters: meters, isFaultless: true)
            .run()
        var log = try ShardRun(fleet: fleet, billing: billing, number: number, meters: meters, isFaultless: false).run()
        var scoring = ShardScoring(log, truth: trueLog, settings)
        let score = scoring.scored()
        let cases = billing.derives ? [] : score.worst.map { WorstCase($0, log, truth: trueLog) }
        (log.periods, log.answers, log.flags, log.truths, log.register) = ([], [], [], [], [])
        return ShardDone(score: score, log: log, cases: cases)
    }

    /// Bills the shards of some meters again, for their derivations; each shard once.
    private func derived(
        _ worst: [WorstMeter], in shards: [Range<Int>], _ truth: CoreBilling
    ) throws -> [Int: WorstCase] {
        let byShard = Dictionary(grouping: worst) { $0.meter / max(1, settings.metersPerShard) }
        let numbers = byShard.keys.sorted()
        let state = Mutex((next: 0, cases: [Int: WorstCase](), failure: nil as (any Error)?))
        DispatchQueue.concurrentPerform(iterations: max(1, min(settings.threads, numbers.count))) { _ in
            while let place = state.withLock({ state -> Int? in
                guard state.failure == nil, state.next < numbers.count else { return nil }
                state.next += 1
                return state.next - 1
            }) {
                let meters = byShard[numbers[place]] ?? []
                let result = Result { try derived(meters, shard: numbers[place], shards[numbers[place]], truth) }
                state.withLock { state in
                    switch result {
                    case .success(let cases): for found in cases { state.cases[found.meter.meter] = found }
                    case .failure(let error): state.failure = error
                    }
                }
            }
        }
        let done = state.withLock { $0 }
        if let failure = done.failure { throw failure }
        return done.cases
    }

    private func derived(
        _ worst: [WorstMeter], shard number: Int, _ meters: Range<Int>, _ truth: CoreBilling
    ) throws -> [WorstCase] {
        let watched = Set(worst.map { $0.meter })
        let trueLog = try ShardRun(
            fleet: fleet, billing: truth, number: number, meters: meters, isFaultless: true, watched: watched
        ).run()
        let log = try ShardRun(
            fleet: fleet, billing: billing, number: number, meters: meters, isFaultless: false, watched: watched
        ).run()
        return worst.map { WorstCase($0, log, truth: trueLog) }
    }
}

/// A shard that is done.
private struct ShardDone {
    let score: LoadScore
    /// Its counts and times; periods, flags and truths are gone.
    let log: ShardLog
    /// Its worst meters, where the billing cannot be asked again.
    let cases: [WorstCase]
}

/// What the threads of a run share.
private struct SharedState {
    let worstCases: Int
    var next = 0
    var meters = 0
    var score = LoadScore()
    var batches = LatencyRecord()
    var readings = LatencyRecord()
    var sales = LatencyRecord()
    var cases: [Int: WorstCase] = [:]
    var failure: (shard: Int, error: any Error)?

    init(worstCases: Int) { self.worstCases = worstCases }

    /// The next shard; nil where none is left, or one failed.
    mutating func take(of count: Int) -> Int? {
        guard failure == nil, next < count else { return nil }
        next += 1
        return next - 1
    }

    mutating func add(_ result: Result<ShardDone, any Error>, _ number: Int, meters count: Int) {
        switch result {
        case .success(let done):
            score.add(done.score, keeping: worstCases)
            for worst in done.cases { cases[worst.meter.meter] = worst }
            batches.add(done.log.batches)
            readings.add(done.log.readings)
            sales.add(done.log.sales)
            meters += count
        case .failure(let error):
            if failure.map({ $0.shard > number }) ?? true { failure = (number, error) }
        }
    }
}

extension Duration {
    /// Seconds, as a clock on the wall shows them.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

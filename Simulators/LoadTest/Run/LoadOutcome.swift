/// What a load test gave: exact figures, the worst cases, and times apart from both.
package struct LoadOutcome: Sendable {
    /// The exact figures: the same for the same seed, on any number of threads.
    package var score: LoadScore
    /// The meters whose bills are farthest from the truth, with their derivation.
    package var cases: [WorstCase]
    /// How long it took.
    package var times: LoadTimes
}

/// A meter whose bills are far from the truth, with all that was billed and flagged.
package struct WorstCase: Hashable, Sendable {
    /// The meter.
    package var meter: WorstMeter
    /// What was billed, with derivations where the adapter gives them.
    package var billed: [BilledPeriod]
    /// What should have been.
    package var truth: [BilledPeriod]
    /// What was sold on cards.
    package var sales: [CardAnswer]
    /// What should have been.
    package var trueSales: [CardAnswer]
    /// What really was wrong.
    package var faults: [TruthFault]
    /// What was flagged.
    package var flags: [FaultFlagged]

    /// What a shard's log has of a meter.
    init(_ worst: WorstMeter, _ log: ShardLog, truth: ShardLog) {
        meter = worst
        billed = log.periods.filter { $0.meter == worst.meter }
        self.truth = truth.periods.filter { $0.meter == worst.meter }
        sales = log.answers.filter { $0.meter == worst.meter }
        trueSales = truth.answers.filter { $0.meter == worst.meter }
        faults = log.truths.filter { $0.meter == worst.meter }
        flags = log.flags.filter { $0.meter == worst.meter }
    }
}

/// How long a load test took.
package struct LoadTimes: Sendable {
    /// By the clock on the wall.
    package var seconds: Double
    /// Threads.
    package var threads: Int
    /// Meters.
    package var meters: Int
    /// Readings given to the billing under test.
    package var readings: Int
    /// Batches of a shard and day.
    package var batches: LatencyRecord
    /// A reading's share of its batch.
    package var reading: LatencyRecord
    /// A wish's share of its batch.
    package var sale: LatencyRecord

    /// Readings a second, fleet, truth and score included.
    package var readingsPerSecond: Double { seconds > 0 ? Double(readings) / seconds : 0 }
}

package import Billing

/// What a load test found: counts, money and flags against the truth; shards are added up.
package struct LoadScore: Hashable, Sendable {
    /// What became of the readings.
    package var counts = ReadingCounts()
    /// What the ledger of the billing under test came to.
    package var ledger = LedgerCheck()
    /// Money by kind of meter and what it had.
    package var money: [MoneyKey: MoneyRow] = [:]
    /// Differences of faultless meters, by cause: the path that must be exact.
    package var faultless: [DifferenceCause: CauseRow] = [:]
    /// Differences of the other meters, by cause.
    package var faulty: [DifferenceCause: CauseRow] = [:]
    /// Flags by kind of fault.
    package var faults: [MeterFault: FaultScore] = [:]
    /// What faults told by use come to.
    package var curve = ThresholdCurve()
    /// The meters whose bills are farthest from the truth, the worst first.
    package var worst: [WorstMeter] = []

    /// Nothing scored.
    package init() {}

    /// Adds another shard's; the order does not matter.
    mutating func add(_ other: LoadScore, keeping worstCases: Int) {
        counts.add(other.counts)
        ledger.add(other.ledger)
        for (key, row) in other.money { money[key, default: MoneyRow()].add(row) }
        faultless.merge(other.faultless) { $0.plus($1) }
        faulty.merge(other.faulty) { $0.plus($1) }
        for (fault, score) in other.faults { faults[fault, default: FaultScore()].add(score) }
        curve.add(other.curve)
        worst = Array((worst + other.worst).sorted(by: WorstMeter.isWorse).prefix(worstCases))
    }
}

/// Faults told by use: what a threshold finds of them, and whom it accuses wrongly.
///
/// A threshold flags a meter in a month whose use of the newest three heating periods is below that share of what was
/// expected. Faults are those that take at least half of the use and 30 m³ in three heating months.
package struct ThresholdCurve: Hashable, Sendable {
    /// Thresholds, in thousandths of the expected use.
    package static let thresholds = Array(stride(from: 50, through: 950, by: 50))

    /// A flag is wrong here where nothing else was wrong with the meter so many days before; others count in their rows.
    ///
    /// Three heating periods of use reach back as far.
    package static let exemptDays = 120

    /// Such faults that use alone tells.
    package var faults = 0
    /// Of them, found by the flags that billing raised, whatever they rest on.
    package var flagged = 0
    /// By place of the threshold: faults that it finds.
    package var found = [Int](repeating: 0, count: thresholds.count)
    /// By place of the threshold: months of meters without such a fault that it flags.
    package var wrong = [Int](repeating: 0, count: thresholds.count)
    /// Months of meters that flags of use raised wrongly.
    package var wrongFlags = 0
    /// Months of meters, all of them.
    package var meterMonths = 0
    /// Faults of each kind that the figure of use is asked of, and those of them that were flagged.
    package var kinds: [ToldByUse: UseKindScore] = [:]

    /// Recall at a threshold's place, in thousandths; nil without faults.
    package func recallPermille(_ place: Int) -> Int? { faults == 0 ? nil : found[place] * 1_000 / faults }

    /// False flags in a million meter-months at a threshold's place; nil without months.
    package func falsePerMillion(_ place: Int) -> Int? {
        meterMonths == 0 ? nil : wrong[place] * 1_000_000 / meterMonths
    }

    /// Adds another shard's.
    mutating func add(_ other: ThresholdCurve) {
        faults += other.faults
        flagged += other.flagged
        wrongFlags += other.wrongFlags
        meterMonths += other.meterMonths
        for (kind, row) in other.kinds { kinds[kind, default: UseKindScore()].add(row) }
        for place in found.indices {
            found[place] += other.found[place]
            wrong[place] += other.wrong[place]
        }
    }
}

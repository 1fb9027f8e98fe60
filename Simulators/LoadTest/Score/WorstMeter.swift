/// A meter whose bills are far from the truth.
package struct WorstMeter: Hashable, Sendable {
    /// Number in the fleet.
    package var meter: Int
    /// Its kind.
    package var kind: LoadedKind
    /// What it had.
    package var load: FaultLoad
    /// What was billed, in kuruş.
    package var billedKurus: Int64
    /// What it should have been, in kuruş.
    package var trueKurus: Int64

    /// Billed less true, in kuruş.
    package var differenceKurus: Int64 { billedKurus - trueKurus }

    /// Whether the left one stands above: the larger difference, then the lower number.
    static func isWorse(_ left: WorstMeter, _ right: WorstMeter) -> Bool {
        (right.differenceKurus.magnitude, left.meter) < (left.differenceKurus.magnitude, right.meter)
    }
}

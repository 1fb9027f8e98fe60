/// Faults as they come to one meter by chance: a Poisson process over several rules.
///
/// How many come is read off one hash by a list of thresholds; which and when, off further ones. ``FaultGate`` has its
/// first 32 bits, which settle the matter for nearly every meter.
struct FaultProcess: Sendable {
    /// One way in which one rule's faults come.
    struct Source: Hashable, Sendable {
        /// Place of the rule in the plan.
        let rule: Int
        let kind: FaultKind
        let variant: FaultVariant
        /// Hours in which it may begin.
        let starts: Range<FleetHour>
        let days: ClosedRange<Int>
        let severity: ClosedRange<Int>
        /// How many are expected of it, per meter.
        let expected: Double
    }

    /// A meter has at least n + 1 faults where its hash is below the threshold at n.
    private let thresholds: [UInt64]
    /// The first threshold by itself: all that most meters need.
    private let first: UInt64
    private let sources: [Source]
    /// A draw below the bound at n, and not below the one before, belongs to source n.
    private let bounds: [UInt64]
    let key: FaultGate.Key
    private let details: UInt64

    init(_ sources: [Source], seed: UInt64, stream: UInt64) {
        let sources = sources.filter { $0.expected > 0 && !$0.starts.isEmpty }
        self.sources = sources
        let expected = sources.reduce(0) { $0 + $1.expected }
        thresholds = FaultProcess.thresholds(expected)
        first = thresholds.first ?? 0
        var sum = 0.0
        bounds = sources.map {
            sum += $0.expected
            return FaultProcess.fixed(sum / expected)
        }
        key = FaultGate.Key(FaultDraw.key(seed: seed, stream: stream))
        details = FaultDraw.key(seed: seed, stream: stream &+ (1 << 32))
    }

    /// Short hashes below this may have a fault: the first threshold in parts of 2^32, rounded up.
    var limit: UInt64 { (first >> 32) + (first & 0xFFFF_FFFF == 0 ? 0 : 1) }

    /// Whether nothing ever comes.
    var isEmpty: Bool { first == 0 }

    /// What comes to a meter, `number` of the meter or of its pair, told as faults of `meter`.
    func faults(_ number: Int, of meter: Int) -> [Fault] {
        // The gate's 32 bits decide first; behind them stand 32 of a longer hash, so that chances are exact to 2^-52.
        let short = key.hash(UInt32(truncatingIfNeeded: number))
        guard UInt64(short) < limit else { return [] }
        let long = FaultDraw.bits(details, UInt64(truncatingIfNeeded: number))
        let hash = UInt64(short) << 32 | long >> 32
        var faults: [Fault] = []
        for (place, threshold) in thresholds.enumerated() where hash < threshold {
            let base = FaultDraw.bits(long, UInt64(place))
            let which = FaultDraw.bits(base, 0)
            let source = sources[bounds.firstIndex { which < $0 } ?? sources.count - 1]
            let hours = Int(source.starts.lowerBound.number)...Int(source.starts.upperBound.number) - 1
            let start = FleetHour(number: Int32(FaultDraw.even(FaultDraw.bits(base, 1), hours)))
            let days = FaultDraw.even(FaultDraw.bits(base, 2), source.days)
            faults.append(
                Fault(
                    meter: meter, kind: source.kind, variant: source.variant, start: start,
                    end: start.advanced(byHours: days * 24),
                    severity: FaultDraw.even(FaultDraw.bits(base, 3), source.severity),
                    key: FaultDraw.bits(base, 4)))
        }
        return faults
    }

    /// The chances of at least 1, 2, … faults where so many are expected, in parts of 2^64.
    private static func thresholds(_ expected: Double) -> [UInt64] {
        var chance = 1 / exponential(expected)
        var below = chance
        var thresholds: [UInt64] = []
        while thresholds.count < 100, fixed(1 - below) > 0 {
            thresholds.append(fixed(1 - below))
            chance = chance * expected / Double(thresholds.count)
            below += chance
        }
        return thresholds
    }

    /// A chance in parts of 2^64, by its first 52 bits.
    private static func fixed(_ chance: Double) -> UInt64 {
        chance >= 1 ? UInt64.max : UInt64(max(0, chance) * 4_503_599_627_370_496) << 12
    }

    /// e to a power from 0 to 50, by its series: sums and products alone, so the same bits on every machine.
    private static func exponential(_ power: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        for step in 1..<200 {
            term = term * power / Double(step)
            sum += term
        }
        return sum
    }
}

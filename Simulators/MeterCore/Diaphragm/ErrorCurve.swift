/// How much a diaphragm meter shows too much or too little, as a function of flow.
///
/// Seven points, those of the accuracy test of EN 1359, 5.1: Qmin, 3 Qmin, and 0.1, 0.2, 0.4, 0.7 and 1 times Qmax, with
/// straight lines between. All in parts per million of the true volume; +10,000 is a meter that shows 1 % too much.
public struct ErrorCurve: Hashable, Sendable {
    /// The meter's size, which says where the seven points lie.
    public let size: DiaphragmSize
    /// Errors at the seven points, in parts per million.
    public private(set) var points: InlineArray<7, Int32>

    /// The curve of one meter of a fleet, within class 1.5 over the whole range.
    ///
    /// From Qt to Qmax it stays within 0.9 %, so that errors of one sign keep to the 1 % of MI-002, 2.1 as well. Toward
    /// Qmin it opens to at most 2.5 %, as leakage past the valves weighs more there.
    public init(size: DiaphragmSize, seed: UInt64, meter: UInt64) {
        self.size = size
        points = InlineArray(repeating: 0)
        let moment = MeterRandom.moment(seed: seed, meter: meter, time: 0)
        for point in 0..<7 { points[point] = ErrorCurve.partsPerMillion(ofPoint: point, moment: moment) }
    }

    /// The error at one point of the curve of a fleet's meter, without drawing the other six, in parts per million.
    ///
    /// - Parameters:
    ///   - point: 0 to 6.
    ///   - moment: ``MeterRandom/moment(seed:meter:time:)`` of the fleet's seed and the meter's number at time 0.
    /// - Returns: the same as ``points`` of ``init(size:seed:meter:)``.
    public static func partsPerMillion(ofPoint point: Int, moment: UInt64) -> Int32 {
        let base = MeterRandom.symmetric(draw(moment, 0), bound: 5_000)
        let spread: UInt32 =
            switch point {
            case 0: 20_000
            case 1: 10_000
            default: 4_000
            }
        return base + MeterRandom.symmetric(draw(moment, UInt64(point) + 1), bound: spread)
    }

    /// A curve of known errors, from a test bench's certificate.
    public init(size: DiaphragmSize, points: InlineArray<7, Int32>) {
        self.size = size
        self.points = points
    }

    /// The same curve after wear has moved all of it, for example by −30,000 in ten years.
    public func drifted(partsPerMillion: Int32) -> ErrorCurve {
        var drifted = self
        for point in 0..<7 { drifted.points[point] += partsPerMillion }
        return drifted
    }

    /// The flow of a point, in litres an hour.
    public func flow(ofPoint point: Int) -> UInt32 {
        switch point {
        case 0: size.minimumFlow
        case 1: size.minimumFlow * 3
        case 2: size.maximumFlow / 10
        case 3: size.maximumFlow / 5
        case 4: size.maximumFlow / 5 * 2
        case 5: size.maximumFlow / 10 * 7
        default: size.maximumFlow
        }
    }

    /// The error at a flow, in parts per million; the line between two points is cut toward the lower flow's error.
    ///
    /// Below the starting flow the meter stands still (−1,000,000); from there to Qmin the error climbs from −30 %, which
    /// is a model of ours, since no standard limits it. Above Qmax the last point's error holds.
    public func partsPerMillion(atLitresPerHour flow: UInt32) -> Int32 {
        let start = size.startingFlow
        if flow < start { return -1_000_000 }
        if flow < size.minimumFlow {
            return between((start, -300_000), (size.minimumFlow, points[0]), at: flow)
        }
        for point in 1..<7 where flow < self.flow(ofPoint: point) {
            let lower = (self.flow(ofPoint: point - 1), points[point - 1])
            return between(lower, (self.flow(ofPoint: point), points[point]), at: flow)
        }
        return points[6]
    }

    private func between(_ lower: (UInt32, Int32), _ upper: (UInt32, Int32), at flow: UInt32) -> Int32 {
        let climbed = Int64(upper.1 - lower.1) * Int64(flow - lower.0) / Int64(upper.0 - lower.0)
        return lower.1 + Int32(truncatingIfNeeded: climbed)
    }

    private static func draw(_ moment: UInt64, _ number: UInt64) -> UInt32 {
        // 0x4355525645 spells "CURVE": it keeps these draws apart from any other of the same meter.
        UInt32(truncatingIfNeeded: MeterRandom.bits(of: moment, purpose: 0x43_5552_5645_00 + number))
    }

    /// Whether two curves are the same at every flow.
    public static func == (left: ErrorCurve, right: ErrorCurve) -> Bool {
        var same = left.size == right.size
        for point in 0..<7 where left.points[point] != right.points[point] { same = false }
        return same
    }

    /// Feeds size and points.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(size)
        for point in 0..<7 { hasher.combine(points[point]) }
    }
}

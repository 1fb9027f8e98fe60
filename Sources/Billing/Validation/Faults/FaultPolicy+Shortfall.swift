public import Quantities

/// What a connection used in a heating period beside what was expected of it.
public struct ComparedUse: Hashable, Sendable {
    /// The day of the reading that ended the period.
    public let through: CivilDate
    /// What the counter went on, in litres behind the multiplier.
    public let litres: Int64
    /// What the same weeks of last year and this year's weather let expect, in litres.
    public let expectedLitres: Int64

    /// A use and its expectation, both zero or more.
    public init(through: CivilDate, litres: Int64, expectedLitres: Int64) {
        self.through = through
        self.litres = litres
        self.expectedLitres = expectedLitres
    }

    /// A use whose expectation of last year is moved by what this year's weather does to the neighbours.
    ///
    /// The median of the neighbours' use ÷ their expectation, in thousandths and sorted, is the weather: heating moves
    /// together, a counter that fails does not. Fewer neighbours than the policy asks for say nothing of the weather. Gas
    /// that was not there is expected of nobody.
    init(_ use: HeatingUse, sortedPermille neighbours: [Int64], _ policy: FaultPolicy) {
        let weather =
            neighbours.count < max(policy.fewestPeers, 1) ? 1_000 : neighbours[(neighbours.count - 1) / 2]
        let moved = Int128.saturatingProduct(max(use.lastYear.litres, 0), Int128(weather)) / 1_000
        let expected = use.mostLitres.map { min(moved, max(Int128($0), Int128(use.litres))) } ?? moved
        self.init(through: use.through, litres: use.litres, expectedLitres: Int64(clamping: expected))
    }

    /// Use ÷ last year's in thousandths; `nil` where too little was expected for a comparison.
    static func permille(litres: Int64, lastYear: ExpectedUse, _ policy: FaultPolicy) -> Int64? {
        guard lastYear.litres >= Int128(policy.fewestPeerLitres) else { return nil }
        return Int64(clamping: Int128.saturatingProduct(Int128(max(litres, 0)), 1_000) / lastYear.litres)
    }
}

// Faults that only the use of months gives away.
extension FaultPolicy {
    /// Use ÷ expectation of the newest heating periods, in thousandths; `nil` for fewer than the policy asks for, and where
    /// so little is missing that it could be anything.
    public func usePermille(of periods: [ComparedUse]) -> Int64? {
        let newest = newest(of: periods)
        guard newest.count == max(shortfallPeriods, 1) else { return nil }
        let used = newest.reduce(Int128(0)) { $0 + Int128($1.litres) }
        let expected = newest.reduce(Int128(0)) { $0 + Int128($1.expectedLitres) }
        guard expected - used >= Int128(fewestMissingLitres), expected > 0 else { return nil }
        return Int64(clamping: used * 1_000 / expected)
    }

    /// Faults 1, 2, 9 and 25 by use alone: over three heating periods of one winter far less went through the counter than
    /// last year, the weather of the neighbours taken out.
    ///
    /// Use tells that something is wrong and not what: the flag is of a slipping wheel, or of a stuck index where nothing
    /// went through at all. An empty flat looks the same, so a person asks first.
    public func shortfall(_ periods: [ComparedUse]) -> FaultFlag? {
        guard let permille = usePermille(of: periods), permille < shortfallPermille else { return nil }
        let newest = newest(of: periods)
        let used = newest.reduce(Int128(0)) { $0 + Int128($1.litres) }
        let expected = newest.reduce(Int128(0)) { $0 + Int128($1.expectedLitres) }
        return FaultFlag(
            used == 0 ? .stuckIndex : .slippingWheel,
            [.init(.measuredVolume, .cubicMetres(used)), .init(.peerUse, .cubicMetres(expected))])
    }

    /// The newest heating periods of one winter, as many as a shortfall is judged by.
    private func newest(of periods: [ComparedUse]) -> ArraySlice<ComparedUse> {
        guard let last = periods.last?.through else { return [] }
        return periods.suffix(max(shortfallPeriods, 1)).drop { $0.through.days(until: last) > shortfallDays }
    }
}

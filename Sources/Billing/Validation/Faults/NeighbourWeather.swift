public import Quantities

/// A heating period of a connection, and what last year lets expect of it.
public struct HeatingUse: Hashable, Sendable {
    /// The day of the reading that ended it.
    public let through: CivilDate
    /// What the counter went on, in litres behind the multiplier.
    public let litres: Int64
    /// The same weeks of last year.
    public let lastYear: ExpectedUse
    /// What can have been used at most, in litres: of a prepaid meter what was on it; `nil` without a limit.
    public let mostLitres: Int64?

    /// A use beside last year's.
    public init(through: CivilDate, litres: Int64, lastYear: ExpectedUse, mostLitres: Int64? = nil) {
        self.through = through
        self.litres = litres
        self.lastYear = lastYear
        self.mostLitres = mostLitres
    }
}

extension FaultPolicy {
    /// What last year lets expect of a period that ends in the heating season; `nil` for others, and over an exchange.
    public func heatingExpectation(
        _ question: PlausibilityQuestion, _ limits: PlausibilityPolicy
    ) -> ExpectedUse? {
        guard heatingMonths.contains(question.last.date.month), question.exchanges.isEmpty,
            let expected = ExpectedUse(of: question, limits), expected.basis == .lastYear
        else { return nil }
        return expected
    }
}

/// What this year's weather does to connections that are alike: the newest uses ÷ last year's of each group.
public struct NeighbourWeather<Group: Hashable & Sendable>: Sendable {
    private let policy: FaultPolicy
    private var newest: [Group: [Int64]] = [:]
    private var sorted: [Group: [Int64]] = [:]

    /// The weather of no connection yet.
    public init(_ policy: FaultPolicy) { self.policy = policy }

    /// Adds what a connection of a group used; of a day's readings all, before one of them is compared.
    public mutating func add(_ use: HeatingUse, of group: Group) {
        guard let permille = ComparedUse.permille(litres: use.litres, lastYear: use.lastYear, policy) else { return }
        sorted[group] = nil
        newest[group, default: []].append(permille)
        let most = max(policy.weatherPeers, 1)
        if let count = newest[group]?.count, count >= 2 * most { newest[group]?.removeFirst(count - most) }
    }

    /// A use beside what last year and this year's weather let expect.
    public mutating func compared(_ use: HeatingUse, of group: Group) -> ComparedUse {
        let neighbours = sorted[group] ?? (newest[group] ?? []).sorted()
        sorted[group] = neighbours
        return ComparedUse(use, sortedPermille: neighbours, policy)
    }
}

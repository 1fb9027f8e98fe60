/// Where the index of a meter is expected to lie, in whole cubic metres, both ends included.
///
/// A counter that passes zero on the way has an upper end beyond its last digit: of five wheels 99,900 to 100,200.
public struct ExpectedIndex: Hashable, Sendable, Codable {
    /// The lower end.
    public let from: Int
    /// The upper end.
    public let through: Int

    /// The expectation; nil where the ends are no such thing.
    public init?(from: Int, through: Int) {
        guard from >= 0, through >= from, through < 10_000_000_000 else { return nil }
        (self.from, self.through) = (from, through)
    }

    /// How an index lies to an expectation.
    package enum Place: Hashable, Sendable {
        /// Between both ends.
        case inside
        /// Outside by at most as much as the ends are apart; an expectation is no measurement.
        case near
        /// Further outside.
        case far
    }

    /// Where the index of so many wheels lies, passing zero if that brings it closer.
    package func place(of index: Int, wheels: Int) -> Place {
        let (here, past) = (place(of: index), place(of: index + Self.turn(of: wheels)))
        return past.rank < here.rank ? past : here
    }

    /// Whether a counter of so many wheels is expected to have passed zero on its way to that index.
    package func isPastZero(_ index: Int, wheels: Int) -> Bool {
        through >= Self.turn(of: wheels) && place(of: index + Self.turn(of: wheels)) != .far
    }

    private static func turn(of wheels: Int) -> Int { (0..<max(wheels, 0)).reduce(1) { product, _ in product * 10 } }

    private func place(of index: Int) -> Place {
        if index >= from, index <= through { return .inside }
        let outside = index < from ? from - index : index - through
        return outside <= max(through - from, 1) ? .near : .far
    }
}

extension ExpectedIndex.Place {
    fileprivate var rank: Int {
        switch self {
        case .inside: 0
        case .near: 1
        case .far: 2
        }
    }
}

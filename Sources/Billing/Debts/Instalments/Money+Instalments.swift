public import Quantities

extension Money {
    /// The amount in `count` equal parts whose sum is the amount; what equal parts leave over stands on the first or the last
    /// one.
    ///
    /// Throws `outOfBounds(.amount)` for a negative amount and `partCount` for fewer than one part or more than
    /// `InstalmentPolicy.mostParts`. [17, 26]
    public func instalments(
        count: Int, remainder: InstalmentPolicy.Remainder
    ) throws(DebtError) -> [Money] {
        guard self >= .zero else { throw .outOfBounds(.amount) }
        guard (1...InstalmentPolicy.mostParts).contains(count) else { throw .partCount(count) }
        let (base, rest) = kurus.quotientAndRemainder(dividingBy: Int64(count))
        var parts = [Money](repeating: Money(kurus: base), count: count)
        // The part with the rest is at most the amount: it fits.
        parts[remainder == .first ? 0 : count - 1] = Money(kurus: base + rest)
        return parts
    }
}

public import Quantities

/// The most gas that a prepaid card may be sold in a month [aylık gaz satış limiti].
///
/// Yönetmelik m.40 (as amended, RG 13/2/2013-28558): two average months of similar customers, in the same quarter of the
/// last two years. Row 104.
public struct MonthlyGasLimit: Hashable, Sendable {
    /// What the rule says in figures.
    public struct Policy: Hashable, Sendable {
        /// The version, stored with each sale.
        public let version: String
        /// How many average months may be sold in one.
        public let averageMonths: Int64
        /// How many months a quarter has.
        public let monthsInQuarter: Int64
    }

    /// The limit.
    public let volume: MeterVolume
    /// The policy that it was made by.
    public let policy: Policy

    /// The limit from similar customers' quarters: Σ m3 ÷ (quarters × 3) × 2, rounded half away from zero to the litre.
    ///
    /// - Parameters:
    ///   - quarters: The use of each similar customer in each of the same quarters of the last two years.
    ///   - policy: The rule's figures.
    /// - Throws: `PrepaidError.outOfBounds` where there is no quarter or a use is negative, `.overflow` where it does not
    ///   fit.
    public init(quarters: [MeterVolume], policy: Policy = .shipped) throws(PrepaidError) {
        guard !quarters.isEmpty else { throw .outOfBounds(.quarterVolume) }
        var sum: Int128 = 0
        for quarter in quarters {
            guard quarter >= .zero else { throw .outOfBounds(.quarterVolume) }
            sum += Int128(quarter.litres)
        }
        do throws(ArithmeticError) {
            let quotient = ExactQuotient(
                sum, times: Int128(policy.averageMonths), over: Int128(quarters.count) * Int128(policy.monthsInQuarter))
            volume = MeterVolume(litres: try quotient.roundedToInt64())
        } catch {
            throw .overflow(.soldVolume)
        }
        self.policy = policy
    }
}

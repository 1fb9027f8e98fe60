/// A sum of quotients that are not negative, exact whatever their denominators: means of means.
///
/// Each customer's daily mean has days of its own below the line; their sum has the least common multiple there, which no
/// fixed width holds. It is rounded once, when it is asked for.
public struct ExactSum: Sendable {
    private var numerator = WideMagnitude(0)
    private var denominator = WideMagnitude(1)

    /// Nothing.
    public init() {}

    /// Adds `numerator ÷ denominator`.
    ///
    /// Throws `divisionByZero` for a denominator of zero, and `overflow` where the numerator is negative or the
    /// denominator negative or above 2³² − 1.
    public mutating func add(_ numerator: Int128, over denominator: Int64) throws(ArithmeticError) {
        guard denominator != 0 else { throw .divisionByZero }
        guard numerator >= 0, let divisor = UInt32(exactly: denominator) else { throw .overflow }
        let remainder = self.denominator.divided(by: divisor).remainder
        let common = Self.greatestCommonDivisor(divisor, remainder)
        let factor = WideMagnitude(UInt128(divisor / common))
        let share = self.denominator.divided(by: common).quotient
        self.numerator = self.numerator.multiplied(by: factor)
            .adding(share.multiplied(by: WideMagnitude(numerator.magnitude)))
        self.denominator = self.denominator.multiplied(by: factor)
    }

    /// The sum divided by `count`, exact; throws `divisionByZero` where it is zero, `overflow` where it is negative.
    public func divided(by count: Int64) throws(ArithmeticError) -> ExactSum {
        guard count != 0 else { throw .divisionByZero }
        guard count > 0 else { throw .overflow }
        var quotient = self
        quotient.denominator = denominator.multiplied(by: WideMagnitude(UInt128(count.magnitude)))
        return quotient
    }

    /// The whole number nearest to sum × `multiplier` ÷ `divisor`; a tie goes up.
    ///
    /// Throws `divisionByZero`, or `overflow` for a negative factor and a result of more than 127 bits.
    public func rounded(times multiplier: Int128, over divisor: Int128) throws(ArithmeticError) -> Int128 {
        guard divisor != 0 else { throw .divisionByZero }
        guard multiplier >= 0, divisor > 0 else { throw .overflow }
        // ⌊(2n + d) ÷ 2d⌋ is n ÷ d to the nearest, halves up.
        let below = denominator.multiplied(by: WideMagnitude(divisor.magnitude))
        let above = numerator.multiplied(by: WideMagnitude(multiplier.magnitude))
        let quotient = above.adding(above).adding(below).wholeQuotient(by: below.adding(below))
        guard let quotient, let rounded = Int128(exactly: quotient) else { throw .overflow }
        return rounded
    }

    private static func greatestCommonDivisor(_ first: UInt32, _ second: UInt32) -> UInt32 {
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}

extension ExactSum: Comparable {
    /// Whether the left sum is the smaller one, exactly.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.numerator.multiplied(by: rhs.denominator) < rhs.numerator.multiplied(by: lhs.denominator)
    }

    /// Whether both are the same number.
    public static func == (lhs: Self, rhs: Self) -> Bool { !(lhs < rhs) && !(rhs < lhs) }
}

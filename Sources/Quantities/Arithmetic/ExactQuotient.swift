/// An exact quotient, rounded once, half away from zero, at the moment it is asked for.
///
/// The numerator is a product of two factors of up to 127 bits each, held as factors until the division, so that a
/// product of four `Int64` figures (volume, K, calorific value, price) is divided without a rounding in between and
/// without an intermediate overflow.
public struct ExactQuotient {
    @usableFromInline let multiplicand: Int128
    @usableFromInline let multiplier: Int128
    @usableFromInline let divisor: Int128

    /// The quotient `multiplicand × multiplier ÷ divisor`.
    @inlinable
    public init(_ multiplicand: Int128, times multiplier: Int128 = 1, over divisor: Int128) {
        self.multiplicand = multiplicand
        self.multiplier = multiplier
        self.divisor = divisor
    }

    /// The whole number nearest to the exact quotient; a tie goes away from zero.
    ///
    /// Throws `divisionByZero` for a zero divisor and `overflow` where the result needs more than 127 bits.
    @inlinable
    public func rounded() throws(ArithmeticError) -> Int128 {
        if let narrow = roundedNarrow() { return Int128(narrow) }
        return try roundedWide()
    }

    /// `rounded()`, as the `Int64` that quantities store; throws `overflow` where it does not fit.
    @inlinable
    @inline(__always)
    public func roundedToInt64() throws(ArithmeticError) -> Int64 {
        if let narrow = roundedNarrow() { return narrow }
        guard let narrow = Int64(exactly: try roundedWide()) else { throw .overflow }
        return narrow
    }

    /// The quotient rounded half away from zero to a multiple of 10^`exponent`, as the `Int64` that quantities store.
    ///
    /// Throws `overflow` where it does not fit.
    @inlinable
    @inline(__always)
    public func rounded(toMultipleOfTenToThe exponent: Int) throws(ArithmeticError) -> Int64 {
        exponent == 0 ? try roundedToInt64() : try roundedCoarsely(exponent)
    }

    /// The quotient rounded to a multiple of 10^`exponent`.
    @usableFromInline
    func roundedCoarsely(_ exponent: Int) throws(ArithmeticError) -> Int64 {
        let step = Int128.powerOfTen(exponent)
        let coarse = ExactQuotient(
            multiplicand, times: multiplier, over: try divisor.checkedMultiplying(by: step))
        guard let step = Int64(exactly: step) else { throw .overflow }
        return try coarse.roundedToInt64().checkedMultiplying(by: step)
    }

    /// The rounded quotient where the factors, their product and the divisor, above zero, have 63 bits; `nil` elsewhere.
    ///
    /// Nearly every invoice goes this way. Inlined, so that division by a constant becomes a multiplication.
    @inlinable
    @inline(__always)
    func roundedNarrow() -> Int64? {
        guard let multiplicand = Int64(exactly: multiplicand), let multiplier = Int64(exactly: multiplier),
            let divisor = Int64(exactly: divisor), divisor > 0
        else { return nil }
        let (product, overflow) = multiplicand.multipliedReportingOverflow(by: multiplier)
        if overflow { return nil }
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
        // remainder ≥ divisor − remainder is "at least half" without doubling, which could overflow.
        guard remainder.magnitude >= divisor.magnitude - remainder.magnitude else { return quotient }
        // There is a remainder, so the divisor is at least 2 and the quotient far from the ends of its range.
        return product < 0 ? quotient - 1 : quotient + 1
    }

    /// The rounded quotient for any factors, by a product of 256 bits.
    @usableFromInline
    func roundedWide() throws(ArithmeticError) -> Int128 {
        guard divisor != 0 else { throw .divisionByZero }
        let isNegative = ((multiplicand < 0) != (multiplier < 0)) != (divisor < 0)
        let product = multiplicand.magnitude.multipliedFullWidth(by: multiplier.magnitude)
        let magnitude = divisor.magnitude
        // A quotient of 128 bits or more: `dividingFullWidth` would trap.
        guard product.high < magnitude else { throw .overflow }
        var (quotient, remainder) = magnitude.dividingFullWidth(product)
        if remainder >= magnitude - remainder { quotient = try quotient.checkedAdding(1) }
        return try Int128.signed(quotient, isNegative: isNegative)
    }
}

extension Int128 {
    /// The number of that magnitude and sign, or `overflow`.
    static func signed(_ magnitude: UInt128, isNegative: Bool) throws(ArithmeticError) -> Int128 {
        if isNegative && magnitude == Int128.min.magnitude { return .min }
        guard let positive = Int128(exactly: magnitude) else { throw .overflow }
        return isNegative ? -positive : positive
    }

    /// Ten to the power of `exponent`, 0 to 38: the decimals of two of our types at most.
    @inlinable
    package static func powerOfTen(_ exponent: Int) -> Int128 {
        precondition((0...38).contains(exponent), "an Int128 holds powers of ten up to the 38th")
        return (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}

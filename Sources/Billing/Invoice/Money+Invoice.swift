public import Quantities

extension Money {
    /// The share `rate` of the amount, rounded half away from zero to the kuruş.
    ///
    /// Throws `overflow` where it does not fit.
    public func multiplied(by rate: Rate) throws(ArithmeticError) -> Money {
        let quotient = ExactQuotient(Int128(kurus), times: Int128(rate.partsPerMillion), over: 1_000_000)
        return Money(kurus: try quotient.roundedToInt64())
    }

    /// The multiple of `step` that is nearest to the amount; a tie goes away from zero.
    ///
    /// Throws `divisionByZero` for a step of zero and `overflow` where the result does not fit.
    public func rounded(toMultipleOf step: Money) throws(ArithmeticError) -> Money {
        if step.kurus == 1 { return self }
        let multiples = try ExactQuotient(Int128(kurus), over: Int128(step.kurus)).roundedToInt64()
        return Money(kurus: try multiples.checkedMultiplying(by: step.kurus))
    }
}

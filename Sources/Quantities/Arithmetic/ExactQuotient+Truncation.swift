extension ExactQuotient {
    /// The whole part of the exact quotient, towards zero, as the `Int64` that quantities store: for what is rounded down
    /// because nobody may be given, or take, more than there is.
    ///
    /// Throws `divisionByZero` for a zero divisor and `overflow` where the result does not fit.
    public func truncatedToInt64() throws(ArithmeticError) -> Int64 {
        guard divisor != 0 else { throw .divisionByZero }
        let isNegative = ((multiplicand < 0) != (multiplier < 0)) != (divisor < 0)
        let product = multiplicand.magnitude.multipliedFullWidth(by: multiplier.magnitude)
        let magnitude = divisor.magnitude
        // A quotient of 128 bits or more: `dividingFullWidth` would trap.
        guard product.high < magnitude else { throw .overflow }
        let whole = try Int128.signed(magnitude.dividingFullWidth(product).quotient, isNegative: isNegative)
        guard let narrow = Int64(exactly: whole) else { throw .overflow }
        return narrow
    }
}

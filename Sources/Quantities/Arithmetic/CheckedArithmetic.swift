// Every sum, difference and product of the billing rooms goes through these: an overflow is an error that the
// caller can name, never a trap that ends a billing run and never a wrapped figure on an invoice.
extension FixedWidthInteger {
    /// The sum, or `ArithmeticError.overflow`.
    @inlinable
    package func checkedAdding(_ other: Self) throws(ArithmeticError) -> Self {
        let (sum, overflow) = addingReportingOverflow(other)
        if overflow { throw .overflow }
        return sum
    }

    /// The difference, or `ArithmeticError.overflow`.
    @inlinable
    package func checkedSubtracting(_ other: Self) throws(ArithmeticError) -> Self {
        let (difference, overflow) = subtractingReportingOverflow(other)
        if overflow { throw .overflow }
        return difference
    }

    /// The product, or `ArithmeticError.overflow`.
    @inlinable
    package func checkedMultiplying(by other: Self) throws(ArithmeticError) -> Self {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        if overflow { throw .overflow }
        return product
    }
}

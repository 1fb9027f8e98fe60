extension Int128 {
    /// The product, or the end of the range that it lies beyond.
    ///
    /// For comparisons with a limit alone: a figure on an invoice is never saturated.
    static func saturatingProduct(_ left: Int128, _ right: Int128) -> Int128 {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        guard overflow else { return product }
        return (left < 0) == (right < 0) ? .max : .min
    }

    /// The sum, or the end of the range that it lies beyond.
    static func saturatingSum(_ left: Int128, _ right: Int128) -> Int128 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        guard overflow else { return sum }
        return left < 0 ? .min : .max
    }

    /// The nearest `Int64`.
    var clamped: Int64 { Int64(clamping: self) }

    /// The greatest whole number that is not above the quotient; `divisor` is above zero.
    func flooredQuotient(by divisor: Int128) -> Int128 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

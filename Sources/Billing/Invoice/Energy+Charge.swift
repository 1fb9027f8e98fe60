public import Quantities

extension Energy {
    /// What the energy costs at `price`, rounded half away from zero to the kuruş.
    ///
    /// Throws `overflow` where it does not fit.
    public func charge(at price: UnitPrice) throws(ArithmeticError) -> Money {
        let quotient = ExactQuotient(
            Int128(wattHours), times: Int128(price.hundredMillionths), over: 1_000_000_000)
        return Money(kurus: try quotient.roundedToInt64())
    }
}

public import Quantities

extension StandardVolumePrice {
    /// The price with KDV at `rate`: × (1 + rate), rounded half away from zero to six decimals, as tariffs print it.
    ///
    /// An invoice never starts from it: KDV is taken once, on the base. Throws `overflow` where it does not fit.
    public func addingValueAddedTax(at rate: Rate) throws(ArithmeticError) -> StandardVolumePrice {
        let factor = Int128(Rate.whole.partsPerMillion) + Int128(rate.partsPerMillion)
        let quotient = ExactQuotient(
            Int128(microlira), times: factor, over: Int128(Rate.whole.partsPerMillion))
        return StandardVolumePrice(microlira: try quotient.roundedToInt64())
    }
}

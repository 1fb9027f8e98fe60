import GasPhysics
public import Quantities

extension UnitPrice {
    /// The price of a kWh where a Sm3 costs `price`: ÷ 10.64, rounded half away from zero to eight decimals.
    ///
    /// Throws `overflow` where it does not fit.
    public init(_ price: StandardVolumePrice) throws(ArithmeticError) {
        // 10⁻⁶ TL over 10⁻² kWh is 10⁻⁴ TL/kWh.
        let quotient = ExactQuotient(
            Int128(price.microlira), times: 10_000, over: Int128(hundredthsOfKilowattHoursPerStandardVolume))
        self.init(hundredMillionths: try quotient.roundedToInt64())
    }
}

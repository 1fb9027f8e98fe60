public import Quantities

/// 860.42 kcal/kWh, the constant of the regulation (Esaslar Hakkında Tebliğ, m.7), in hundredths.
@inlinable
package var hundredthsOfKilocaloriesPerKilowattHour: Int64 { 86_042 }

extension EnergyFactor {
    /// The factor of `calorificValue`, GCV ÷ 860.42, rounded half away from zero to `decimals` (0 to 8).
    ///
    /// Throws `overflow` where it does not fit.
    public init(of calorificValue: GrossCalorificValue, decimals: Int = 8) throws(ArithmeticError) {
        precondition((0...Self.fractionDigits).contains(decimals), "an energy factor has 0 to 8 decimals")
        // 10⁻⁴ kcal/m3 over 10⁻² kcal/kWh is 10⁻² kWh/m3.
        let quotient = ExactQuotient(
            Int128(calorificValue.tenThousandths), times: 1_000_000,
            over: Int128(hundredthsOfKilocaloriesPerKilowattHour))
        self.init(
            hundredMillionths: try quotient.rounded(toMultipleOfTenToThe: Self.fractionDigits - decimals))
    }
}

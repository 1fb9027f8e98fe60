public import Quantities

/// 10.64 kWh/Sm3, by definition of the Sm3 in Turkish tariffs, in hundredths.
package let hundredthsOfKilowattHoursPerStandardVolume: Int64 = 1_064

/// 9155 kcal/m3, the calorific value of the reference gas of which the Sm3 is a volume.
private let kilocaloriesPerStandardVolume: Int64 = 9_155

extension StandardVolume {
    /// The volume of reference gas with the energy of `volume`: md × GCV ÷ 9155, rounded half away from zero to the litre.
    ///
    /// Throws `overflow` where it does not fit.
    public init(of volume: CorrectedVolume, calorificValue: GrossCalorificValue) throws(ArithmeticError) {
        let quotient = ExactQuotient(
            Int128(volume.litres), times: Int128(calorificValue.tenThousandths),
            over: Int128(kilocaloriesPerStandardVolume) * 10_000)
        self.init(litres: try quotient.roundedToInt64())
    }
}

extension Energy {
    /// The energy of `volume`: md × GCV ÷ 860.42, rounded half away from zero to the Wh.
    ///
    /// Bills are made from this one. Throws `overflow` where it does not fit.
    public init(of volume: CorrectedVolume, calorificValue: GrossCalorificValue) throws(ArithmeticError) {
        let quotient = ExactQuotient(
            Int128(volume.litres), times: Int128(calorificValue.tenThousandths),
            over: Int128(hundredthsOfKilocaloriesPerKilowattHour) * 100)
        self.init(wattHours: try quotient.roundedToInt64())
    }

    /// The energy of `volume` by definition, 10.64 kWh/Sm3, rounded half away from zero to the Wh.
    ///
    /// It differs from the energy of the gas itself, because 9155 ÷ 860.42 is 10.64015…; no bill is made from it.
    /// Throws `overflow` where it does not fit.
    public init(of volume: StandardVolume) throws(ArithmeticError) {
        let quotient = ExactQuotient(
            Int128(volume.litres), times: Int128(hundredthsOfKilowattHoursPerStandardVolume), over: 100)
        self.init(wattHours: try quotient.roundedToInt64())
    }
}

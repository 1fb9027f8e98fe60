import GasPhysics
import Quantities

/// The steps from the measured volume to the charge, each rounded as the profile says or carried on exactly.
///
/// A figure that goes on unrounded is a whole number over a power of ten or over 860.42, so that the charge is one
/// quotient of whole numbers: a product of at most four `Int64` figures over a constant.
struct EnergyChain {
    let measuredVolume: MeterVolume
    let correctionFactor: CorrectionFactor
    let calorificValue: GrossCalorificValue
    let rounding: RoundingProfile

    /// The corrected volume: `units ÷ unitsPerCubicMetre` m3 goes on, `printed` is shown.
    struct Volume {
        let units: Int128
        let unitsPerCubicMetre: Int128
        let printed: CorrectedVolume
    }

    /// The kWh factor: `numerator ÷ denominator` kWh/m3 goes on, `printed` is shown.
    struct Factor {
        let numerator: Int128
        let denominator: Int128
        let printed: EnergyFactor
    }

    /// The energy: `multiplicand × multiplier ÷ divisor` kWh goes on, `printed` is shown.
    struct Amount {
        let multiplicand: Int128
        let multiplier: Int128
        let divisor: Int128
        let printed: Energy
        /// In 10⁻⁸ kWh, where it goes on unrounded.
        let unrounded: Int128?
    }

    /// md = ms × K.
    func volume() throws(ArithmeticError) -> Volume {
        let product = Int128(measuredVolume.litres) * Int128(correctionFactor.hundredThousandths)  // 10⁻⁸ m3
        guard let decimals = rounding.correctedVolumeDecimals else {
            let litres = try ExactQuotient(product, over: 100_000).roundedToInt64()
            return Volume(
                units: product, unitsPerCubicMetre: 100_000_000, printed: CorrectedVolume(litres: litres))
        }
        let litres = try ExactQuotient(product, over: 100_000).rounded(toMultipleOfTenToThe: 3 - decimals)
        return Volume(units: Int128(litres), unitsPerCubicMetre: 1_000, printed: CorrectedVolume(litres: litres))
    }

    /// GCV ÷ 860.42.
    func factor() throws(ArithmeticError) -> Factor {
        let printed = try EnergyFactor(
            of: calorificValue, decimals: rounding.energyFactorDecimals ?? EnergyFactor.fractionDigits)
        if rounding.energyFactorDecimals != nil {
            return Factor(
                numerator: Int128(printed.hundredMillionths), denominator: 100_000_000, printed: printed)
        }
        // 10⁻⁴ kcal/m3 over 10⁻² kcal/kWh
        return Factor(
            numerator: Int128(calorificValue.tenThousandths),
            denominator: Int128(hundredthsOfKilocaloriesPerKilowattHour) * 100, printed: printed)
    }

    /// kWh = md × factor.
    func energy(of volume: Volume, times factor: Factor) throws(ArithmeticError) -> Amount {
        // Both are small constants: no overflow.
        let divisor = volume.unitsPerCubicMetre * factor.denominator
        guard let decimals = rounding.energyDecimals else {
            let wattHours = ExactQuotient(volume.units, times: factor.numerator * 1_000, over: divisor)
            let shown = ExactQuotient(volume.units, times: factor.numerator * 100_000_000, over: divisor)
            return Amount(
                multiplicand: volume.units, multiplier: factor.numerator, divisor: divisor,
                printed: Energy(wattHours: try wattHours.roundedToInt64()), unrounded: try shown.rounded())
        }
        let wattHours = try ExactQuotient(volume.units, times: factor.numerator * 1_000, over: divisor)
            .rounded(toMultipleOfTenToThe: 3 - decimals)
        return Amount(
            multiplicand: Int128(wattHours), multiplier: 1, divisor: 1_000, printed: Energy(wattHours: wattHours),
            unrounded: nil)
    }

    /// The charge = kWh × price, to the kuruş.
    func charge(for energy: Amount, at price: UnitPrice) throws(ArithmeticError) -> Money {
        // 10⁻⁸ TL over 10⁻² TL. The multiplier is one Int64 figure, so its product with the price fits.
        let quotient = ExactQuotient(
            energy.multiplicand, times: energy.multiplier * Int128(price.hundredMillionths),
            over: energy.divisor * 1_000_000)
        return Money(kurus: try quotient.roundedToInt64())
    }
}

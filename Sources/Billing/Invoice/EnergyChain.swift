import GasPhysics
import Quantities

/// The steps from a volume to the charge, each rounded as the profile says or carried on exactly.
///
/// An invoice's lines, a re-rating and a charge for illegal use all go through it. What a prepaid customer's lots and use are
/// worth (`GasTerms`) is the same chain by the profile `exact`, as one quotient for speed; a test holds the two together [118].
///
/// A figure that goes on unrounded is a whole number over a power of ten or over 860.42, so that the charge is one
/// quotient of whole numbers: a product of at most four `Int64` figures over a constant.
enum EnergyChain {
    /// The corrected volume: `units ÷ unitsPerLitre` litres go on, `printed` is shown.
    struct Volume {
        let units: Int128
        let unitsPerLitre: Int128
        let printed: CorrectedVolume

        /// A volume that goes on as it is printed.
        init(_ printed: CorrectedVolume) {
            (units, unitsPerLitre, self.printed) = (Int128(printed.litres), 1, printed)
        }

        init(units: Int128, unitsPerLitre: Int128, printed: CorrectedVolume) {
            (self.units, self.unitsPerLitre, self.printed) = (units, unitsPerLitre, printed)
        }

        /// The volume in 10⁻⁸ m3, the eight decimals that are shown of an unrounded one.
        var hundredMillionths: Int128 { unitsPerLitre == 1 ? units * 100_000 : units }
    }

    /// The kWh factor: `numerator ÷ denominator` kWh/m3 goes on, `printed` is shown.
    struct Factor {
        let numerator: Int64
        let denominator: Int64
        let printed: EnergyFactor
    }

    /// The energy that goes on to the charge.
    enum Amount {
        /// The energy as printed.
        case rounded(Energy)
        /// `volume × numerator ÷ divisor` Wh; `printed` is shown, and to eight decimals of a kWh `shown`.
        case unrounded(volume: Int128, numerator: Int64, divisor: Int128, printed: Energy, shown: Int128)

        /// The energy as printed, to the Wh where it goes on unrounded.
        var printed: Energy {
            switch self {
            case .rounded(let energy), .unrounded(_, _, _, let energy, _): energy
            }
        }

        /// The energy in 10⁻⁸ kWh where it goes on unrounded.
        var shown: Int128? {
            switch self {
            case .rounded: nil
            case .unrounded(_, _, _, _, let shown): shown
            }
        }
    }

    /// The volume md = ms × K, to `decimals` of a m3 or unrounded.
    static func volume(
        _ measured: MeterVolume, times correctionFactor: CorrectionFactor, decimals: Int?
    ) throws(ArithmeticError) -> Volume {
        // Litres times 10⁻⁵ are 10⁻⁸ m3.
        let (litres, factor) = (Int128(measured.litres), Int128(correctionFactor.hundredThousandths))
        let quotient = ExactQuotient(litres, times: factor, over: 100_000)
        guard let decimals else {
            return Volume(
                units: litres * factor, unitsPerLitre: 100_000,
                printed: CorrectedVolume(litres: try quotient.roundedToInt64()))
        }
        let rounded = try quotient.rounded(toMultipleOfTenToThe: CorrectedVolume.fractionDigits - decimals)
        return Volume(CorrectedVolume(litres: rounded))
    }

    /// The factor GCV ÷ 860.42, to `decimals` or unrounded.
    static func factor(_ calorificValue: GrossCalorificValue, decimals: Int?) throws(ArithmeticError) -> Factor {
        let printed = try EnergyFactor(of: calorificValue, decimals: decimals ?? EnergyFactor.fractionDigits)
        if decimals != nil {
            return Factor(numerator: printed.hundredMillionths, denominator: 100_000_000, printed: printed)
        }
        // 10⁻⁴ kcal/m3 over 10⁻² kcal/kWh
        return Factor(
            numerator: calorificValue.tenThousandths, denominator: hundredthsOfKilocaloriesPerKilowattHour * 100,
            printed: printed)
    }

    /// The energy md × factor, to `decimals` of a kWh or unrounded.
    ///
    /// A litre times a kWh/m3 is a Wh.
    static func energy(
        of volume: Volume, times factor: Factor, decimals: Int?
    ) throws(ArithmeticError) -> Amount {
        let divisor = volume.unitsPerLitre * Int128(factor.denominator)  // 10¹³ at most
        let wattHours = ExactQuotient(volume.units, times: Int128(factor.numerator), over: divisor)
        if let decimals {
            let rounded = try wattHours.rounded(toMultipleOfTenToThe: Energy.fractionDigits - decimals)
            return .rounded(Energy(wattHours: rounded))
        }
        // 10⁵ of 10⁻⁸ kWh are a Wh.
        let shown = ExactQuotient(volume.units, times: Int128(factor.numerator) * 100_000, over: divisor)
        return .unrounded(
            volume: volume.units, numerator: factor.numerator, divisor: divisor,
            printed: Energy(wattHours: try wattHours.roundedToInt64()), shown: try shown.rounded())
    }

    /// The charge = energy × price, to the kuruş.
    ///
    /// 10⁻³ kWh times 10⁻⁸ TL/kWh are 10⁻⁹ kuruş.
    static func charge(for energy: Amount, at price: UnitPrice) throws(ArithmeticError) -> Money {
        switch energy {
        case .rounded(let energy): return try energy.charge(at: price)
        case .unrounded(let volume, let numerator, let divisor, _, _):
            // Two Int64 figures on either side of the product, 10²² in the divisor: all fit an Int128.
            let quotient = ExactQuotient(
                volume, times: Int128(numerator) * Int128(price.hundredMillionths),
                over: divisor * 1_000_000_000)
            return Money(kurus: try quotient.roundedToInt64())
        }
    }
}

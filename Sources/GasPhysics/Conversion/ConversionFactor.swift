public import Quantities

/// The factor C of a volume corrector [hacim düzeltici]: the volume at base conditions over the measured one
/// (EN 12405-1).
///
/// Not the factor K of meters without a corrector, which leaves out the gas's compressibility.
public struct ConversionFactor: FixedPointQuantity {
    /// Seven decimals.
    public static let fractionDigits = 7

    /// The factor in 10⁻⁷.
    public let tenMillionths: Int64

    /// A factor of so many 10⁻⁷.
    public init(tenMillionths: Int64) { self.tenMillionths = tenMillionths }

    /// A factor of so many 10⁻⁷.
    public init(smallestUnits: Int64) { self.init(tenMillionths: smallestUnits) }

    /// The factor in 10⁻⁷.
    public var smallestUnits: Int64 { tenMillionths }

    /// C = p ÷ pb × Tb ÷ T × Zb ÷ Z, rounded half away from zero from the exact quotient to seven decimals.
    /// - Parameters:
    ///   - state: p and T at the meter.
    ///   - base: pb and Tb.
    ///   - compressionFactor: Z of the gas at `state`.
    ///   - baseCompressionFactor: Zb of the gas at `base`.
    /// - Throws: `CorrectionFactorError` for a pressure or a factor that is not above zero, a temperature at or below
    ///   absolute zero and a result that does not fit.
    public init(
        at state: GasState, to base: BaseConditions, compressionFactor: CompressionFactor,
        baseCompressionFactor: CompressionFactor
    ) throws(CorrectionFactorError) {
        let (kelvin, baseKelvin) = (state.temperature.kelvin.units, base.temperature.kelvin.units)
        guard state.pressure > .zero, base.pressure > .zero else { throw .pressureNotPositive }
        guard kelvin > 0, baseKelvin > 0 else { throw .belowAbsoluteZero }
        guard compressionFactor > .zero, baseCompressionFactor > .zero else { throw .compressionNotPositive }
        do throws(ArithmeticError) {
            let measured = try Int128(state.pressure.microbar).checkedMultiplying(by: baseKelvin)
            let based = try Int128(base.pressure.microbar).checkedMultiplying(by: kelvin)
            let scaled = Int128(baseCompressionFactor.hundredMillionths) * 10_000_000
            let divisor = try based.checkedMultiplying(by: Int128(compressionFactor.hundredMillionths))
            self.init(tenMillionths: try ExactQuotient(measured, times: scaled, over: divisor).roundedToInt64())
        } catch {
            throw .overflow
        }
    }
}

extension CorrectedVolume {
    /// The volume at base conditions of a volume measured by a meter with a corrector: Vb = Vm × C, rounded half away from
    /// zero to the litre.
    ///
    /// Throws `overflow` where it does not fit. K is not applied to it again.
    public init(of volume: MeterVolume, convertedBy factor: ConversionFactor) throws(ArithmeticError) {
        let quotient = ExactQuotient(
            Int128(volume.litres), times: Int128(factor.tenMillionths), over: 10_000_000)
        self.init(litres: try quotient.roundedToInt64())
    }
}

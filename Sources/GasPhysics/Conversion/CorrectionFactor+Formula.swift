public import Quantities

extension CorrectionFactor {
    /// K = (Pa + Ps) ÷ Pr × Tr ÷ T, rounded half away from zero to five decimals from the exact quotient.
    ///
    /// Esaslar Hakkında Tebliğ (RG 24980), m.7; Zr ÷ Z is 1 at the pressures at which K may be used (300 mbar at most).
    /// - Parameters:
    ///   - stationPressure: Pa, the month's absolute pressure at the station, in bara.
    ///   - meterPressure: Ps, the gauge pressure at the meter, in barg.
    ///   - soilTemperature: t, the ten-year mean soil temperature at 75 cm; T = t + 273.15 K. For a prepaid meter it is
    ///     the previous month's, which `StationClimate` takes.
    ///   - base: Pr and Tr: 1.01325 bar and 288.15 K in Turkey.
    /// - Throws: `CorrectionFactorError` for a pressure that is not above zero, a temperature at or below absolute zero
    ///   and a result that does not fit.
    public init(
        stationPressure: Pressure, meterPressure: Pressure, soilTemperature: CelsiusTemperature,
        base: BaseConditions = .turkish
    ) throws(CorrectionFactorError) {
        let pressure = Int128(stationPressure.microbar) + Int128(meterPressure.microbar)
        let kelvin = soilTemperature.kelvin.units  // 10⁻⁶ K
        let baseKelvin = base.temperature.kelvin.units
        guard pressure > 0, base.pressure > .zero else { throw .pressureNotPositive }
        guard kelvin > 0, baseKelvin > 0 else { throw .belowAbsoluteZero }
        do throws(ArithmeticError) {
            // (P ÷ Pr) × (Tr ÷ T), in 10⁻⁵; µbar and µK on both sides.
            let quotient = ExactQuotient(
                pressure, times: try baseKelvin.checkedMultiplying(by: 100_000),
                over: try kelvin.checkedMultiplying(by: Int128(base.pressure.microbar)))
            self.init(hundredThousandths: try quotient.roundedToInt64())
        } catch {
            throw .overflow
        }
    }
}

/// Why pressures and temperature give no correction or conversion factor.
public enum CorrectionFactorError: Error, Hashable, Sendable {
    /// Station and meter pressure together are not above zero.
    case pressureNotPositive
    /// The temperature is at or below −273.15 °C.
    case belowAbsoluteZero
    /// A compression factor is not above zero.
    case compressionNotPositive
    /// The station has no pressure for that month.
    case noPressure(CivilMonth)
    /// The factor does not fit.
    case overflow
}

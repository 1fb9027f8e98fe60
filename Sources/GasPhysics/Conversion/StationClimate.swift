public import Quantities

/// Whether a meter is billed after use or paid before it.
public enum PaymentTime: Hashable, Sendable {
    /// The month of use has its own soil temperature [mekanik sayaç].
    case billed
    /// The gas is sold before it is used: K takes the previous month's soil temperature [ön ödemeli sayaç].
    case prepaid
}

/// The monthly figures of a station from which K is made.
public struct StationClimate: Hashable, Sendable {
    /// Pa, the absolute pressure of each month, in bara.
    public let pressures: MonthlyTable<Pressure>
    /// The ten-year means of the soil temperature at 75 cm, January first, kept unrounded.
    public let soilTemperatures: [CelsiusTemperature]

    /// The figures of a station; `nil` where there are not twelve soil temperatures.
    public init?(pressures: MonthlyTable<Pressure>, soilTemperatures: [CelsiusTemperature]) {
        guard soilTemperatures.count == 12 else { return nil }
        self.pressures = pressures
        self.soilTemperatures = soilTemperatures
    }

    /// K of an accrual period in `month` for meters of a gauge pressure.
    ///
    /// The soil temperature of a prepaid meter is the previous month's, in January December's; the pressure is the
    /// month's own (Esaslar Hakkında Tebliğ, RG 24980, m.7).
    /// - Throws: `CorrectionFactorError.noPressure` for a month without Pa, and what the formula throws.
    public func correctionFactor(
        in month: CivilMonth, meterPressure: Pressure, payment: PaymentTime
    ) throws(CorrectionFactorError) -> CorrectionFactor {
        guard let pressure = pressures.values[month] else { throw .noPressure(month) }
        let soilMonth = payment == .billed ? month.month : (month.month + 10) % 12 + 1
        return try CorrectionFactor(
            stationPressure: pressure, meterPressure: meterPressure, soilTemperature: soilTemperatures[soilMonth - 1])
    }
}

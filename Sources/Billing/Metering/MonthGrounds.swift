public import GasPhysics
import Quantities

/// Where the gas of a month comes from: what an explanation shows of it, and no computation asks for.
public struct MonthGrounds: Hashable, Sendable {
    /// What the month's K follows from; `nil` where K was published as it is.
    public let station: StationConditions?
    /// The edition that the month's K came with, or the figures that it follows from.
    public let correctionVersion: String?
    /// The edition that the month's calorific value came with.
    public let calorificVersion: String?

    /// Grounds of those editions.
    public init(station: StationConditions?, correctionVersion: String?, calorificVersion: String?) {
        self.station = station
        self.correctionVersion = correctionVersion
        self.calorificVersion = calorificVersion
    }
}

/// The pressures and temperatures that give the K of a month (`CorrectionFactor`'s formula).
public struct StationConditions: Hashable, Sendable {
    /// Pa, the month's absolute pressure at the station, in bara.
    public let stationPressure: Pressure
    /// Ps, the gauge pressure at the meter, in barg.
    public let meterPressure: Pressure
    /// The ten-year mean soil temperature at 75 cm.
    public let soilTemperature: CelsiusTemperature
    /// Pr and Tr.
    public let base: BaseConditions

    /// Those conditions.
    public init(
        stationPressure: Pressure, meterPressure: Pressure, soilTemperature: CelsiusTemperature,
        base: BaseConditions = .turkish
    ) {
        self.stationPressure = stationPressure
        self.meterPressure = meterPressure
        self.soilTemperature = soilTemperature
        self.base = base
    }

    /// K, rounded half away from zero to five decimals; throws `CorrectionFactorError` as its formula does.
    public func correctionFactor() throws(CorrectionFactorError) -> CorrectionFactor {
        try CorrectionFactor(
            stationPressure: stationPressure, meterPressure: meterPressure, soilTemperature: soilTemperature, base: base
        )
    }

    /// Pa, Ps, Pr, Tr and T, as the formula has them.
    var operands: [DerivationStep.Operand] {
        [
            .init(.stationPressure, stationPressure.figure.withoutTrailingZeros),
            .init(.meterPressure, meterPressure.figure.withoutTrailingZeros),
            .init(.basePressure, base.pressure.figure.withoutTrailingZeros),
            .init(.baseTemperature, base.temperature.kelvin.withoutTrailingZeros),
            .init(.soilTemperature, soilTemperature.kelvin.withoutTrailingZeros),
        ]
    }
}

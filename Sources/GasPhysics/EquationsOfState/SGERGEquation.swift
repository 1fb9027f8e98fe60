import Quantities

/// The SGERG-88 equation of state of one gas (ISO 12213-3): Z from calorific value, relative density, CO2 and H2.
///
/// The gas is taken as hydrocarbon, nitrogen, CO2, hydrogen and CO; the hydrocarbon's molar heat and the nitrogen are
/// those that give the calorific value and the density that were measured.
public struct SGERGEquation: Sendable {
    /// The temperatures that the equation's program takes, −23 to 65 °C; within 0.1 % from −10 °C on (ISO 12213-3).
    public static let temperatures =
        CelsiusTemperature(microdegrees: -23_000_000)...CelsiusTemperature(microdegrees: 65_000_000)
    /// The absolute pressures, above zero to 120 bar.
    public static let pressures = Pressure(microbar: 1)...Pressure(microbar: 120_000_000)
    /// The relative densities.
    public static let relativeDensities = RelativeDensity(millionths: 550_000)...RelativeDensity(millionths: 900_000)
    /// The calorific values.
    public static let calorificValues = VolumetricHeat(joules: 20_000_000)...VolumetricHeat(joules: 48_000_000)
    /// The most CO2 and the most H2.
    public static let (mostCarbonDioxide, mostHydrogen) = (
        MoleFraction(partsPerBillion: 300_000_000), MoleFraction(partsPerBillion: 100_000_000)
    )

    private let mixture: SGERGMixture

    /// The equation of a gas.
    ///
    /// - Throws: `EquationOfStateError` for a property outside of the equation's range, and `.contradictoryProperties`
    ///   where no natural gas has these together: nitrogen outside of −0.01 to 0.5, nitrogen and CO2 above 0.5, or a
    ///   relative density below 0.55 + 0.4·N2 + 0.97·CO2 − 0.45·H2.
    public init(_ gas: SGERGGas) throws(EquationOfStateError) {
        guard Self.relativeDensities.contains(gas.relativeDensity) else {
            throw .relativeDensityOutOfRange(found: gas.relativeDensity, allowed: Self.relativeDensities)
        }
        guard Self.calorificValues.contains(gas.calorificValue) else {
            throw .calorificValueOutOfRange(found: gas.calorificValue, allowed: Self.calorificValues)
        }
        guard MoleFraction.zero <= gas.carbonDioxide, gas.carbonDioxide <= Self.mostCarbonDioxide else {
            throw .fractionOutOfRange(.carbonDioxide, found: gas.carbonDioxide, most: Self.mostCarbonDioxide)
        }
        guard MoleFraction.zero <= gas.hydrogen, gas.hydrogen <= Self.mostHydrogen else {
            throw .fractionOutOfRange(.hydrogen, found: gas.hydrogen, most: Self.mostHydrogen)
        }
        mixture = try SGERGMixture(
            carbonDioxide: Double(gas.carbonDioxide.partsPerBillion) / 1e9,
            hydrogen: Double(gas.hydrogen.partsPerBillion) / 1e9,
            relativeDensity: Double(gas.relativeDensity.millionths) / 1e6,
            heat: Double(gas.calorificValue.joules) / 1e6)
    }

    /// The nitrogen that the gas must have, rounded to nine decimals; a little below zero is within the equation's reach.
    public var nitrogen: MoleFraction {
        MoleFraction(partsPerBillion: Int64((mixture.nitrogen * 1e9).rounded()))
    }

    /// Z of the gas at `state`, rounded to eight decimals.
    ///
    /// - Throws: `EquationOfStateError` for a pressure or temperature outside of the equation's range, and where the
    ///   equation has no solution.
    public func compressionFactor(at state: GasState) throws(EquationOfStateError) -> CompressionFactor {
        guard Self.temperatures.contains(state.temperature) else {
            throw .temperatureOutOfRange(found: state.temperature, allowed: Self.temperatures)
        }
        guard Self.pressures.contains(state.pressure) else {
            throw .pressureOutOfRange(found: state.pressure, allowed: Self.pressures)
        }
        let kelvin = state.temperature.kelvinApproximation
        let (second, third) = (mixture.secondVirial(kelvin), try mixture.thirdVirial(kelvin))
        // Densities in kmol/m3: Z = 1 + B·ρ + C·ρ².
        let target = Double(state.pressure.microbar) / 1e6 / (SGERGCoefficients.gasConstant * kelvin)
        let density = try gasDensity(target: target, on: VirialCurve(second: second, third: third))
        return try CompressionFactor(rounding: target / density)
    }
}

/// Z = 1 + B·ρ + C·ρ².
private struct VirialCurve: CompressionCurve {
    let second: Double
    let third: Double

    @inline(__always)
    func compression(at density: Double) -> CompressionAtDensity {
        let (linear, square) = (second * density, third * density * density)
        return CompressionAtDensity(factor: 1 + linear + square, slope: linear + 2 * square)
    }
}

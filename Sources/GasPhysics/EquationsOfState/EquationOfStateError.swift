import Quantities

/// Why an equation of state gives no result: an input is outside of what its standard covers, or the gas is none.
public enum EquationOfStateError: Error, Hashable, Sendable {
    /// The absolute pressure is not within the equation's range.
    case pressureOutOfRange(found: Pressure, allowed: ClosedRange<Pressure>)
    /// The temperature is not within the equation's range.
    case temperatureOutOfRange(found: CelsiusTemperature, allowed: ClosedRange<CelsiusTemperature>)
    /// A component's fraction is below zero or above `most`, isomers of butane and of pentane together.
    case fractionOutOfRange(GasComponent, found: MoleFraction, most: MoleFraction)
    /// The fractions add up to `sum`, which is more than 0.0001 away from one.
    case sumNotOne(MoleFraction)
    /// The relative density is not within SGERG-88's range.
    case relativeDensityOutOfRange(found: RelativeDensity, allowed: ClosedRange<RelativeDensity>)
    /// The calorific value is not within SGERG-88's range.
    case calorificValueOutOfRange(found: VolumetricHeat, allowed: ClosedRange<VolumetricHeat>)
    /// Calorific value, relative density, CO2 and H2 belong to no natural gas together.
    case contradictoryProperties
    /// The mixture is not a gas at that pressure and temperature, or lies where the equation has no single answer.
    case notGaseous
    /// The altitude is outside of the troposphere's formula.
    case altitudeOutOfRange(found: Altitude, allowed: ClosedRange<Altitude>)
}

extension EquationOfStateError: CustomStringConvertible {
    /// What is wrong and what is allowed, in an English sentence.
    public var description: String {
        switch self {
        case .pressureOutOfRange(let found, let allowed):
            "the absolute pressure of \(found) bar is outside of \(allowed.lowerBound) to \(allowed.upperBound) bar"
        case .temperatureOutOfRange(let found, let allowed):
            "the temperature of \(found) °C is outside of \(allowed.lowerBound) to \(allowed.upperBound) °C"
        case .fractionOutOfRange(let component, let found, let most):
            "the mole fraction \(found) of component \(component.rawValue + 1) (AGA8 order) is outside of 0 to \(most)"
        case .sumNotOne(let sum): "the mole fractions add up to \(sum); they must add up to 1 within 0.0001"
        case .relativeDensityOutOfRange(let found, let allowed):
            "the relative density \(found) is outside of \(allowed.lowerBound) to \(allowed.upperBound)"
        case .calorificValueOutOfRange(let found, let allowed):
            "the calorific value of \(found) MJ/m3 is outside of \(allowed.lowerBound) to \(allowed.upperBound) MJ/m3"
        case .contradictoryProperties:
            "calorific value, relative density, CO2 and H2 belong to no natural gas together; check each of them"
        case .notGaseous: "the mixture is not a gas there, or not clearly one"
        case .altitudeOutOfRange(let found, let allowed):
            "the altitude of \(found) m is outside of \(allowed.lowerBound) to \(allowed.upperBound) m"
        }
    }
}

import Quantities

/// The pressure and temperature at which gas is measured.
public struct GasState: Hashable, Sendable {
    /// The absolute pressure.
    public let pressure: Pressure
    /// The temperature.
    public let temperature: CelsiusTemperature

    /// Gas at that absolute pressure and temperature.
    public init(pressure: Pressure, temperature: CelsiusTemperature) {
        self.pressure = pressure
        self.temperature = temperature
    }

    /// Gas at base conditions.
    public init(base: BaseConditions) { self.init(pressure: base.pressure, temperature: base.temperature) }
}

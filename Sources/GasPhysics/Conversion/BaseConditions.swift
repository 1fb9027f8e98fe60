import Quantities

/// The pressure and temperature to which a volume is converted [baz şartlar].
public struct BaseConditions: Hashable, Sendable {
    /// The absolute pressure.
    public let pressure: Pressure
    /// The temperature.
    public let temperature: CelsiusTemperature

    /// Those conditions.
    public init(pressure: Pressure, temperature: CelsiusTemperature) {
        self.pressure = pressure
        self.temperature = temperature
    }

    /// 1.01325 bar and 15 °C, to which gas is billed in Turkey (Esaslar Hakkında Tebliğ, RG 24980, m.7).
    public static let turkish = BaseConditions(
        pressure: Pressure(microbar: 1_013_250), temperature: CelsiusTemperature(microdegrees: 15_000_000))
}

public import Quantities

/// The energy of a corrected m3 in kWh/m3 [kWh çarpanı]: the calorific value over 860.42.
public struct EnergyFactor: FixedPointQuantity {
    /// Eight decimals of a kWh/m3.
    public static let fractionDigits = 8

    /// The factor in 10⁻⁸ kWh/m3.
    public let hundredMillionths: Int64

    /// A factor of so many 10⁻⁸ kWh/m3.
    public init(hundredMillionths: Int64) { self.hundredMillionths = hundredMillionths }

    /// A factor of so many 10⁻⁸ kWh/m3.
    public init(smallestUnits: Int64) { self.init(hundredMillionths: smallestUnits) }

    /// The factor in 10⁻⁸ kWh/m3.
    public var smallestUnits: Int64 { hundredMillionths }
}

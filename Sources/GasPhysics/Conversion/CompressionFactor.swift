public import Quantities

/// The compression factor Z [sıkıştırılabilirlik faktörü]: the volume of a gas over that of an ideal gas.
public struct CompressionFactor: FixedPointQuantity {
    /// Eight decimals; the equations of state differ from real gas by 10⁻³.
    public static let fractionDigits = 8

    /// The factor in 10⁻⁸.
    public let hundredMillionths: Int64

    /// A factor of so many 10⁻⁸.
    public init(hundredMillionths: Int64) { self.hundredMillionths = hundredMillionths }

    /// A factor of so many 10⁻⁸.
    public init(smallestUnits: Int64) { self.init(hundredMillionths: smallestUnits) }

    /// The factor in 10⁻⁸.
    public var smallestUnits: Int64 { hundredMillionths }
}

public import Quantities

/// The correction factor K [düzeltme katsayısı] between the volume at the meter and the volume at 1.01325 bar, 15 °C.
public struct CorrectionFactor: FixedPointQuantity {
    /// K is published with five decimals.
    public static let fractionDigits = 5

    /// The factor in 10⁻⁵.
    public let hundredThousandths: Int64

    /// A factor of so many 10⁻⁵.
    public init(hundredThousandths: Int64) { self.hundredThousandths = hundredThousandths }

    /// A factor of so many 10⁻⁵.
    public init(smallestUnits: Int64) { self.init(hundredThousandths: smallestUnits) }

    /// The factor in 10⁻⁵.
    public var smallestUnits: Int64 { hundredThousandths }
}

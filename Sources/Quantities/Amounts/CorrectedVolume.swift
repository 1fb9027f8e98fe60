/// A volume at 1.01325 bar and 15 °C [düzeltilmiş hacim, md], in m3.
public struct CorrectedVolume: FixedPointQuantity {
    /// Three decimals of a m3.
    public static let fractionDigits = 3

    /// The volume in litres.
    public let litres: Int64

    /// A volume of so many litres.
    public init(litres: Int64) { self.litres = litres }

    /// A volume of so many litres.
    public init(smallestUnits: Int64) { self.init(litres: smallestUnits) }

    /// The volume in litres.
    public var smallestUnits: Int64 { litres }
}

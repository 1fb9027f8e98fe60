/// The factor between the counter's difference and the volume that went through the meter [çarpan], 1 for most.
public struct MeterMultiplier: FixedPointQuantity {
    /// Three decimals.
    public static let fractionDigits = 3

    /// The factor in thousandths.
    public let thousandths: Int64

    /// A factor of so many thousandths.
    public init(thousandths: Int64) { self.thousandths = thousandths }

    /// A factor of so many thousandths.
    public init(smallestUnits: Int64) { self.init(thousandths: smallestUnits) }

    /// The factor in thousandths.
    public var smallestUnits: Int64 { thousandths }
}

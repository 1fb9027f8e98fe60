/// A price of energy in TL/kWh, before tax, with the eight decimals that Turkish gas bills print.
public struct UnitPrice: FixedPointQuantity {
    /// Eight decimals of a lira per kWh.
    public static let fractionDigits = 8

    /// The price in 10⁻⁸ TL/kWh.
    public let hundredMillionths: Int64

    /// A price of so many 10⁻⁸ TL/kWh.
    public init(hundredMillionths: Int64) { self.hundredMillionths = hundredMillionths }

    /// A price of so many 10⁻⁸ TL/kWh.
    public init(smallestUnits: Int64) { self.init(hundredMillionths: smallestUnits) }

    /// The price in 10⁻⁸ TL/kWh.
    public var smallestUnits: Int64 { hundredMillionths }
}

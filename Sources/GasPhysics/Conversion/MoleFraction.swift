public import Quantities

/// A component's share of a gas by amount of substance [mol kesri].
public struct MoleFraction: FixedPointQuantity {
    /// Nine decimals of the whole.
    public static let fractionDigits = 9

    /// The share in 10⁻⁹.
    public let partsPerBillion: Int64

    /// A share of so many 10⁻⁹.
    public init(partsPerBillion: Int64) { self.partsPerBillion = partsPerBillion }

    /// A share of so many 10⁻⁹.
    public init(smallestUnits: Int64) { self.init(partsPerBillion: smallestUnits) }

    /// The share in 10⁻⁹.
    public var smallestUnits: Int64 { partsPerBillion }

    /// The whole gas.
    public static let whole = MoleFraction(partsPerBillion: 1_000_000_000)
}

/// A share of an amount, such as the KDV rate 0.20.
public struct Rate: FixedPointQuantity {
    /// Six decimals of the whole.
    public static let fractionDigits = 6

    /// The share in millionths.
    public let partsPerMillion: Int64

    /// A share of so many millionths.
    public init(partsPerMillion: Int64) { self.partsPerMillion = partsPerMillion }

    /// A share of so many millionths.
    public init(smallestUnits: Int64) { self.init(partsPerMillion: smallestUnits) }

    /// The share in millionths.
    public var smallestUnits: Int64 { partsPerMillion }

    /// The whole amount.
    public static let whole = Rate(partsPerMillion: 1_000_000)
}

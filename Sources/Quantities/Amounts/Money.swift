/// An amount of Turkish lira, held in whole kuruş; negative for what the customer gets back.
public struct Money: FixedPointQuantity {
    /// Lira are printed with two decimals.
    public static let fractionDigits = 2

    /// The amount in kuruş.
    public let kurus: Int64

    /// An amount of so many kuruş.
    public init(kurus: Int64) { self.kurus = kurus }

    /// An amount of so many kuruş.
    public init(smallestUnits: Int64) { self.init(kurus: smallestUnits) }

    /// The amount in kuruş.
    public var smallestUnits: Int64 { kurus }
}

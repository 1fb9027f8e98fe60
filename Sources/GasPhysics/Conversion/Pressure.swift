public import Quantities

/// A pressure in bar: absolute (bara) or gauge (barg), as the parameter that takes it says.
public struct Pressure: FixedPointQuantity {
    /// Six decimals of a bar.
    public static let fractionDigits = 6

    /// The pressure in 10⁻⁶ bar.
    public let microbar: Int64

    /// A pressure of so many 10⁻⁶ bar.
    public init(microbar: Int64) { self.microbar = microbar }

    /// A pressure of so many 10⁻⁶ bar.
    public init(smallestUnits: Int64) { self.init(microbar: smallestUnits) }

    /// The pressure in 10⁻⁶ bar.
    public var smallestUnits: Int64 { microbar }
}

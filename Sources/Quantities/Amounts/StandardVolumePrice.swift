/// A price in TL/Sm3, the unit in which tariffs are published, with their six decimals.
public struct StandardVolumePrice: FixedPointQuantity {
    /// Six decimals of a lira per Sm3.
    public static let fractionDigits = 6

    /// The price in 10⁻⁶ TL/Sm3.
    public let microlira: Int64

    /// A price of so many 10⁻⁶ TL/Sm3.
    public init(microlira: Int64) { self.microlira = microlira }

    /// A price of so many 10⁻⁶ TL/Sm3.
    public init(smallestUnits: Int64) { self.init(microlira: smallestUnits) }

    /// The price in 10⁻⁶ TL/Sm3.
    public var smallestUnits: Int64 { microlira }
}

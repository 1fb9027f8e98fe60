/// A volume of the reference gas of 9155 kcal/m3 that holds the same energy, in Sm3.
///
/// Not a corrected volume, although both are called standard m3 in daily talk.
public struct StandardVolume: FixedPointQuantity {
    /// Three decimals of a Sm3.
    public static let fractionDigits = 3

    /// The volume in litres of the reference gas.
    public let litres: Int64

    /// A volume of so many litres of the reference gas.
    public init(litres: Int64) { self.litres = litres }

    /// A volume of so many litres of the reference gas.
    public init(smallestUnits: Int64) { self.init(litres: smallestUnits) }

    /// The volume in litres of the reference gas.
    public var smallestUnits: Int64 { litres }
}

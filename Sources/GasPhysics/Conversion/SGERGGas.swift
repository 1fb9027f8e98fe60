public import Quantities

/// The density of a gas over that of air at the same conditions, 0 °C and 1.01325 bar [bağıl yoğunluk].
public struct RelativeDensity: FixedPointQuantity {
    /// Six decimals.
    public static let fractionDigits = 6

    /// The density in 10⁻⁶ of air's.
    public let millionths: Int64

    /// A density of so many 10⁻⁶ of air's.
    public init(millionths: Int64) { self.millionths = millionths }

    /// A density of so many 10⁻⁶ of air's.
    public init(smallestUnits: Int64) { self.init(millionths: smallestUnits) }

    /// The density in 10⁻⁶ of air's.
    public var smallestUnits: Int64 { millionths }
}

/// A superior calorific value in MJ/m3, burnt at 25 °C, the m3 measured at 0 °C and 1.01325 bar.
///
/// Not the value of Turkish bills, which is in kcal/m3 at 15 °C (`GrossCalorificValue`).
public struct VolumetricHeat: FixedPointQuantity {
    /// Six decimals of a MJ/m3.
    public static let fractionDigits = 6

    /// The value in J/m3.
    public let joules: Int64

    /// A value of so many J/m3.
    public init(joules: Int64) { self.joules = joules }

    /// A value of so many J/m3.
    public init(smallestUnits: Int64) { self.init(joules: smallestUnits) }

    /// The value in J/m3.
    public var smallestUnits: Int64 { joules }
}

/// A natural gas by what SGERG-88 needs to know of it.
public struct SGERGGas: Hashable, Sendable {
    /// CO2, 0 to 0.30.
    public let carbonDioxide: MoleFraction
    /// H2, 0 to 0.10.
    public let hydrogen: MoleFraction
    /// The relative density, 0.55 to 0.90.
    public let relativeDensity: RelativeDensity
    /// The superior calorific value, 20 to 48 MJ/m3.
    public let calorificValue: VolumetricHeat

    /// A gas with those properties.
    public init(
        carbonDioxide: MoleFraction, hydrogen: MoleFraction, relativeDensity: RelativeDensity,
        calorificValue: VolumetricHeat
    ) {
        self.carbonDioxide = carbonDioxide
        self.hydrogen = hydrogen
        self.relativeDensity = relativeDensity
        self.calorificValue = calorificValue
    }

    /// Gas 1 of ISO 12213-3, annex C: H = 40.66 MJ/m3, d = 0.581, CO2 = 0.6 %; close to that of the pipelines from the north.
    public static let referenceGas1 = SGERGGas(
        carbonDioxide: MoleFraction(partsPerBillion: 6_000_000), hydrogen: MoleFraction(partsPerBillion: 0),
        relativeDensity: RelativeDensity(millionths: 581_000), calorificValue: VolumetricHeat(joules: 40_660_000))
}

public import Quantities

// No regulation that could be found says how a gas bill is rounded: each utility has a profile of its own.
extension RoundingProfile {
    /// Corrected volume and energy to three decimals, factor unrounded, payable to the kuruş.
    ///
    /// The default, until a utility names its own.
    public static let standard = RoundingProfile(
        shipped: "standard", correctedVolumeDecimals: 3, energyFactorDecimals: nil, energyDecimals: 3,
        payableStep: Money(kurus: 1))

    /// Corrected volume and factor to two decimals, energy to whole kWh, payable to the whole lira.
    ///
    /// Source: the worked example that Bursagaz publishes (bursagaz.com, "faturalandırma"), reproduced digit for digit.
    public static let bursagaz = RoundingProfile(
        shipped: "bursagaz", correctedVolumeDecimals: 2, energyFactorDecimals: 2, energyDecimals: 0,
        payableStep: Money(kurus: 100))

    /// Only money is rounded; for comparison with other systems.
    public static let exact = RoundingProfile(
        shipped: "exact", correctedVolumeDecimals: nil, energyFactorDecimals: nil, energyDecimals: nil,
        payableStep: Money(kurus: 1))

    /// The profiles that ship.
    public static let shipped = [standard, bursagaz, exact]
}

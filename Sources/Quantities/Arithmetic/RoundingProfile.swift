/// Which figures of the invoice chain are rounded, and to how many decimals; a policy of each utility.
///
/// A printed figure is rounded first and the rounded one is used next, so that the customer can recompute the bill.
/// A step without decimals (`nil`) is used unrounded. All rounding is half away from zero; money always has two decimals.
public struct RoundingProfile: Hashable, Sendable {
    /// The profile's name, stored on each invoice.
    public let name: String
    /// Decimals of the corrected volume md in m3, 0 to 3.
    public let correctedVolumeDecimals: Int?
    /// Decimals of the factor GCV ÷ 860.42 in kWh/m3, 0 to 8.
    public let energyFactorDecimals: Int?
    /// Decimals of the energy in kWh, 0 to 3.
    public let energyDecimals: Int?
    /// The step to which the payable amount is rounded, above zero: 1 kuruş leaves it as it is.
    public let payableStep: Money

    /// A profile of that name; `nil` where a step has decimals outside of its bounds or the payable step is not positive.
    public init?(
        name: String, correctedVolumeDecimals: Int?, energyFactorDecimals: Int?, energyDecimals: Int?,
        payableStep: Money
    ) {
        let isValid =
            (0...CorrectedVolume.fractionDigits).contains(correctedVolumeDecimals ?? 0)
            && (0...8).contains(energyFactorDecimals ?? 0)
            && (0...Energy.fractionDigits).contains(energyDecimals ?? 0) && payableStep > .zero
        guard isValid else { return nil }
        self.name = name
        self.correctedVolumeDecimals = correctedVolumeDecimals
        self.energyFactorDecimals = energyFactorDecimals
        self.energyDecimals = energyDecimals
        self.payableStep = payableStep
    }

    /// A profile that ships: its figures are ours to get right.
    package init(
        shipped name: String, correctedVolumeDecimals: Int?, energyFactorDecimals: Int?, energyDecimals: Int?,
        payableStep: Money
    ) {
        let profile = RoundingProfile(
            name: name, correctedVolumeDecimals: correctedVolumeDecimals, energyFactorDecimals: energyFactorDecimals,
            energyDecimals: energyDecimals, payableStep: payableStep)
        guard let profile else { preconditionFailure("the shipped profile \(name) is out of bounds") }
        self = profile
    }
}

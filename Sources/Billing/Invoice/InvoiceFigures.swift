public import GasPhysics
public import Quantities

/// The figures of an invoice, from the measured volume to the payable amount.
///
/// ms → md = ms × K → kWh = md × GCV ÷ 860.42 → charge = kWh × price → KDV = charge × rate → payable
/// (Esaslar Hakkında Tebliğ, RG 24980, m.7; rounding: `RoundingProfile`).
public struct InvoiceFigures: Hashable, Sendable {
    /// The measured volume ms.
    public let measuredVolume: MeterVolume
    /// The correction factor K of the period.
    public let correctionFactor: CorrectionFactor
    /// The gross calorific value of the period.
    public let calorificValue: GrossCalorificValue
    /// The average retail price before KDV [ortalama perakende satış fiyatı].
    public let averagePrice: UnitPrice
    /// The KDV rate.
    public let valueAddedTaxRate: Rate
    /// Which figures are rounded, and how.
    public let rounding: RoundingProfile

    /// The corrected volume md; to the litre where the profile leaves it unrounded.
    public let correctedVolume: CorrectedVolume
    /// The kWh factor; to eight decimals where the profile leaves it unrounded.
    public let energyFactor: EnergyFactor
    /// The energy; to the Wh where the profile leaves it unrounded.
    public let energy: Energy
    /// The consumption charge before KDV [tüketim bedeli]; it is the base of the KDV.
    public let consumptionCharge: Money
    /// The KDV.
    public let valueAddedTax: Money
    /// Charge and KDV.
    public let total: Money
    /// What is added to the total to come to the payable amount, or taken off.
    public let payableRounding: Money
    /// The amount to pay [ödenecek tutar].
    public let payable: Money

    /// The base of the KDV [KDV matrahı]: the consumption charge.
    public var valueAddedTaxBase: Money { consumptionCharge }
}

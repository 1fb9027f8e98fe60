public import GasPhysics
public import Quantities

/// The figures of an invoice, from the measured volume to the payable amount.
///
/// ms → md = ms × K → kWh = md × GCV ÷ 860.42 → charge = kWh × price → KDV = charge × rate → payable
/// (Esaslar Hakkında Tebliğ, RG 24980, m.7; rounding: `RoundingProfile`).
public struct InvoiceFigures: Hashable, Sendable {
    /// How many decimals of an unrounded figure are shown.
    public static let shownDecimals = 8

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

    /// The energy in 10⁻⁸ kWh where the profile leaves it unrounded.
    package let unroundedEnergy: Int128?

    /// Figures that were computed before, as they were stored; nothing is computed anew.
    package init(
        measuredVolume: MeterVolume, correctionFactor: CorrectionFactor, calorificValue: GrossCalorificValue,
        averagePrice: UnitPrice, valueAddedTaxRate: Rate, rounding: RoundingProfile, correctedVolume: CorrectedVolume,
        energyFactor: EnergyFactor, energy: Energy, unroundedEnergy: Int128?, consumptionCharge: Money,
        valueAddedTax: Money, total: Money, payableRounding: Money, payable: Money
    ) {
        self.measuredVolume = measuredVolume
        self.correctionFactor = correctionFactor
        self.calorificValue = calorificValue
        self.averagePrice = averagePrice
        self.valueAddedTaxRate = valueAddedTaxRate
        self.rounding = rounding
        self.correctedVolume = correctedVolume
        self.energyFactor = energyFactor
        self.energy = energy
        self.unroundedEnergy = unroundedEnergy
        self.consumptionCharge = consumptionCharge
        self.valueAddedTax = valueAddedTax
        self.total = total
        self.payableRounding = payableRounding
        self.payable = payable
    }

    /// The figures that follow from a measured volume and the period's gas, price and tax.
    ///
    /// Each figure that the profile rounds is rounded once, half away from zero, from the exact product of the printed
    /// figures before it; figures that it does not round are never rounded on the way to the charge. A negative volume
    /// gives the same figures with the opposite sign.
    /// - Throws: `BillingError.overflow` with the step whose result does not fit its type.
    public init(
        measuredVolume: MeterVolume, correctionFactor: CorrectionFactor, calorificValue: GrossCalorificValue,
        averagePrice: UnitPrice, valueAddedTaxRate: Rate, rounding: RoundingProfile
    ) throws(BillingError) {
        let chain = EnergyChain(
            measuredVolume: measuredVolume, correctionFactor: correctionFactor, calorificValue: calorificValue)
        let volume = try Self.step(.correctedVolume) { () throws(ArithmeticError) in
            try chain.volume(decimals: rounding.correctedVolumeDecimals)
        }
        let factor = try Self.step(.energyFactor) { () throws(ArithmeticError) in
            try chain.factor(decimals: rounding.energyFactorDecimals)
        }
        let energy = try Self.step(.energy) { () throws(ArithmeticError) in
            try chain.energy(of: volume, times: factor, decimals: rounding.energyDecimals)
        }
        let charge = try Self.step(.consumptionCharge) { () throws(ArithmeticError) in
            try chain.charge(for: energy, at: averagePrice)
        }
        let tax = try Self.step(.valueAddedTax) { () throws(ArithmeticError) in
            try charge.multiplied(by: valueAddedTaxRate)
        }
        let total = try Self.step(.total) { () throws(ArithmeticError) in try charge.adding(tax) }
        let payable = try Self.step(.payable) { () throws(ArithmeticError) in
            try total.rounded(toMultipleOf: rounding.payableStep)
        }
        let difference = try Self.step(.payable) { () throws(ArithmeticError) in try payable.subtracting(total) }

        self.measuredVolume = measuredVolume
        self.correctionFactor = correctionFactor
        self.calorificValue = calorificValue
        self.averagePrice = averagePrice
        self.valueAddedTaxRate = valueAddedTaxRate
        self.rounding = rounding
        correctedVolume = volume.printed
        energyFactor = factor.printed
        switch energy {
        case .rounded(let rounded):
            self.energy = rounded
            unroundedEnergy = nil
        case .unrounded(_, _, _, let printed, let shown):
            self.energy = printed
            unroundedEnergy = shown
        }
        consumptionCharge = charge
        valueAddedTax = tax
        self.total = total
        self.payable = payable
        payableRounding = difference
    }

    /// Runs one step of the chain and names it in the error of an overflow.
    private static func step<Result>(
        _ code: DerivationStep.Code, _ compute: () throws(ArithmeticError) -> Result
    ) throws(BillingError) -> Result {
        do throws(ArithmeticError) {
            return try compute()
        } catch {
            throw .overflow(code)
        }
    }
}

extension InvoiceFigures {
    /// The base of the KDV [KDV matrahı]: the consumption charge.
    public var valueAddedTaxBase: Money { consumptionCharge }

    /// The corrected volume with the decimals that the profile prints, or eight where it is unrounded.
    public var correctedVolumeFigure: DecimalFigure {
        guard let decimals = rounding.correctedVolumeDecimals else {
            // m3 in 10⁻³ times K in 10⁻⁵: the eight decimals are the whole product.
            let product = Int128(measuredVolume.litres) * Int128(correctionFactor.hundredThousandths)
            return DecimalFigure(units: product, fractionDigits: Self.shownDecimals)
        }
        return correctedVolume.figure(decimals: decimals)
    }

    /// The kWh factor with the decimals that the profile prints, or eight where it is unrounded.
    public var energyFactorFigure: DecimalFigure {
        energyFactor.figure(decimals: rounding.energyFactorDecimals ?? EnergyFactor.fractionDigits)
    }

    /// The energy with the decimals that the profile prints, or eight where it is unrounded.
    public var energyFigure: DecimalFigure {
        if let unroundedEnergy { return DecimalFigure(units: unroundedEnergy, fractionDigits: Self.shownDecimals) }
        return energy.figure(decimals: rounding.energyDecimals ?? Energy.fractionDigits)
    }
}

extension FixedPointQuantity {
    /// The quantity, which was rounded to `decimals` before, with just these decimals.
    fileprivate func figure(decimals: Int) -> DecimalFigure {
        DecimalFigure(
            units: Int128(smallestUnits) / Int128.powerOfTen(Self.fractionDigits - decimals), fractionDigits: decimals)
    }
}

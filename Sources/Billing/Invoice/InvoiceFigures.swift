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
    /// The correction factor K of the period; where meters of several pressures or a corrector measured, what K came to:
    /// corrected ÷ measured volume, to five decimals.
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
    /// The charge for the gas before KDV [tüketim bedeli]: the sum of the invoice's lines.
    public let consumptionCharge: Money
    /// The base of the KDV [KDV matrahı]: the charge for the gas and what is taxed with it; never below zero on an invoice.
    public let valueAddedTaxBase: Money
    /// The KDV.
    public let valueAddedTax: Money
    /// Base and KDV.
    public let total: Money
    /// What is paid with this invoice without being taxed by it: an instalment above zero, an applied credit below.
    public let balance: Money
    /// What is added to total and balance to come to the payable amount, or taken off.
    public let payableRounding: Money
    /// The amount to pay [ödenecek tutar].
    public let payable: Money

    /// The energy in 10⁻⁸ kWh where the profile leaves it unrounded.
    package let unroundedEnergy: Int128?
    /// The corrected volume in 10⁻⁸ m3 where the profile leaves it unrounded.
    package let unroundedVolume: Int128?

    /// Figures that were computed before, as they were stored; nothing is computed anew.
    ///
    /// Where nothing but the gas was charged, `valueAddedTaxBase` is the charge; where one meter without a corrector measured,
    /// `unroundedVolume` follows from volume and K.
    package init(
        measuredVolume: MeterVolume, correctionFactor: CorrectionFactor, calorificValue: GrossCalorificValue,
        averagePrice: UnitPrice, valueAddedTaxRate: Rate, rounding: RoundingProfile, correctedVolume: CorrectedVolume,
        energyFactor: EnergyFactor, energy: Energy, unroundedEnergy: Int128?, unroundedVolume: Int128? = nil,
        consumptionCharge: Money, valueAddedTaxBase: Money? = nil, valueAddedTax: Money, total: Money,
        balance: Money = .zero, payableRounding: Money, payable: Money
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
        self.unroundedVolume =
            rounding.correctedVolumeDecimals == nil
            ? unroundedVolume ?? Int128(measuredVolume.litres) * Int128(correctionFactor.hundredThousandths) : nil
        self.consumptionCharge = consumptionCharge
        self.valueAddedTaxBase = valueAddedTaxBase ?? consumptionCharge
        self.valueAddedTax = valueAddedTax
        self.total = total
        self.balance = balance
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
        let volume = try Self.step(.correctedVolume) { () throws(ArithmeticError) in
            try EnergyChain.volume(
                measuredVolume, times: correctionFactor, decimals: rounding.correctedVolumeDecimals)
        }
        try self.init(
            MeasuredUse(measured: measuredVolume, factor: correctionFactor, volume: volume, isRollover: false),
            calorificValue: calorificValue, averagePrice: averagePrice, valueAddedTaxRate: valueAddedTaxRate,
            rounding: rounding)
    }

    /// The figures of gas that was measured, where nothing else is charged.
    init(
        _ use: MeasuredUse, calorificValue: GrossCalorificValue, averagePrice: UnitPrice, valueAddedTaxRate: Rate,
        rounding: RoundingProfile
    ) throws(BillingError) {
        let gas = try UseEnergy(use, calorificValue: calorificValue, rounding: rounding)
        let charge = try gas.charge(at: averagePrice)
        try self.init(
            gas, averagePrice: averagePrice, valueAddedTaxRate: valueAddedTaxRate, charge: charge, base: charge,
            balance: { (_: Money) throws(BillingError) in .zero })
    }

    /// The figures of gas whose `charge`, the sum of its lines, is known, with the `base` that is taxed and the `balance` that an
    /// invoice of a total is paid with untaxed.
    ///
    /// Throws `BillingError.overflow` with the step whose result does not fit.
    init(
        _ gas: UseEnergy, averagePrice: UnitPrice, valueAddedTaxRate: Rate, charge: Money, base: Money,
        balance: (_ total: Money) throws(BillingError) -> Money
    ) throws(BillingError) {
        let tax = try Self.step(.valueAddedTax) { () throws(ArithmeticError) in
            try base.multiplied(by: valueAddedTaxRate)
        }
        let total = try Self.step(.total) { () throws(ArithmeticError) in try base.adding(tax) }
        let balance = try balance(total)
        let due = try Self.step(.payable) { () throws(ArithmeticError) in try total.adding(balance) }
        let payable = try Self.step(.payable) { () throws(ArithmeticError) in
            try due.rounded(toMultipleOf: gas.rounding.payableStep)
        }
        let difference = try Self.step(.payable) { () throws(ArithmeticError) in try payable.subtracting(due) }

        measuredVolume = gas.use.measured
        correctionFactor = gas.use.factor
        calorificValue = gas.calorificValue
        self.averagePrice = averagePrice
        self.valueAddedTaxRate = valueAddedTaxRate
        rounding = gas.rounding
        correctedVolume = gas.use.volume.printed
        unroundedVolume = gas.rounding.correctedVolumeDecimals == nil ? gas.use.volume.hundredMillionths : nil
        energyFactor = gas.factor.printed
        energy = gas.printed
        unroundedEnergy = gas.shown
        consumptionCharge = charge
        valueAddedTaxBase = base
        valueAddedTax = tax
        self.total = total
        self.balance = balance
        self.payable = payable
        payableRounding = difference
    }

    /// Runs one step of the chain and names it in the error of an overflow.
    @inline(__always)
    static func step<Result>(
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
    /// The corrected volume with the decimals that the profile prints, or eight where it is unrounded.
    public var correctedVolumeFigure: DecimalFigure {
        if let unroundedVolume { return DecimalFigure(units: unroundedVolume, fractionDigits: Self.shownDecimals) }
        let decimals = rounding.correctedVolumeDecimals ?? CorrectedVolume.fractionDigits
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
    func figure(decimals: Int) -> DecimalFigure {
        DecimalFigure(
            units: Int128(smallestUnits) / Int128.powerOfTen(Self.fractionDigits - decimals), fractionDigits: decimals)
    }
}

import GasPhysics
import Quantities

/// What went through the meters of a period, and what that is at 1.01325 bar and 15 °C.
struct MeasuredUse {
    /// The measured volume ms, of all meters together.
    let measured: MeterVolume
    /// K, or what it came to where several meters or a corrector measured.
    let factor: CorrectionFactor
    /// The corrected volume md.
    let volume: EnergyChain.Volume
    /// Whether a counter passed its largest number.
    let isRollover: Bool

    init(measured: MeterVolume, factor: CorrectionFactor, volume: EnergyChain.Volume, isRollover: Bool) {
        self.measured = measured
        self.factor = factor
        self.volume = volume
        self.isRollover = isRollover
    }

    /// A use whose K is what the corrected volume came to: md ÷ ms, rounded half away from zero to five decimals, or
    /// `fallback` where nothing was measured.
    init(
        measured: MeterVolume, volume: EnergyChain.Volume, fallback: CorrectionFactor, isRollover: Bool
    ) throws(ArithmeticError) {
        var factor = fallback
        if measured != .zero {
            let quotient = ExactQuotient(
                volume.units, times: 100_000, over: Int128(measured.litres) * volume.unitsPerLitre)
            factor = CorrectionFactor(hundredThousandths: try quotient.roundedToInt64())
        }
        self.init(measured: measured, factor: factor, volume: volume, isRollover: isRollover)
    }
}

/// The energy of what was measured.
struct UseEnergy {
    let use: MeasuredUse
    let calorificValue: GrossCalorificValue
    let factor: EnergyChain.Factor
    let rounding: RoundingProfile
    /// The energy that a charge is computed from; `nil` where it is the sum of several, each with its own charge.
    let amount: EnergyChain.Amount?
    /// The energy as printed, to the Wh where it goes on unrounded.
    let printed: Energy
    /// The energy in 10⁻⁸ kWh where it goes on unrounded.
    let shown: Int128?

    /// The energy of a use by one calorific value; throws `BillingError.overflow` with the step whose result does not fit.
    init(
        _ use: MeasuredUse, calorificValue: GrossCalorificValue, rounding: RoundingProfile
    ) throws(BillingError) {
        factor = try InvoiceFigures.step(.energyFactor) { () throws(ArithmeticError) in
            try EnergyChain.factor(calorificValue, decimals: rounding.energyFactorDecimals)
        }
        let factor = factor
        let amount = try InvoiceFigures.step(.energy) { () throws(ArithmeticError) in
            try EnergyChain.energy(of: use.volume, times: factor, decimals: rounding.energyDecimals)
        }
        self.use = use
        self.calorificValue = calorificValue
        self.rounding = rounding
        self.amount = amount
        printed = amount.printed
        shown = amount.shown
    }

    /// The energies of several stretches of days together, under the period's average calorific value for information.
    init(
        sumOf parts: [UseEnergy], use: MeasuredUse, calorificValue: GrossCalorificValue, rounding: RoundingProfile
    ) throws(BillingError) {
        factor = try InvoiceFigures.step(.energyFactor) { () throws(ArithmeticError) in
            try EnergyChain.factor(calorificValue, decimals: rounding.energyFactorDecimals)
        }
        var printed = Energy.zero
        var shown: Int128? = rounding.energyDecimals == nil ? 0 : nil
        for part in parts {
            (printed, shown) = try InvoiceFigures.step(.energy) { () throws(ArithmeticError) in
                var sum = shown
                if let before = sum, let more = part.shown { sum = try before.checkedAdding(more) }
                return (try printed.adding(part.printed), sum)
            }
        }
        self.use = use
        self.calorificValue = calorificValue
        self.rounding = rounding
        amount = nil
        self.printed = printed
        self.shown = shown
    }

    /// The charge for it at a price; the sum of several stretches is charged by the energy as printed.
    func charge(at price: UnitPrice) throws(BillingError) -> Money {
        let amount = amount ?? .rounded(printed)
        return try InvoiceFigures.step(.consumptionCharge) { () throws(ArithmeticError) in
            try EnergyChain.charge(for: amount, at: price)
        }
    }

    /// The energy as it stands on a line.
    var energyFigure: DecimalFigure {
        if let shown { return DecimalFigure(units: shown, fractionDigits: InvoiceFigures.shownDecimals) }
        return printed.figure(decimals: rounding.energyDecimals ?? Energy.fractionDigits)
    }
}

public import GasPhysics
public import Quantities

/// What illegal use [kaçak] costs: the gas at the current retail price, times the policy's share, more for a repetition. [91]
///
/// An accrual is proposed by this; the evidence comes first, and a second person decides.
public struct IllegalUseCharge: Hashable, Sendable, Derived {
    /// The volume used illegally, found or estimated.
    public let volume: MeterVolume
    /// The factor K of the time.
    public let correctionFactor: CorrectionFactor
    /// The calorific value of the time.
    public let calorificValue: GrossCalorificValue
    /// The retail price that holds now, before KDV.
    public let price: UnitPrice
    /// Whether it was found before, within the policy's years.
    public let isRepetition: Bool
    /// The volume at reference conditions, to the litre.
    public let correctedVolume: CorrectedVolume
    /// The energy, to the Wh.
    public let energy: Energy
    /// What the gas is worth.
    public let gasValue: Money
    /// The charge before KDV, the gas itself included.
    public let charge: Money
    /// The policy that made it.
    public let policy: IllegalUsePolicy

    /// The charge for `volume`: corrected volume, energy and value are rounded one after the other, the charge once more.
    ///
    /// Throws `noContractClause` where the contract does not allow it, `outOfBounds` for a negative figure and `overflow`.
    public init(
        volume: MeterVolume, correctionFactor: CorrectionFactor, calorificValue: GrossCalorificValue, price: UnitPrice,
        isRepetition: Bool, contractAllowsIt: Bool, policy: IllegalUsePolicy
    ) throws(DebtError) {
        guard contractAllowsIt else { throw .noContractClause }
        guard volume >= .zero else { throw .outOfBounds(.measuredVolume) }
        guard correctionFactor >= .zero else { throw .outOfBounds(.correctionFactor) }
        guard calorificValue >= .zero else { throw .outOfBounds(.calorificValue) }
        guard price >= .zero else { throw .outOfBounds(.price) }
        let figures: InvoiceFigures
        do throws(BillingError) {
            figures = try InvoiceFigures(
                measuredVolume: volume, correctionFactor: correctionFactor, calorificValue: calorificValue,
                averagePrice: price, valueAddedTaxRate: .zero, rounding: .standard)
        } catch {
            throw .overflow(.consumptionCharge)
        }
        self.volume = volume
        self.correctionFactor = correctionFactor
        self.calorificValue = calorificValue
        self.price = price
        self.isRepetition = isRepetition
        self.policy = policy
        correctedVolume = figures.correctedVolume
        energy = figures.energy
        gasValue = figures.consumptionCharge
        let factor = isRepetition ? policy.repeatFactor : 1
        charge = try DebtError.step(.illegalUseCharge) { () throws(ArithmeticError) in
            let share = try Int128(policy.share.partsPerMillion).checkedMultiplying(by: Int128(factor))
            let quotient = ExactQuotient(
                Int128(figures.consumptionCharge.kurus), times: share, over: Int128(Rate.whole.partsPerMillion))
            return Money(kurus: try quotient.roundedToInt64())
        }
    }

    /// From the volume to the charge.
    public var derivation: [DerivationStep] {
        var chargeOperands: [DerivationStep.Operand] = [
            .init(.consumptionCharge, gasValue.figure),
            .init(.illegalUseShare, policy.share.figure.withoutTrailingZeros(keeping: 2)),
        ]
        if isRepetition { chargeOperands.append(.init(.repeatFactor, DecimalFigure(Int64(policy.repeatFactor)))) }
        return [
            DerivationStep(
                code: .correctedVolume,
                operands: [
                    .init(.measuredVolume, volume.figure.withoutTrailingZeros),
                    .init(.correctionFactor, correctionFactor.figure),
                ], result: correctedVolume.figure),
            DerivationStep(
                code: .energy,
                operands: [
                    .init(.correctedVolume, correctedVolume.figure),
                    .init(.calorificValue, calorificValue.figure.withoutTrailingZeros(keeping: 2)),
                    .init(
                        .kilocaloriesPerKilowattHour,
                        DecimalFigure(units: Int128(hundredthsOfKilocaloriesPerKilowattHour), fractionDigits: 2)),
                ], result: energy.figure),
            DerivationStep(
                code: .consumptionCharge, operands: [.init(.energy, energy.figure), .init(.price, price.figure)],
                result: gasValue.figure),
            DerivationStep(
                code: .illegalUseCharge, operands: chargeOperands, result: charge.figure, policy: policy.version),
        ]
    }
}

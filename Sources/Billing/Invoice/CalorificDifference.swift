public import GasPhysics
public import Quantities

/// What half-months that were billed before the month's calorific value was known cost more or less by it [CNG, 61].
///
/// Every half-month's corrected volume is priced again, by the same function and the same rounding, and the amount that was
/// charged is taken off; the sum goes on a later invoice as a signed line before KDV.
public struct CalorificDifference: Hashable, Sendable {
    /// One half-month.
    public struct Part: Hashable, Sendable {
        /// The corrected volume that was billed.
        public let correctedVolume: CorrectedVolume
        /// The value by which it was billed.
        public let billedValue: GrossCalorificValue
        /// The price.
        public let price: UnitPrice
        /// The charge by the billed value.
        public let billed: Money
        /// The charge by the month's value.
        public let due: Money
    }

    /// The month's value.
    public let calorificValue: GrossCalorificValue
    /// The half-months, in the order given.
    public let parts: [Part]
    /// Σ due − billed, before KDV.
    public let amount: Money

    /// The difference of those invoices' gas by the month's value.
    ///
    /// Throws `BillingError.outOfBounds` for a value that is not above zero, `overflow` where an amount does not fit.
    public init(of invoices: [Invoice], calorificValue: GrossCalorificValue) throws(BillingError) {
        guard calorificValue > .zero else { throw .outOfBounds(.calorificValue) }
        self.calorificValue = calorificValue
        var parts: [Part] = []
        var amount = Money.zero
        for invoice in invoices {
            let figures = invoice.figures
            let part = Part(
                correctedVolume: figures.correctedVolume, billedValue: figures.calorificValue,
                price: figures.averagePrice, billed: try Self.charge(figures, by: figures.calorificValue),
                due: try Self.charge(figures, by: calorificValue))
            parts.append(part)
            amount = try InvoiceFigures.step(.calorificDifference) { () throws(ArithmeticError) in
                try amount.adding(part.due.subtracting(part.billed))
            }
        }
        self.parts = parts
        self.amount = amount
    }

    private static func charge(
        _ figures: InvoiceFigures, by calorificValue: GrossCalorificValue
    ) throws(BillingError) -> Money {
        let use = MeasuredUse(
            measured: figures.measuredVolume, factor: figures.correctionFactor,
            volume: EnergyChain.Volume(figures.correctedVolume), isRollover: false)
        return try UseEnergy(use, calorificValue: calorificValue, rounding: figures.rounding)
            .charge(at: figures.averagePrice)
    }
}

extension CalorificDifference: Derived {
    /// A step for each half-month.
    public var derivation: [DerivationStep] {
        parts.map { part in
            DerivationStep(
                code: .calorificDifference,
                operands: [
                    .init(.correctedVolume, part.correctedVolume.figure),
                    .init(.calorificValue, calorificValue.figure.withoutTrailingZeros(keeping: 2)),
                    .init(.billedCalorificValue, part.billedValue.figure.withoutTrailingZeros(keeping: 2)),
                    .init(.price, part.price.figure), .init(.consumptionCharge, part.due.figure),
                    .init(.billedCharge, part.billed.figure),
                ],
                // Two amounts of an invoice: their difference was computed before.
                result: DecimalFigure(
                    units: Int128(part.due.kurus) - Int128(part.billed.kurus), fractionDigits: Money.fractionDigits))
        }
    }
}

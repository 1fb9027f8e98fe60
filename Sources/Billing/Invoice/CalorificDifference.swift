public import GasPhysics
public import Quantities

/// What half-months that were billed before the month's calorific value was known cost more or less by it [CNG, 61].
///
/// The corrected volume of every line is priced again, by the same function and the same rounding, and the amount that was
/// charged is taken off; the sum goes on a later invoice as a signed line before KDV. A half-month over a change of price has
/// a line for each, where the tariff says so.
public struct CalorificDifference: Hashable, Sendable {
    /// One line of a half-month's gas; most have one.
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
    /// The lines of the half-months, in the order given.
    public let parts: [Part]
    /// Σ due − billed, before KDV.
    public let amount: Money

    /// The difference of those invoices' gas by the month's value.
    ///
    /// Throws `CalorificDifferenceError.notByLine` where what was billed cannot be told line by line, and `billing` with
    /// `outOfBounds` for a value that is not above zero, or `overflow` where an amount does not fit.
    public init(
        of invoices: [Invoice], calorificValue: GrossCalorificValue
    ) throws(CalorificDifferenceError) {
        guard calorificValue > .zero else { throw .billing(.outOfBounds(.calorificValue)) }
        self.calorificValue = calorificValue
        var parts: [Part] = []
        var amount = Money.zero
        for invoice in invoices {
            guard let lines = BilledLine.lines(of: invoice) else { throw .notByLine(invoice.number) }
            do throws(BillingError) {
                for line in lines {
                    let part = try line.part(by: calorificValue, rounding: invoice.figures.rounding)
                    parts.append(part)
                    amount = try InvoiceFigures.step(.calorificDifference) { () throws(ArithmeticError) in
                        try amount.adding(part.due.subtracting(part.billed))
                    }
                }
            } catch {
                throw .billing(error)
            }
        }
        self.parts = parts
        self.amount = amount
    }
}

/// Why half-months are not priced again.
public enum CalorificDifferenceError: Error, Hashable, Sendable {
    /// The rules of a tariff moved energy to other prices or took a discount off, or the invoice does not say what its lines
    /// were computed from: reverse it, and bill the half-month by the month's value.
    case notByLine(InvoiceNumber?)
    /// A figure is not what it must be.
    case billing(BillingError)
}

/// A line of an invoice, and what it was computed from.
private struct BilledLine {
    let volume: EnergyChain.Volume
    let value: GrossCalorificValue
    let price: UnitPrice

    /// The lines of an invoice; nil where it is not known what each was computed from.
    static func lines(of invoice: Invoice) -> [BilledLine]? {
        let (lines, figures) = (invoice.lines, invoice.figures)
        guard lines.allSatisfy({ $0.code.isOrdinary }), !invoice.charges.contains(where: { $0.code == .discount })
        else { return nil }
        guard lines.count > 1 else {
            return [
                BilledLine(
                    volume: EnergyChain.Volume(figures.correctedVolume), value: figures.calorificValue,
                    price: figures.averagePrice)
            ]
        }
        var (found, value): ([BilledLine], GrossCalorificValue?) = ([], nil)
        for step in invoice.derivation {
            switch step.code {
            case .energyFactor: value = step.figure(.calorificValue).flatMap { try? GrossCalorificValue($0) }
            case .energy:
                guard found.count < lines.count, let value,
                    let volume = step.figure(.correctedVolume).flatMap({ EnergyChain.Volume($0) })
                else { return nil }
                found.append(BilledLine(volume: volume, value: value, price: lines[found.count].unitPrice))
            default: break
            }
        }
        return found.count == lines.count ? found : nil
    }

    func part(
        by calorificValue: GrossCalorificValue, rounding: RoundingProfile
    ) throws(BillingError) -> CalorificDifference.Part {
        CalorificDifference.Part(
            correctedVolume: volume.printed, billedValue: value, price: price, billed: try charge(by: value, rounding),
            due: try charge(by: calorificValue, rounding))
    }

    private func charge(by value: GrossCalorificValue, _ rounding: RoundingProfile) throws(BillingError) -> Money {
        let use = MeasuredUse(measured: .zero, factor: .one, volume: volume, isRollover: false)
        return try UseEnergy(use, calorificValue: value, rounding: rounding).charge(at: price)
    }
}

extension DerivationStep {
    /// The figure that goes in as `role`.
    fileprivate func figure(_ role: Role) -> DecimalFigure? { operands.first { $0.role == role }?.figure }
}

extension EnergyChain.Volume {
    /// The volume that a figure shows: with its eight decimals the exact one, else as it was printed.
    fileprivate init?(_ figure: DecimalFigure) {
        if let printed = try? CorrectedVolume(figure) {
            self.init(printed)
            return
        }
        guard figure.fractionDigits == InvoiceFigures.shownDecimals,
            let litres = try? ExactQuotient(figure.units, over: 100_000).roundedToInt64()
        else { return nil }
        self.init(units: figure.units, unitsPerLitre: 100_000, printed: CorrectedVolume(litres: litres))
    }
}

extension CalorificDifference: Derived {
    /// A step for each line of a half-month.
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

import GasPhysics
import Quantities

// From the energy to the payable amount.
extension InvoiceDerivation {
    /// The steps of a stretch of days that has a line of its own.
    func segmentSteps(_ segment: UseSegment) -> [DerivationStep] {
        let rounding = figures.rounding
        guard let priced = try? segment.priced(rounding: rounding) else { return [] }
        let share = MeterVolume(litres: segment.litres).figure.withoutTrailingZeros
        var steps = [
            DerivationStep(
                code: .dayShare,
                operands: [
                    .init(
                        segment.factor == nil ? .correctedVolume : .measuredVolume,
                        MeterVolume(litres: segment.whole.litres).figure.withoutTrailingZeros
                    ), .init(.days, DecimalFigure(Int64(segment.whole.daysThrough))),
                    .init(.periodDays, DecimalFigure(Int64(segment.whole.days))),
                    .init(.volumeBefore, MeterVolume(litres: segment.whole.before).figure.withoutTrailingZeros),
                ],
                result: share)
        ]
        if let factor = segment.factor { steps.append(correctedVolume(share, factor)) }
        let value = segment.calorificValue.figure.withoutTrailingZeros(keeping: 2)
        let volume = DerivationStep.Operand(.correctedVolume, priced.use.volume.figure(rounding))
        let factor = priced.factor.printed.figure(
            decimals: rounding.energyFactorDecimals ?? EnergyFactor.fractionDigits)
        steps.append(
            DerivationStep(
                code: .energyFactor, operands: [.init(.calorificValue, value), kilocaloriesPerKilowattHour],
                result: factor, isShownRounded: rounding.energyFactorDecimals == nil))
        steps.append(
            DerivationStep(
                code: .energy,
                operands: rounding.energyFactorDecimals == nil
                    ? [volume, .init(.calorificValue, value), kilocaloriesPerKilowattHour]
                    : [volume, .init(.energyFactor, factor)],
                result: priced.energyFigure, isShownRounded: rounding.energyDecimals == nil))
        return steps
    }

    /// What the rules of the tariff did, and the charge of each line where there are several.
    func lineSteps(isCut: Bool) -> [DerivationStep] {
        var steps: [DerivationStep] = []
        if !basis.tariff.rules.isEmpty { steps = ruleSteps }
        let lines = invoice.lines
        guard lines.count > 1 || !steps.isEmpty else {
            return [
                DerivationStep(
                    code: .consumptionCharge,
                    operands: [
                        .init(.energy, lines.first?.quantity ?? figures.energyFigure),
                        .init(.price, (lines.first?.unitPrice ?? figures.averagePrice).figure),
                    ],
                    result: figures.consumptionCharge.figure)
            ]
        }
        // A discount is taken off what the lines come to: it follows them.
        let discounts = steps.filter { $0.code == .discount }
        steps.removeAll { $0.code == .discount }
        for line in lines {
            steps.append(
                DerivationStep(
                    code: .lineCharge,
                    operands: [.init(.energy, line.quantity), .init(.price, line.unitPrice.figure)],
                    result: line.amount.figure))
        }
        steps.append(
            DerivationStep(
                code: .chargeTotal, operands: lines.map { .init(.lineAmount, $0.amount.figure) },
                result: figures.consumptionCharge.figure))
        return steps + discounts
    }

    private var ruleSteps: [DerivationStep] {
        spans { () throws(BillingError) in
            let use = try basis.measuredUse(limit: MeterVolume(litres: .max))
            return try GasLines(
                basis, use: use, calorificValue: figures.calorificValue, averagePrice: figures.averagePrice,
                isExplained: true
            ).steps
        }
    }

    var moneySteps: [DerivationStep] {
        var steps: [DerivationStep] = []
        let taxed = invoice.charges.filter { $0.isTaxed }
        if !taxed.isEmpty {
            steps.append(
                DerivationStep(
                    code: .valueAddedTaxBase,
                    operands: [.init(.consumptionCharge, figures.consumptionCharge.figure)] + taxed.map(operand),
                    result: figures.valueAddedTaxBase.figure))
        }
        if basis.tariff.taxChange == .dayWeightedAverage {
            let rates = (try? basis.tariff.valueAddedTax.spans(in: basis.period)) ?? []
            if rates.count > 1 { steps.append(averageTaxRate(rates)) }
        }
        steps.append(
            DerivationStep(
                code: .valueAddedTax,
                operands: [
                    .init(.valueAddedTaxBase, figures.valueAddedTaxBase.figure), .init(.valueAddedTaxRate, rate),
                ],
                result: figures.valueAddedTax.figure))
        steps.append(
            DerivationStep(
                code: .total,
                operands: [
                    .init(.valueAddedTaxBase, figures.valueAddedTaxBase.figure),
                    .init(.valueAddedTax, figures.valueAddedTax.figure),
                ],
                result: figures.total.figure))
        let untaxed = invoice.charges.filter { !$0.isTaxed }
        steps.append(
            DerivationStep(
                code: .payable,
                operands: [.init(.total, figures.total.figure)] + untaxed.map(operand) + [
                    .init(.payableRounding, figures.payableRounding.figure)
                ],
                result: figures.payable.figure))
        return steps
    }

    private var rate: DecimalFigure { figures.valueAddedTaxRate.figure.withoutTrailingZeros(keeping: 2) }

    private func averageTaxRate(_ rates: [DatedSpan<Rate>]) -> DerivationStep {
        let operands = rates.flatMap { span -> [DerivationStep.Operand] in
            [
                .init(.days, DecimalFigure(Int64(span.days))),
                .init(.valueAddedTaxRate, span.value.figure.withoutTrailingZeros(keeping: 2)),
            ]
        }
        return DerivationStep(code: .averageTaxRate, operands: operands, result: rate)
    }

    private func operand(_ charge: InvoiceCharge) -> DerivationStep.Operand {
        let role: DerivationStep.Role =
            switch charge.code {
            case .discount: .discountCharge
            case .correction: .correctionCharge
            case .calorificDifference: .calorificCharge
            case .lateFee: .lateFeeCharge
            case .instalment: .instalmentDue
            case .credit: .creditApplied
            }
        return .init(role, charge.amount.figure)
    }
}

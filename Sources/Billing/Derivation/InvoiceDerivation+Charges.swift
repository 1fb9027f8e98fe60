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
                result: share, policy: tariffVersion)
        ]
        if let factor = segment.factor { steps.append(correctedVolume(share, factor)) }
        let value = segment.calorificValue.figure.withoutTrailingZeros(keeping: 2)
        let volume = DerivationStep.Operand(.correctedVolume, priced.use.volume.figure(rounding))
        let factor = priced.factor.printed.figure(
            decimals: rounding.energyFactorDecimals ?? EnergyFactor.fractionDigits)
        steps.append(
            DerivationStep(
                code: .energyFactor, operands: [.init(.calorificValue, value), kilocaloriesPerKilowattHour],
                result: factor, isShownRounded: rounding.energyFactorDecimals == nil, policy: roundingVersion))
        steps.append(
            DerivationStep(
                code: .energy,
                operands: rounding.energyFactorDecimals == nil
                    ? [volume, .init(.calorificValue, value), kilocaloriesPerKilowattHour]
                    : [volume, .init(.energyFactor, factor)],
                result: priced.energyFigure, isShownRounded: rounding.energyDecimals == nil, policy: roundingVersion)
        )
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
                    result: figures.consumptionCharge.figure, policy: tariffVersion)
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
                    result: line.amount.figure, policy: tariffVersion))
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
            steps.append(contentsOf: chargeSteps(taxed, before: figures.consumptionCharge))
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
                result: figures.valueAddedTax.figure, policy: taxVersion))
        steps.append(
            DerivationStep(
                code: .total,
                operands: [
                    .init(.valueAddedTaxBase, figures.valueAddedTaxBase.figure),
                    .init(.valueAddedTax, figures.valueAddedTax.figure),
                ],
                result: figures.total.figure))
        let untaxed = invoice.charges.filter { !$0.isTaxed }
        steps.append(contentsOf: chargeSteps(untaxed, before: figures.total))
        steps.append(
            DerivationStep(
                code: .payable,
                operands: [.init(.total, figures.total.figure)] + untaxed.map(operand) + [
                    .init(.payableRounding, figures.payableRounding.figure)
                ],
                result: figures.payable.figure, policy: roundingVersion))
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
        return DerivationStep(code: .averageTaxRate, operands: operands, result: rate, policy: taxVersion)
    }

    private func operand(_ charge: InvoiceCharge) -> DerivationStep.Operand {
        .init(charge.code.role, charge.amount.figure)
    }

    /// The editions of the KDV rates that had a say; the tariff's name where they have none of their own.
    private var taxVersion: String {
        guard let versions = basis.tariff.taxVersions else { return tariffVersion }
        switch basis.tariff.taxChange {
        case .taxDate: return (try? versions.value(on: invoice.taxDate)) ?? tariffVersion
        case .dayWeightedAverage:
            let names = (try? versions.spans(in: basis.period))?.map { $0.value } ?? []
            return names.joinedOnce ?? tariffVersion
        }
    }
}

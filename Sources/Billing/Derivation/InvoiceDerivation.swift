import GasPhysics
import Quantities

/// Writes down, step by step and with the figures as printed, how an invoice came about.
struct InvoiceDerivation {
    let request: InvoiceRequest
    let isRollover: Bool
    let corrections: [DatedSpan<CorrectionFactor>]
    let calorificValues: [DatedSpan<GrossCalorificValue>]
    let prices: [DatedSpan<RetailPrice>]
    let figures: InvoiceFigures

    /// The steps in reading order; an average of one value is no step.
    var steps: [DerivationStep] {
        var steps = [measuredVolume]
        if corrections.count > 1 { steps.append(averageCorrectionFactor) }
        steps.append(correctedVolume)
        if calorificValues.count > 1 { steps.append(averageCalorificValue) }
        steps.append(energyFactor)
        steps.append(energy)
        steps.append(contentsOf: prices.compactMap(pricePerKilowattHour))
        if prices.count > 1 { steps.append(averagePrice) }
        steps.append(contentsOf: moneySteps)
        return steps
    }

    private var measuredVolume: DerivationStep {
        let (first, last) = (request.firstReading.index, request.lastReading.index)
        var operands: [DerivationStep.Operand] = [
            .init(.lastIndex, DecimalFigure(last.value)), .init(.firstIndex, DecimalFigure(first.value)),
            .init(.multiplier, request.meter.multiplier.figure.withoutTrailingZeros),
        ]
        if isRollover { operands.append(.init(.counterRange, DecimalFigure(Index.modulus(digits: last.digits)))) }
        return DerivationStep(
            code: .measuredVolume, operands: operands, result: figures.measuredVolume.figure.withoutTrailingZeros)
    }

    private var averageCorrectionFactor: DerivationStep {
        let operands = corrections.flatMap { span -> [DerivationStep.Operand] in
            [.init(.days, DecimalFigure(Int64(span.days))), .init(.correctionFactor, span.value.figure)]
        }
        return DerivationStep(
            code: .averageCorrectionFactor, operands: operands, result: figures.correctionFactor.figure)
    }

    private var correctedVolume: DerivationStep {
        DerivationStep(
            code: .correctedVolume,
            operands: [
                .init(.measuredVolume, figures.measuredVolume.figure.withoutTrailingZeros),
                .init(.correctionFactor, figures.correctionFactor.figure),
            ],
            result: figures.correctedVolumeFigure)
    }

    private var averageCalorificValue: DerivationStep {
        let operands = calorificValues.flatMap { span -> [DerivationStep.Operand] in
            [
                .init(.days, DecimalFigure(Int64(span.days))),
                .init(.calorificValue, span.value.figure.withoutTrailingZeros(keeping: 2)),
            ]
        }
        return DerivationStep(code: .averageCalorificValue, operands: operands, result: calorificValue)
    }

    private var energyFactor: DerivationStep {
        DerivationStep(
            code: .energyFactor,
            operands: [.init(.calorificValue, calorificValue), kilocaloriesPerKilowattHour],
            result: figures.energyFactorFigure,
            isShownRounded: figures.rounding.energyFactorDecimals == nil)
    }

    private var energy: DerivationStep {
        let volume = DerivationStep.Operand(.correctedVolume, figures.correctedVolumeFigure)
        let operands: [DerivationStep.Operand] =
            figures.rounding.energyFactorDecimals == nil
            ? [volume, .init(.calorificValue, calorificValue), kilocaloriesPerKilowattHour]
            : [volume, .init(.energyFactor, figures.energyFactorFigure)]
        return DerivationStep(
            code: .energy, operands: operands, result: figures.energyFigure,
            isShownRounded: figures.rounding.energyDecimals == nil)
    }

    /// The step from published parts to a price, where parts are published.
    private func pricePerKilowattHour(_ span: DatedSpan<RetailPrice>) -> DerivationStep? {
        guard let parts = span.value.parts else { return nil }
        var operands: [DerivationStep.Operand]
        switch parts {
        case .perKilowattHour(let parts):
            operands = Self.operands(parts)
        case .perStandardVolume(let parts):
            operands = Self.operands(parts)
            operands.append(
                .init(
                    .kilowattHoursPerStandardVolume,
                    DecimalFigure(
                        units: Int128(hundredthsOfKilowattHoursPerStandardVolume), fractionDigits: 2)))
        }
        return DerivationStep(
            code: .pricePerKilowattHour, operands: operands, result: span.value.perKilowattHour.figure)
    }

    private static func operands<Price>(_ parts: PriceParts<Price>) -> [DerivationStep.Operand] {
        [
            .init(.purchase, parts.purchase.figure),
            .init(.specialConsumptionTax, parts.specialConsumptionTax.figure),
            .init(.systemUse, parts.systemUse.figure),
        ]
    }

    private var averagePrice: DerivationStep {
        let operands = prices.flatMap { span -> [DerivationStep.Operand] in
            [.init(.days, DecimalFigure(Int64(span.days))), .init(.price, span.value.perKilowattHour.figure)]
        }
        return DerivationStep(code: .averagePrice, operands: operands, result: figures.averagePrice.figure)
    }

    private var moneySteps: [DerivationStep] {
        [
            DerivationStep(
                code: .consumptionCharge,
                operands: [.init(.energy, figures.energyFigure), .init(.price, figures.averagePrice.figure)],
                result: figures.consumptionCharge.figure),
            DerivationStep(
                code: .valueAddedTax,
                operands: [
                    .init(.valueAddedTaxBase, figures.valueAddedTaxBase.figure),
                    .init(
                        .valueAddedTaxRate,
                        figures.valueAddedTaxRate.figure.withoutTrailingZeros(keeping: 2)),
                ],
                result: figures.valueAddedTax.figure),
            DerivationStep(
                code: .total,
                operands: [
                    .init(.valueAddedTaxBase, figures.valueAddedTaxBase.figure),
                    .init(.valueAddedTax, figures.valueAddedTax.figure),
                ],
                result: figures.total.figure),
            DerivationStep(
                code: .payable,
                operands: [
                    .init(.total, figures.total.figure), .init(.payableRounding, figures.payableRounding.figure),
                ],
                result: figures.payable.figure),
        ]
    }

    /// The calorific value with two decimals, or with as many as it has.
    private var calorificValue: DecimalFigure { figures.calorificValue.figure.withoutTrailingZeros(keeping: 2) }

    private var kilocaloriesPerKilowattHour: DerivationStep.Operand {
        .init(
            .kilocaloriesPerKilowattHour,
            DecimalFigure(units: Int128(hundredthsOfKilocaloriesPerKilowattHour), fractionDigits: 2))
    }
}

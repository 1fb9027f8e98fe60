import GasPhysics
import Quantities

/// Writes down, step by step and with the figures as printed, how an invoice came about.
struct InvoiceDerivation {
    let invoice: Invoice
    let basis: InvoiceBasis

    var figures: InvoiceFigures { invoice.figures }

    /// The edition of the rounding.
    var roundingVersion: String { invoice.roundingProfile }
    /// The edition of the prices.
    var tariffVersion: String { invoice.tariffVersion }

    /// The steps in reading order; an average of one value is no step.
    var steps: [DerivationStep] {
        var steps = volumeSteps
        let values = spans { () throws(BillingError) in try basis.gas.calorific.spans(in: basis.period) }
        let prices = invoice.prices
        let segments =
            basis.tariff.priceChange == .lines ? spans { () throws(BillingError) in try basis.segments() } : []
        steps.append(contentsOf: calorificMonths)
        if segments.count > 1 {
            steps.append(contentsOf: prices.compactMap(pricePerKilowattHour))
            steps.append(contentsOf: segments.flatMap(segmentSteps))
        } else {
            if values.count > 1 { steps.append(averageCalorificValue(values)) }
            steps.append(energyFactor)
            steps.append(energy)
            steps.append(contentsOf: prices.compactMap(pricePerKilowattHour))
            if prices.count > 1 { steps.append(averagePrice) }
        }
        steps.append(contentsOf: lineSteps(isCut: segments.count > 1))
        steps.append(contentsOf: moneySteps)
        if invoice.previousDebt != .zero { steps.append(earlierDebt) }
        return steps
    }

    /// What was computed once already; it cannot fail now.
    func spans<Element>(_ list: () throws(BillingError) -> [Element]) -> [Element] {
        do throws(BillingError) { return try list() } catch { return [] }
    }

    private func averageCalorificValue(_ values: [DatedSpan<GrossCalorificValue>]) -> DerivationStep {
        let operands = values.flatMap { span -> [DerivationStep.Operand] in
            [
                .init(.days, DecimalFigure(Int64(span.days))),
                .init(.calorificValue, span.value.figure.withoutTrailingZeros(keeping: 2)),
            ]
        }
        return DerivationStep(
            code: .averageCalorificValue, operands: operands, result: calorificValue, policy: calorificVersion)
    }

    private var energyFactor: DerivationStep {
        DerivationStep(
            code: .energyFactor,
            operands: [.init(.calorificValue, calorificValue), kilocaloriesPerKilowattHour],
            result: figures.energyFactorFigure,
            isShownRounded: figures.rounding.energyFactorDecimals == nil, policy: roundingVersion)
    }

    private var energy: DerivationStep {
        let volume = DerivationStep.Operand(.correctedVolume, figures.correctedVolumeFigure)
        let operands: [DerivationStep.Operand] =
            figures.rounding.energyFactorDecimals == nil
            ? [volume, .init(.calorificValue, calorificValue), kilocaloriesPerKilowattHour]
            : [volume, .init(.energyFactor, figures.energyFactorFigure)]
        return DerivationStep(
            code: .energy, operands: operands, result: figures.energyFigure,
            isShownRounded: figures.rounding.energyDecimals == nil, policy: roundingVersion)
    }

    /// The step from published parts to a price, where parts are published; an eligible consumer's price is one part alone.
    private func pricePerKilowattHour(_ span: DatedSpan<RetailPrice>) -> DerivationStep? {
        guard let parts = span.value.parts else { return nil }
        var operands: [DerivationStep.Operand]
        switch parts {
        case .perKilowattHour(let parts): operands = Self.operands(parts)
        case .perStandardVolume(let parts):
            operands = Self.operands(parts)
            operands.append(
                .init(
                    .kilowattHoursPerStandardVolume,
                    DecimalFigure(
                        units: Int128(hundredthsOfKilowattHoursPerStandardVolume), fractionDigits: 2)))
        }
        var price = span.value.perKilowattHour
        if basis.supply == .systemUseOnly {
            operands.removeAll { $0.role == .purchase || $0.role == .specialConsumptionTax }
            guard let part = try? span.value.systemUse() else { return nil }
            price = part
        }
        return DerivationStep(
            code: .pricePerKilowattHour, operands: operands, result: price.figure, policy: tariffVersion)
    }

    private static func operands<Price>(_ parts: PriceParts<Price>) -> [DerivationStep.Operand] {
        [
            .init(.purchase, parts.purchase.figure),
            .init(.specialConsumptionTax, parts.specialConsumptionTax.figure),
            .init(.systemUse, parts.systemUse.figure),
        ]
    }

    private var averagePrice: DerivationStep {
        let prices = spans { () throws(BillingError) in try basis.unitPrices(in: basis.period) }
        let operands = prices.flatMap { span -> [DerivationStep.Operand] in
            [.init(.days, DecimalFigure(Int64(span.days))), .init(.price, span.value.figure)]
        }
        return DerivationStep(
            code: .averagePrice, operands: operands, result: figures.averagePrice.figure, policy: tariffVersion)
    }

    /// The calorific value with two decimals, or with as many as it has.
    private var calorificValue: DecimalFigure { figures.calorificValue.figure.withoutTrailingZeros(keeping: 2) }

    var kilocaloriesPerKilowattHour: DerivationStep.Operand {
        .init(
            .kilocaloriesPerKilowattHour,
            DecimalFigure(units: Int128(hundredthsOfKilocaloriesPerKilowattHour), fractionDigits: 2))
    }
}

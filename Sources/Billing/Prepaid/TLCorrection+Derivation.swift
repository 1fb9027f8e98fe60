import GasPhysics
import Quantities

extension TLCorrection: Derived {
    /// For each period its matches (paid, actual, difference), then the correction, the KDV and the total.
    public var derivation: [DerivationStep] {
        var steps: [DerivationStep] = []
        for place in periods.indices {
            steps.append(contentsOf: derivation(ofPeriod: place))
        }
        return steps
    }

    /// The steps of one period.
    public func derivation(ofPeriod place: Int) -> [DerivationStep] {
        let (period, correction) = (periods[place], corrections[place])
        var steps: [DerivationStep] = []
        for match in matches where match.period == place { steps.append(contentsOf: derivation(of: match)) }
        let applied = matches.filter { $0.period == place && $0.notApplied == nil }
        steps.append(
            DerivationStep(
                code: .correction,
                operands: applied.map { .init(.correctionDifference, $0.difference.figure) },
                result: correction.applied.figure, days: Self.days(of: period), policy: rules.version))
        steps.append(
            DerivationStep(
                code: .valueAddedTax,
                operands: [
                    .init(.valueAddedTaxBase, correction.applied.figure),
                    .init(.valueAddedTaxRate, period.valueAddedTaxRate.figure.withoutTrailingZeros(keeping: 2)),
                ],
                result: correction.valueAddedTax.figure))
        steps.append(
            DerivationStep(
                code: .total,
                operands: [
                    .init(.valueAddedTaxBase, correction.applied.figure),
                    .init(.valueAddedTax, correction.valueAddedTax.figure),
                ],
                result: correction.gross.figure))
        return steps
    }

    private func derivation(of match: LotMatch) -> [DerivationStep] {
        let period = periods[match.period]
        var steps: [DerivationStep] = []
        if let lot = match.lot {
            let bought = lots[lot]
            steps.append(
                DerivationStep(
                    code: .lotValue, operands: bought.terms.operands(for: match.volume), result: match.paid.figure,
                    days: [.init(.purchase, bought.purchasedOn)] + decidingDays(of: match)))
        }
        steps.append(
            DerivationStep(
                code: .useValue, operands: period.terms.operands(for: match.volume), result: match.actual.figure,
                days: Self.days(of: period)))
        if match.lot != nil {
            steps.append(
                DerivationStep(
                    code: .correctionDifference,
                    operands: [.init(.useValue, match.actual.figure), .init(.lotValue, match.paid.figure)],
                    result: match.difference.figure, policy: rules.version))
        }
        return steps
    }

    /// The day against which the lot or the period was too early, where it was.
    private func decidingDays(of match: LotMatch) -> [DerivationStep.Day] {
        switch match.notApplied {
        case .lotBeforeCutOff: [.init(.cutOff, rules.cutOff)]
        case .beforeApprovalReading: startReading.map { [.init(.startReading, $0)] } ?? []
        case .unreadByCompany, .consumedMoreThanBought, nil: []
        }
    }

    private static func days(of period: UsePeriod) -> [DerivationStep.Day] {
        [.init(.from, period.interval.first), .init(.through, period.interval.last)]
    }
}

extension GasTerms {
    /// The figures of a value: m3, K, d, 860.42 and the price, in the order of the formula.
    func operands(for volume: MeterVolume) -> [DerivationStep.Operand] {
        [
            .init(.measuredVolume, volume.figure.withoutTrailingZeros),
            .init(.correctionFactor, correctionFactor.figure),
            .init(.calorificValue, calorificValue.figure.withoutTrailingZeros(keeping: 2)),
            .kilocaloriesPerKilowattHour, .init(.price, price.figure),
        ]
    }
}

extension DerivationStep.Operand {
    /// The constant 860.42 kcal/kWh.
    static var kilocaloriesPerKilowattHour: DerivationStep.Operand {
        .init(
            .kilocaloriesPerKilowattHour,
            DecimalFigure(units: Int128(hundredthsOfKilocaloriesPerKilowattHour), fractionDigits: 2))
    }
}

import Quantities

// What history, season and neighbours say: R4, R5, R9, R10, R11.
extension PlausibilityCheck {
    /// R4: the use lies outside of what history, last year or the class lets expect.
    var expectedUse: PlausibilityFinding? {
        guard let expected, let litres, counter != .heldLower, !expected.contains(litres: litres) else { return nil }
        return PlausibilityFinding(
            .expectedUse, .review,
            [
                .init(.measuredVolume, .cubicMetres(litres)), .init(.expectedUse, .cubicMetres(expected.litres)),
                .init(.lowestUse, .cubicMetres(expected.lowestLitres)),
                .init(.highestUse, .cubicMetres(expected.highestLitres)),
            ])
    }

    /// R5: nothing was used where others heat, and somebody has a contract.
    var zeroUse: PlausibilityFinding? {
        guard question.isActive, counted == 0, counter != .heldLower else { return nil }
        let heating = question.stretch.days(in: policy.heatingMonths)
        guard heating > policy.mostZeroHeatingDays else { return nil }
        return PlausibilityFinding(
            .zeroUse, .review,
            [
                .init(.measuredVolume, DecimalFigure(0)), .init(.heatingDays, DecimalFigure(Int64(heating))),
                .init(.mostDays, DecimalFigure(Int64(policy.mostZeroHeatingDays))),
            ])
    }

    /// R9: an estimate after estimates; a true reading ends the row and is no matter of the rule.
    var repeatedEstimates: PlausibilityFinding? {
        guard question.isEstimate else { return nil }
        let before = question.history.sorted { $0.through < $1.through }.reversed().prefix { $0.isEstimate }.count
        guard before + 1 >= policy.mostEstimates else { return nil }
        return PlausibilityFinding(
            .repeatedEstimates, .review,
            [
                .init(.estimates, DecimalFigure(Int64(before) + 1)),
                .init(.mostEstimates, DecimalFigure(Int64(policy.mostEstimates))),
            ])
    }

    /// R10: the sub-meters together differ from the main meter by more than both may err.
    var subMeters: PlausibilityFinding? {
        guard let meters = question.subMeters else { return nil }
        let main = Int128(meters.main.litres)
        let sum = meters.parts.reduce(Int128(0)) { Int128.saturatingSum($0, Int128($1.litres)) }
        let difference = sum < main ? main - sum : sum - main
        guard difference * 1_000 > Int128.saturatingProduct(main, Int128(policy.subMeterPermille)) else { return nil }
        return PlausibilityFinding(
            .subMeters, .review,
            [
                .init(.subMeterSum, .cubicMetres(sum)), .init(.mainMeter, .cubicMetres(main)),
                .init(.tolerance, DecimalFigure(units: Int128(policy.subMeterPermille), fractionDigits: 3)),
            ])
    }

    /// R11: a difference to a reading in dispute is in dispute itself.
    var disputedReading: PlausibilityFinding? {
        guard question.isFirstDisputed else { return nil }
        return PlausibilityFinding(
            .disputedReading, .review, [.init(.firstIndex, DecimalFigure(question.first.index.value))],
            days: [.init(.firstReading, question.first.date)])
    }
}

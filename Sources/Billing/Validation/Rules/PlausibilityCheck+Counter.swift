import Quantities

// What the counter, the meter and the calendar alone say: R1, R2, R3, R7, R12.
extension PlausibilityCheck {
    /// R1: an index of another number of digits than its counter has is no index of it.
    var register: PlausibilityFinding? {
        guard counter == .rejectedDigits else { return nil }
        let (index, wheels) = (question.last.index, Int64(question.meter.wheels))
        return PlausibilityFinding(
            .register, .refuse,
            [
                .init(.lastIndex, DecimalFigure(index.value)), .init(.digits, DecimalFigure(Int64(index.digits))),
                .init(.wheels, DecimalFigure(wheels)),
            ])
    }

    /// R2: a drop is a rollover only near the counter's end and for a plausible use; over an exchange each counter's own.
    ///
    /// A rollover that is accepted is a finding, too, that explains.
    var lowerIndex: PlausibilityFinding? {
        let (first, last) = (question.first.index, question.last.index)
        let zone: PlausibilityZone
        switch counter {
        case .rejectedDigits, .heldImplausible: return nil
        case .heldLower: zone = .refuse
        case .accepted(_, .ordinary), .accepted(_, .meterChange): return nil
        case .accepted(_, .rollover):
            let place = Int128.saturatingProduct(Int128(first.value), 1_000)
            let least = Int128.saturatingProduct(
                Int128(Index.modulus(digits: first.digits)), Int128(policy.rolloverPermille))
            zone = place > least ? .accept : .review
        }
        return PlausibilityFinding(
            .lowerIndex, zone,
            [
                .init(.lastIndex, DecimalFigure(last.value)), .init(.firstIndex, DecimalFigure(first.value)),
                .init(.counterRange, DecimalFigure(Index.modulus(digits: first.digits))),
            ])
    }

    /// R3: above a share of the meter's largest flow somebody looks, above what the meter lets through nothing is billed.
    var flow: PlausibilityFinding? {
        // A drop that is no rollover is no use at all: R2 has it.
        guard let litres, counter != .heldLower else { return nil }
        let meter = question.meter
        let use = DerivationStep.Operand(.measuredVolume, .cubicMetres(litres))
        let days = DerivationStep.Operand(.days, DecimalFigure(Int64(question.days)))
        if let most = policy.mostLitres(of: meter, days: question.days) {
            if litres > most {
                return PlausibilityFinding(.flow, .refuse, [use, days, .init(.highestUse, .cubicMetres(most))])
            }
        } else if question.secondCounter == nil {
            return PlausibilityFinding(.flow, .review, [use, days])
        }
        guard case .heldImplausible(let limit) = counter else { return nil }
        let looked = Int128.saturatingProduct(Int128(limit.litres), Int128(meter.multiplier.thousandths)) / 1_000
        return PlausibilityFinding(.flow, .review, [use, days, .init(.highestUse, .cubicMetres(looked))])
    }

    /// R7: the last reading is hardly over, or is this very one.
    var tooSoon: PlausibilityFinding? {
        // An earlier day is R12's.
        guard question.days >= 0, question.days < policy.fewestDays else { return nil }
        return PlausibilityFinding(
            .tooSoon, .review,
            [
                .init(.days, DecimalFigure(Int64(question.days))),
                .init(.fewestDays, DecimalFigure(Int64(policy.fewestDays))),
            ], days: [.init(.firstReading, question.first.date), .init(.lastReading, question.last.date)])
    }

    /// R12: no reading is of tomorrow, nor of a day before the last billed one.
    var date: PlausibilityFinding? {
        let isFuture = question.today.map { $0 < question.last.date } ?? false
        guard isFuture || question.days < 0 else { return nil }
        var days: [DerivationStep.Day] = [
            .init(.firstReading, question.first.date), .init(.lastReading, question.last.date),
        ]
        if let today = question.today { days.append(.init(.today, today)) }
        return PlausibilityFinding(.date, .refuse, days: days)
    }
}

extension DecimalFigure {
    /// Litres as m3, with as few decimals as they need.
    static func cubicMetres(_ litres: Int128) -> DecimalFigure {
        DecimalFigure(units: litres, fractionDigits: 3).withoutTrailingZeros
    }
}

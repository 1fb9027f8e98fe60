public import Quantities

/// Time for which a fee or interest runs at one rate: whole months and days.
public struct RateStretch: Hashable, Sendable {
    /// The rate, of a month or of a year.
    public let rate: Rate
    /// The whole months, by date; none where every day is counted.
    public let months: Int
    /// The days beside the months.
    public let days: Int
    /// The first day that counts.
    public let from: CivilDate
    /// The last day that counts.
    public let through: CivilDate

    /// The stretches of `days` by the rates that hold on each of them, equal rates that follow one another taken together.
    ///
    /// Where the rate changes, counting of months begins anew from the last day of the old rate, as the revenue authority
    /// tabulates it. Throws `noRate` for the first day without a rate.
    static func stretches(
        of stretch: DayStretch, rates: RateTable<Rate>, inMonths: Bool
    ) throws(DebtError) -> [RateStretch] {
        let spans = try spans(in: stretch, rates)
        var stretches: [RateStretch] = []
        var start = stretch.start
        for (place, span) in spans.enumerated() {
            let end = CivilDate.nearest(toDayNumber: start.dayNumber + span.days)
            if place + 1 < spans.count, spans[place + 1].value == span.value {
                continue
            }
            stretches.append(RateStretch(rate: span.value, after: start, through: end, inMonths: inMonths))
            start = end
        }
        return stretches
    }

    private static func spans(in stretch: DayStretch, _ rates: RateTable<Rate>) throws(DebtError) -> [DatedSpan<Rate>] {
        let interval: BillingInterval
        do throws(BillingIntervalError) {
            interval = try BillingInterval(first: stretch.start, last: stretch.end)
        } catch {
            return []  // no day lies between the two
        }
        do throws(RateTableError) {
            return try rates.spans(in: interval)
        } catch {
            throw .noRate(on: error.day)
        }
    }

    private init(rate: Rate, after start: CivilDate, through end: CivilDate, inMonths: Bool) {
        self.rate = rate
        from = CivilDate.nearest(toDayNumber: start.dayNumber + 1)
        through = end
        (months, days) = inMonths ? start.monthsAndDays(until: end) : (0, start.days(until: end))
    }
}

extension [RateStretch] {
    /// The money that `principal` brings at these rates, each of a time of `daysPerRate` days: rounded once, half away from
    /// zero.
    func yield(of principal: Money, daysPerRate: Int) throws(ArithmeticError) -> Money {
        var weight: Int128 = 0
        for stretch in self {
            let days = Int128(stretch.months) * Int128(daysPerRate) + Int128(stretch.days)
            weight = try weight.checkedAdding(
                Int128(stretch.rate.partsPerMillion).checkedMultiplying(by: days))
        }
        let quotient = ExactQuotient(
            Int128(principal.kurus), times: weight, over: Int128(daysPerRate) * Int128(Rate.whole.partsPerMillion))
        return Money(kurus: try quotient.roundedToInt64())
    }

    /// Every stretch's rate and time, as operands of a step.
    func operands(rate: DerivationStep.Role, inMonths: Bool) -> [DerivationStep.Operand] {
        var operands: [DerivationStep.Operand] = []
        for stretch in self {
            operands.append(.init(rate, stretch.rate.figure.withoutTrailingZeros(keeping: 2)))
            if inMonths { operands.append(.init(.months, DecimalFigure(Int64(stretch.months)))) }
            operands.append(.init(.days, DecimalFigure(Int64(stretch.days))))
        }
        return operands
    }

    /// The days on which every stretch begins and ends.
    var stretchDays: [DerivationStep.Day] {
        flatMap { [DerivationStep.Day(.from, $0.from), DerivationStep.Day(.through, $0.through)] }
    }
}

import GasPhysics
import Quantities

// The months' figures, and by which edition each is what it is.
extension InvoiceDerivation {
    /// The K of each month that a meter's part of the period has days of, where it is known how the month came to it.
    func correctionMonths(of part: MeterPart, _ factors: [DatedSpan<CorrectionFactor>]) -> [DerivationStep] {
        guard let table = basis.gas.grounds[part.meter.pressureMillibar] else { return [] }
        guard let interval = part.interval else {
            // A meter that hung for no counted day has the factor of its day.
            let day = part.dayOfChange
            guard let grounds = table.values[day.civilMonth], let factor = factors.first?.value else { return [] }
            return [correctionMonth(grounds, factor, from: day, through: day)]
        }
        guard let months = try? table.spans(in: interval), months.count == factors.count else { return [] }
        var first = interval.countedDayNumbers.lowerBound
        return zip(months, factors).map { month, factor in
            let (from, through) = Self.days(first, month.days)
            first += month.days
            return correctionMonth(month.value, factor.value, from: from, through: through)
        }
    }

    private func correctionMonth(
        _ grounds: MonthGrounds, _ factor: CorrectionFactor, from: CivilDate, through: CivilDate
    ) -> DerivationStep {
        DerivationStep(
            code: .monthlyCorrectionFactor, operands: grounds.station?.operands ?? [], result: factor.figure,
            days: [.init(.from, from), .init(.through, through)], policy: grounds.correctionVersion)
    }

    /// The calorific value of each month of the period, where it is known which edition published it.
    var calorificMonths: [DerivationStep] {
        guard let months = periodGrounds else { return [] }
        let values = spans { () throws(BillingError) in try basis.gas.calorific.spans(in: basis.period) }
        guard months.count == values.count else { return [] }
        var first = basis.period.countedDayNumbers.lowerBound
        return zip(months, values).map { month, value in
            let (from, through) = Self.days(first, month.days)
            first += month.days
            return DerivationStep(
                code: .monthlyCalorificValue, operands: [], result: value.value.figure.withoutTrailingZeros(keeping: 2),
                days: [.init(.from, from), .init(.through, through)], policy: month.value.calorificVersion)
        }
    }

    /// The editions of the period's calorific values.
    var calorificVersion: String? { periodGrounds?.compactMap { $0.value.calorificVersion }.joinedOnce }

    private var periodGrounds: [DatedSpan<MonthGrounds>]? {
        guard let table = basis.gas.grounds[basis.meter.pressureMillibar] else { return nil }
        return try? table.spans(in: basis.period)
    }

    private static func days(_ first: Int, _ days: Int) -> (from: CivilDate, through: CivilDate) {
        (CivilDate.nearest(toDayNumber: first), CivilDate.nearest(toDayNumber: first + days - 1))
    }

    /// The use that is billed because it is above the minimum; nothing where every use is billed.
    func minimumUse(_ use: DecimalFigure) -> [DerivationStep] {
        let minimum = basis.tariff.minimumBill
        guard minimum.limit > .zero, invoice.occasion == .period else { return [] }
        let used = use.withoutTrailingZeros
        return [
            DerivationStep(
                code: .minimumUse,
                operands: [.init(.usedVolume, used), .init(.minimumUse, minimum.limit.figure.withoutTrailingZeros)],
                result: used, policy: minimum.version)
        ]
    }
}

extension [String] {
    /// The names in their order, each once; `nil` where there is none.
    var joinedOnce: String? {
        var names: [String] = []
        for name in self where !names.contains(name) { names.append(name) }
        guard var text = names.first else { return nil }
        for name in names.dropFirst() { text += " + " + name }
        return text
    }
}

import GasPhysics
import Quantities

/// One meter's part of a billing period.
struct MeterPart {
    let meter: Meter
    let first: MeterReading
    let last: MeterReading
    let correction: GasQuality.Correction

    /// The counted days, `nil` where the change falls on the day of a reading.
    func interval(_ convention: DayCountConvention) -> BillingInterval? {
        try? BillingInterval(first: first.date, last: last.date, convention: convention)
    }

    /// The volume that went through the meter: index difference × multiplier, once [62].
    func measuredVolume() throws(BillingError) -> MeterVolume {
        try InvoiceFigures.step(.measuredVolume) { () throws(ArithmeticError) in
            try MeterVolume(counted: last.index.cubicMetres(since: first.index), multiplier: meter.multiplier)
        }
    }

    /// The days' factors; those of the change's own day where the part has no counted day.
    func corrections(_ convention: DayCountConvention) throws(BillingError) -> [DatedSpan<CorrectionFactor>] {
        guard let interval = interval(convention) else {
            return [DatedSpan(days: 1, value: try correction.factor(on: last.date))]
        }
        return try correction.spans(in: interval)
    }

    /// The average factor of the part's own days.
    func correctionFactor(_ convention: DayCountConvention) throws(BillingError) -> CorrectionFactor {
        guard let interval = interval(convention) else { return try correction.factor(on: last.date) }
        return try correction.average(in: interval)
    }
}

extension GasQuality.Correction {
    /// The factors of the counted days in order.
    func spans(in interval: BillingInterval) throws(BillingError) -> [DatedSpan<CorrectionFactor>] {
        switch self {
        case .fixed(let factor): return [DatedSpan(days: interval.days, value: factor)]
        case .monthly(let table):
            do throws(RateTableError) {
                return try table.spans(in: interval)
            } catch {
                throw .noCorrectionFactor(on: error.day)
            }
        }
    }

    /// The average factor of the counted days, to five decimals.
    func average(in interval: BillingInterval) throws(BillingError) -> CorrectionFactor {
        let average: CorrectionFactor
        switch self {
        case .fixed(let factor): average = factor
        case .monthly(let table):
            var sum = DayWeightedSum<CorrectionFactor>()
            do throws(RateTableError) {
                try table.forEachSpan(in: interval) { days, factor in sum.add(factor, days: days) }
            } catch {
                throw .noCorrectionFactor(on: error.day)
            }
            guard sum.smallest > .zero else { throw .outOfBounds(.correctionFactor) }
            average = try InvoiceFigures.step(.averageCorrectionFactor) { () throws(ArithmeticError) in
                try sum.average()
            }
        }
        guard average > .zero else { throw .outOfBounds(.correctionFactor) }
        return average
    }

    /// The factor of one day.
    func factor(on day: CivilDate) throws(BillingError) -> CorrectionFactor {
        switch self {
        case .fixed(let factor):
            guard factor > .zero else { throw .outOfBounds(.correctionFactor) }
            return factor
        case .monthly(let table):
            guard let factor = table.values[day.civilMonth] else { throw .noCorrectionFactor(on: day) }
            guard factor > .zero else { throw .outOfBounds(.correctionFactor) }
            return factor
        }
    }
}

extension GasQuality.Calorific {
    /// The values of the counted days in order.
    func spans(in interval: BillingInterval) throws(BillingError) -> [DatedSpan<GrossCalorificValue>] {
        switch self {
        case .fixed(let value): return [DatedSpan(days: interval.days, value: value)]
        case .monthly(let table):
            do throws(RateTableError) {
                return try table.spans(in: interval)
            } catch {
                throw .noCalorificValue(on: error.day)
            }
        }
    }

    /// The one value of the counted days as it is, or the average of several by days, to two decimals.
    func average(in interval: BillingInterval) throws(BillingError) -> GrossCalorificValue {
        let average: GrossCalorificValue
        switch self {
        case .fixed(let value): average = value
        case .monthly(let table):
            var sum = DayWeightedSum<GrossCalorificValue>()
            do throws(RateTableError) {
                try table.forEachSpan(in: interval) { days, value in sum.add(value, days: days) }
            } catch {
                throw .noCalorificValue(on: error.day)
            }
            guard sum.smallest > .zero else { throw .outOfBounds(.calorificValue) }
            if sum.spanCount == 1 { return sum.last }
            average = try InvoiceFigures.step(.averageCalorificValue) { () throws(ArithmeticError) in
                try sum.average(toMultipleOfTenToThe: 2)
            }
        }
        guard average > .zero else { throw .outOfBounds(.calorificValue) }
        return average
    }
}

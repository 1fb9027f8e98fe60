import GasPhysics
import Quantities

/// Why the tables of a tariff and of a region give a period no average.
///
/// Invoices and prepaid meters average by the same functions; each names what is missing in its own error.
enum PeriodAverageError: Error {
    /// The tariff has no price for that day.
    case noPrice(on: CivilDate)
    /// There is no correction factor for that day.
    case noCorrectionFactor(on: CivilDate)
    /// There is no calorific value for that day.
    case noCalorificValue(on: CivilDate)
    /// A figure is not above zero, or a price below it.
    case outOfBounds(DerivationStep.Role)
    /// The average does not fit.
    case overflow(DerivationStep.Code)

    /// The same, as an invoice says it.
    var ofInvoice: BillingError {
        switch self {
        case .noPrice(let day): .noPrice(on: day)
        case .noCorrectionFactor(let day): .noCorrectionFactor(on: day)
        case .noCalorificValue(let day): .noCalorificValue(on: day)
        case .outOfBounds(let role): .outOfBounds(role)
        case .overflow(let code): .overflow(code)
        }
    }

    /// The same, as a prepaid computation says it.
    var ofPrepaid: PrepaidError {
        switch self {
        case .noPrice(let day): .noPrice(on: day)
        case .noCorrectionFactor(let day): .noCorrectionFactor(on: day)
        case .noCalorificValue(let day): .noCalorificValue(on: day)
        case .outOfBounds(let role): .outOfBounds(role)
        case .overflow(let code): .overflow(code)
        }
    }
}

extension RateTable<RetailPrice> {
    /// The average price of the counted days [gün ağırlıklı ortalama], to eight decimals.
    func periodAverage(in interval: BillingInterval) throws(PeriodAverageError) -> UnitPrice {
        var sum = DayWeightedSum<UnitPrice>()
        do throws(RateTableError) {
            try forEachSpan(in: interval) { days, price in sum.add(price.perKilowattHour, days: days) }
        } catch {
            throw .noPrice(on: error.day)
        }
        guard sum.smallest >= .zero else { throw .outOfBounds(.price) }
        do throws(ArithmeticError) { return try sum.average() } catch { throw .overflow(.averagePrice) }
    }
}

extension MonthlyTable where Value: FixedPointQuantity {
    /// The values of the counted days, weighted by days; each of them is above zero.
    fileprivate func sum(
        in interval: BillingInterval, _ role: DerivationStep.Role, missing: (CivilDate) -> PeriodAverageError
    ) throws(PeriodAverageError) -> DayWeightedSum<Value> {
        var sum = DayWeightedSum<Value>()
        do throws(RateTableError) {
            try forEachSpan(in: interval) { days, value in sum.add(value, days: days) }
        } catch {
            throw missing(error.day)
        }
        guard sum.smallest > .zero else { throw .outOfBounds(role) }
        return sum
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
    func periodAverage(in interval: BillingInterval) throws(PeriodAverageError) -> CorrectionFactor {
        let average: CorrectionFactor
        switch self {
        case .fixed(let factor): average = factor
        case .monthly(let table):
            let sum = try table.sum(in: interval, .correctionFactor) { .noCorrectionFactor(on: $0) }
            do throws(ArithmeticError) {
                average = try sum.average()
            } catch {
                throw .overflow(.averageCorrectionFactor)
            }
        }
        guard average > .zero else { throw .outOfBounds(.correctionFactor) }
        return average
    }

    /// The same, for an invoice.
    func average(in interval: BillingInterval) throws(BillingError) -> CorrectionFactor {
        do throws(PeriodAverageError) { return try periodAverage(in: interval) } catch { throw error.ofInvoice }
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
    func periodAverage(in interval: BillingInterval) throws(PeriodAverageError) -> GrossCalorificValue {
        let average: GrossCalorificValue
        switch self {
        case .fixed(let value): average = value
        case .monthly(let table):
            let sum = try table.sum(in: interval, .calorificValue) { .noCalorificValue(on: $0) }
            if sum.spanCount == 1 { return sum.last }
            do throws(ArithmeticError) {
                average = try sum.average(toMultipleOfTenToThe: 2)
            } catch {
                throw .overflow(.averageCalorificValue)
            }
        }
        guard average > .zero else { throw .outOfBounds(.calorificValue) }
        return average
    }

    /// The same, for an invoice.
    func average(in interval: BillingInterval) throws(BillingError) -> GrossCalorificValue {
        do throws(PeriodAverageError) { return try periodAverage(in: interval) } catch { throw error.ofInvoice }
    }
}

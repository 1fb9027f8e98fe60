public import GasPhysics
public import Quantities

extension GasTerms {
    /// The terms of what was used in `period`: price, K and d averaged over its days (points 3 and 4 of the method;
    /// Tebliğ, RG 24980) [gün ağırlıklı ortalama]; price to 8 decimals, K to 5, d to 2.
    ///
    /// A period that ends on the day of closing is so priced pro rata to that day (point 10).
    /// - Throws: `PrepaidError` with the first day that a table has no value for.
    public init(
        usedIn period: BillingInterval, prices: RateTable<RetailPrice>, gas: GasQuality
    ) throws(PrepaidError) {
        let priceSpans: [DatedSpan<RetailPrice>]
        do throws(RateTableError) { priceSpans = try prices.spans(in: period) } catch { throw .noPrice(on: error.day) }
        let factorSpans: [DatedSpan<CorrectionFactor>]
        switch gas.correction {
        case .fixed(let factor): factorSpans = [DatedSpan(days: period.days, value: factor)]
        case .monthly(let table):
            do throws(RateTableError) {
                factorSpans = try table.spans(in: period)
            } catch {
                throw .noCorrectionFactor(on: error.day)
            }
        }
        let valueSpans: [DatedSpan<GrossCalorificValue>]
        switch gas.calorific {
        case .fixed(let value): valueSpans = [DatedSpan(days: period.days, value: value)]
        case .monthly(let table):
            do throws(RateTableError) {
                valueSpans = try table.spans(in: period)
            } catch {
                throw .noCalorificValue(on: error.day)
            }
        }
        do throws(ArithmeticError) {
            price = try UnitPrice.dayWeightedAverage(
                of: priceSpans.map { DatedSpan(days: $0.days, value: $0.value.perKilowattHour) })
        } catch {
            throw .overflow(.averagePrice)
        }
        do throws(ArithmeticError) {
            correctionFactor = try CorrectionFactor.dayWeightedAverage(of: factorSpans)
        } catch {
            throw .overflow(.averageCorrectionFactor)
        }
        calorificValue = try valueSpans.periodAverage()
        try check()
    }

    /// The terms of a sale on `day`: that day's price, and K and d of the **previous** month (Tebliğ, RG 24980: for prepaid
    /// meters the month before [bir önceki ay], the last one whose figures are published).
    ///
    /// - Throws: `PrepaidError` where the tariff or a table lacks the day or the month.
    public init(
        soldOn day: CivilDate, prices: RateTable<RetailPrice>, corrections: MonthlyTable<CorrectionFactor>,
        calorificValues: MonthlyTable<GrossCalorificValue>
    ) throws(PrepaidError) {
        do throws(RateTableError) {
            price = try prices.value(on: day).perKilowattHour
        } catch {
            throw .noPrice(on: error.day)
        }
        let month = try Self.monthBefore(day)
        guard let factor = corrections.values[month] else { throw .noCorrectionFactor(on: day) }
        guard let value = calorificValues.values[month] else { throw .noCalorificValue(on: day) }
        (correctionFactor, calorificValue) = (factor, value)
        try check()
    }

    /// The month before the one that `day` stands in.
    private static func monthBefore(_ day: CivilDate) throws(PrepaidError) -> CivilMonth {
        do throws(CivilDateError) {
            return try day.advanced(byDays: -day.day).civilMonth
        } catch {
            throw .noCorrectionFactor(on: day)
        }
    }
}

extension [DatedSpan<GrossCalorificValue>] {
    /// The one value as it is, or the average of several by days, to two decimals.
    fileprivate func periodAverage() throws(PrepaidError) -> GrossCalorificValue {
        if count == 1 { return self[0].value }
        do throws(CalorificValueError) {
            return try GrossCalorificValue.dayWeightedAverage(
                of: flatMap { span in
                    // The days of a month count alike, whatever flowed on them.
                    repeatElement(DailyGas(calorificValue: span.value, flow: .zero), count: span.days)
                })
        } catch {
            throw .overflow(.averageCalorificValue)
        }
    }
}

public import GasPhysics
public import Quantities

extension GasTerms {
    /// The terms of what was used in `period`: price, K and d averaged over its days (points 3 and 4 of the method;
    /// Tebliğ, RG 24980) [gün ağırlıklı ortalama]; price to 8 decimals, K to 5, d to 2.
    ///
    /// A period that ends on the day of closing is so priced pro rata to that day (point 10).
    /// - Throws: `PrepaidError` with the first day that a table has no value for, `.outOfBounds` for a price below zero and a
    ///   K or d that is not above it, `.overflow` where an average does not fit.
    public init(
        usedIn period: BillingInterval, prices: RateTable<RetailPrice>, gas: GasQuality
    ) throws(PrepaidError) {
        do throws(PeriodAverageError) {
            price = try prices.periodAverage(in: period)
            correctionFactor = try gas.correction.periodAverage(in: period)
            calorificValue = try gas.calorific.periodAverage(in: period)
        } catch {
            throw error.ofPrepaid
        }
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

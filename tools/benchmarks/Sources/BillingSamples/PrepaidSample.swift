package import Billing
package import GasPhysics
package import Quantities

/// A subscriber's two years of card sales and twelve months of use: what a TL correction is made of.
package struct PrepaidSample {
    package let lots: [PrepaidLot]
    package let periods: [UsePeriod]

    /// 24 lots, two a month, and 12 periods that use most of them, every one on other terms.
    package init(seed: UInt64) throws {
        var random = Random(seed)
        var day = try CivilDate(iso8601: "2024-12-20")
        var lots: [PrepaidLot] = []
        for sale in 0..<24 {
            lots.append(
                PrepaidLot(
                    sale: Int64(sale), purchasedOn: day, bought: MeterVolume(litres: random.next(20...140) * 1_000),
                    terms: Self.terms(&random)))
            day = try day.advanced(byDays: 15)
        }
        day = try CivilDate(iso8601: "2025-01-01")
        var periods: [UsePeriod] = []
        for _ in 0..<12 {
            let last = try day.advanced(byDays: 30)
            periods.append(
                UsePeriod(
                    interval: try BillingInterval(first: day, last: last),
                    volume: MeterVolume(litres: random.next(60_000...220_000)), terms: Self.terms(&random),
                    valueAddedTaxRate: Rate(partsPerMillion: 200_000)))
            day = last
        }
        (self.lots, self.periods) = (lots, periods)
    }

    private static func terms(_ random: inout Random) -> GasTerms {
        GasTerms(
            price: UnitPrice(hundredMillionths: random.next(40_000_000...160_000_000)),
            calorificValue: GrossCalorificValue(tenThousandths: random.next(890_000...950_000) * 100),
            correctionFactor: CorrectionFactor(hundredThousandths: random.next(86_000...124_000)))
    }
}

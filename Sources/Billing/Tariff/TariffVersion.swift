public import Quantities

/// A utility's tariff and the policies that go with it, as one named version that every invoice made with it names.
public struct TariffVersion: Hashable, Sendable {
    /// The version's name, for example `ornek-gaz-konut-2026-11`.
    public let name: String
    /// The retail prices before KDV, by the day from which each holds.
    public let prices: RateTable<RetailPrice>
    /// The KDV rates, by the day from which each holds; the invoice date chooses.
    public let valueAddedTax: RateTable<Rate>
    /// Which figures are rounded, and how.
    public let rounding: RoundingProfile
    /// Which end of the period counts as a day.
    public let dayCount: DayCountConvention
    /// How many days after the invoice date it falls due, before it is moved to a working day.
    public let dueDays: Int

    /// A tariff with those prices and policies.
    public init(
        name: String, prices: RateTable<RetailPrice>, valueAddedTax: RateTable<Rate>,
        rounding: RoundingProfile = .standard, dayCount: DayCountConvention = .excludeFirst, dueDays: Int
    ) {
        self.name = name
        self.prices = prices
        self.valueAddedTax = valueAddedTax
        self.rounding = rounding
        self.dayCount = dayCount
        self.dueDays = dueDays
    }
}

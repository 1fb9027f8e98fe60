public import Quantities

/// A utility's tariff and the policies that go with it, as one named version that every invoice made with it names [111].
///
/// A version is never changed: another figure is another version, with a name of its own (`TariffSchedule`).
public struct TariffVersion: Hashable, Sendable {
    /// What a change of price, K or calorific value inside a period does.
    public enum PriceChange: String, Hashable, Sendable, CaseIterable {
        /// One line at the day-weighted averages [gün ağırlıklı ortalama]; the default.
        case dayWeightedAverage
        /// A line for the days between two changes, the use being spread evenly over all days.
        case lines
    }

    /// Which KDV rate an invoice has whose period saw two.
    public enum TaxChange: String, Hashable, Sendable, CaseIterable {
        /// The rate of the tax date; the default.
        case taxDate
        /// The average of the rates, weighted by days, to six decimals.
        case dayWeightedAverage
    }

    /// The version's name, for example `ornek-gaz-konut-2026-11`.
    public let name: String
    /// The retail prices before KDV, by the day from which each holds.
    public let prices: RateTable<RetailPrice>
    /// The KDV rates, by the day from which each holds; the tax date chooses.
    public let valueAddedTax: RateTable<Rate>
    /// The edition that each KDV rate came with, by the day from which it holds; `nil` where the tariff's own name says it.
    public let taxVersions: RateTable<String>?
    /// Which figures are rounded, and how.
    public let rounding: RoundingProfile
    /// Which end of the period counts as a day.
    public let dayCount: DayCountConvention
    /// How many days after the invoice date it falls due, before it is moved to a working day.
    public let dueDays: Int
    /// What a change inside a period does.
    public let priceChange: PriceChange
    /// What a change of the KDV rate inside a period does.
    public let taxChange: TaxChange
    /// The use up to which no invoice is made.
    public let minimumBill: MinimumBill
    /// The further rules of the tariff, applied in this order.
    public let rules: [TariffRule]

    /// A tariff with those prices and policies.
    public init(
        name: String, prices: RateTable<RetailPrice>, valueAddedTax: RateTable<Rate>,
        rounding: RoundingProfile = .standard, dayCount: DayCountConvention = .excludeFirst, dueDays: Int,
        priceChange: PriceChange = .dayWeightedAverage, taxChange: TaxChange = .taxDate,
        minimumBill: MinimumBill = .off, rules: [TariffRule] = [], taxVersions: RateTable<String>? = nil
    ) {
        self.name = name
        self.prices = prices
        self.valueAddedTax = valueAddedTax
        self.rounding = rounding
        self.dayCount = dayCount
        self.dueDays = dueDays
        self.priceChange = priceChange
        self.taxChange = taxChange
        self.minimumBill = minimumBill
        self.rules = rules
        self.taxVersions = taxVersions
    }

    /// The same tariff under another name: that of the editions which priced a period.
    public func named(_ name: String) -> TariffVersion {
        TariffVersion(
            name: name, prices: prices, valueAddedTax: valueAddedTax, rounding: rounding, dayCount: dayCount,
            dueDays: dueDays, priceChange: priceChange, taxChange: taxChange, minimumBill: minimumBill, rules: rules,
            taxVersions: taxVersions)
    }
}

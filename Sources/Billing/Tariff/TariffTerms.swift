public import Quantities

/// How a tariff's invoices are made from a day on, beside its prices and taxes.
public struct TariffTerms: Hashable, Sendable {
    /// Which figures are rounded, and how.
    public let rounding: RoundingProfile
    /// Which end of the period counts as a day.
    public let dayCount: DayCountConvention
    /// How many days after the invoice date it falls due, before it is moved to a working day.
    public let dueDays: Int
    /// What a change of price, K or calorific value inside a period does.
    public let priceChange: TariffVersion.PriceChange
    /// What a change of the KDV rate inside a period does.
    public let taxChange: TariffVersion.TaxChange
    /// The use up to which no invoice is made.
    public let minimumBill: MinimumBill
    /// The further rules of the tariff, applied in this order.
    public let rules: [TariffRuleData]

    /// Terms of those values.
    public init(
        rounding: RoundingProfile = .standard, dayCount: DayCountConvention = .excludeFirst, dueDays: Int,
        priceChange: TariffVersion.PriceChange = .dayWeightedAverage, taxChange: TariffVersion.TaxChange = .taxDate,
        minimumBill: MinimumBill = .off, rules: [TariffRuleData] = []
    ) {
        self.rounding = rounding
        self.dayCount = dayCount
        self.dueDays = dueDays
        self.priceChange = priceChange
        self.taxChange = taxChange
        self.minimumBill = minimumBill
        self.rules = rules
    }
}

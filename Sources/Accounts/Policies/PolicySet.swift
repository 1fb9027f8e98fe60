package import Billing
package import Quantities

/// A utility's own policies as a file brings them: dated values, each of which replaces what holds under its key.
package struct PolicySet: Sendable {
    /// A tariff: prices, and how its invoices are made from a day on.
    package struct Tariff: Sendable {
        package let name: String
        /// What its subscribers use gas for.
        package let use: Billing.Subscriber.Kind
        /// The first day on which all but the prices holds: for periods that end on it or later.
        package let from: CivilDate
        package let rounding: RoundingProfile
        package let dayCount: DayCountConvention
        package let dueDays: Int
        package let priceChange: TariffVersion.PriceChange
        package let taxChange: TariffVersion.TaxChange
        /// What its subscribers are supplied with.
        package let supply: Supply
        /// A reading so few days after an invoice's last one begins no new period.
        package let minimumDays: Int
        /// The use up to which no invoice is made; zero where every use is billed.
        package let minimumBill: MeterVolume
        /// The further rules, applied in this order.
        package let rules: [TariffRuleData]
        /// What the contracts say of late payment; none: nothing is charged.
        package let lateFee: ContractLateFee?
        package let prices: RateTable<RetailPrice>

        /// A tariff whose terms hold from `from`, or from the first of its prices on.
        package init(
            name: String, use: Billing.Subscriber.Kind, from: CivilDate? = nil, rounding: RoundingProfile,
            dayCount: DayCountConvention, dueDays: Int, priceChange: TariffVersion.PriceChange = .dayWeightedAverage,
            taxChange: TariffVersion.TaxChange = .taxDate, supply: Supply = .gasAndSystemUse, minimumDays: Int,
            minimumBill: MeterVolume = .zero, rules: [TariffRuleData] = [], lateFee: ContractLateFee? = nil,
            prices: RateTable<RetailPrice>
        ) {
            self.name = name
            self.use = use
            self.from = from ?? prices.steps.first?.from ?? .nearest(toDayNumber: .min)
            self.rounding = rounding
            self.dayCount = dayCount
            self.dueDays = dueDays
            self.priceChange = priceChange
            self.taxChange = taxChange
            self.supply = supply
            self.minimumDays = minimumDays
            self.minimumBill = minimumBill
            self.rules = rules
            self.lateFee = lateFee
            self.prices = prices
        }

        /// How its invoices are made from ``from`` on.
        package var terms: TariffTerms {
            TariffTerms(
                rounding: rounding, dayCount: dayCount, dueDays: dueDays, priceChange: priceChange,
                taxChange: taxChange, minimumBill: MinimumBill(ofTariff: name, limit: minimumBill), rules: rules)
        }
    }

    /// The name of the edition, which stands on each invoice.
    package let version: String
    /// Where the figures come from.
    package let source: String?
    /// SHA-256 of the file, hexadecimal.
    package let sha256: String
    package let tariffs: [Tariff]
    package let regions: [String: MonthlyGas]
    /// The degree-days of regions, where the file brings weather.
    package let degreeDays: [String: MonthlyDegreeDays]
    package let valueAddedTax: RateTable<Rate>
    package let holidays: Set<CivilDate>

    package init(
        version: String, source: String?, sha256: String, tariffs: [Tariff], regions: [String: MonthlyGas],
        degreeDays: [String: MonthlyDegreeDays] = [:], valueAddedTax: RateTable<Rate>, holidays: Set<CivilDate>
    ) {
        self.version = version
        self.source = source
        self.sha256 = sha256
        self.tariffs = tariffs
        self.regions = regions
        self.degreeDays = degreeDays
        self.valueAddedTax = valueAddedTax
        self.holidays = holidays
    }
}

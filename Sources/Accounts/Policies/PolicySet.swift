package import Billing
package import Quantities

/// A utility's own policies as a file brings them: dated values, each of which replaces what holds under its key.
package struct PolicySet: Sendable {
    /// A tariff: prices, and how its invoices are made.
    package struct Tariff: Sendable {
        package let name: String
        /// What its subscribers use gas for.
        package let use: Billing.Subscriber.Kind
        package let rounding: RoundingProfile
        package let dayCount: DayCountConvention
        package let dueDays: Int
        /// A reading so few days after an invoice's last one begins no new period.
        package let minimumDays: Int
        /// The use up to which no invoice is made; zero where every use is billed.
        package let minimumBill: MeterVolume
        /// What the contracts say of late payment; none: nothing is charged.
        package let lateFee: ContractLateFee?
        package let prices: RateTable<RetailPrice>

        package init(
            name: String, use: Billing.Subscriber.Kind, rounding: RoundingProfile, dayCount: DayCountConvention,
            dueDays: Int, minimumDays: Int, minimumBill: MeterVolume = .zero, lateFee: ContractLateFee? = nil,
            prices: RateTable<RetailPrice>
        ) {
            self.name = name
            self.use = use
            self.rounding = rounding
            self.dayCount = dayCount
            self.dueDays = dueDays
            self.minimumDays = minimumDays
            self.minimumBill = minimumBill
            self.lateFee = lateFee
            self.prices = prices
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

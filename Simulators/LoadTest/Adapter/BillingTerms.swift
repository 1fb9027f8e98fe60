package import Billing
package import Quantities

/// With what a fleet is billed: tariffs, the gas of the regions, and days.
package struct BillingTerms: Sendable {
    /// A tariff, and what its customers use gas for.
    package struct Tariff: Sendable {
        /// Prices, KDV, roundings, days.
        package var version: TariffVersion
        /// What the gas is used for.
        package var use: Subscriber.Kind

        /// A tariff for a use.
        package init(_ version: TariffVersion, use: Subscriber.Kind = .residential) {
            self.version = version
            self.use = use
        }
    }

    /// A region's gas.
    package struct Region: Sendable {
        /// Its name in the policies.
        package var name: String
        /// K and calorific values by month.
        package var gas: MonthlyGas

        /// A region.
        package init(_ name: String, _ gas: MonthlyGas) {
            self.name = name
            self.gas = gas
        }
    }

    /// The tariffs that meters name by place.
    package var tariffs: [Tariff]
    /// K and calorific value of the regions that meters name by place.
    package var regions: [Region]
    /// Days on which a payment can fall due.
    package var workingDays: WorkingDays
    /// By which method prepaid gas is corrected when its price changes.
    package var correction: TLCorrectionRules
    /// The days that are billed, and two months before them: the regions have K and calorific values for all.
    package var days: ClosedRange<CivilDate>
    /// Policies and their versions, for the report.
    package var version: String

    /// Terms of those tariffs and regions.
    package init(
        tariffs: [Tariff], regions: [Region], workingDays: WorkingDays, correction: TLCorrectionRules = .cinigaz,
        days: ClosedRange<CivilDate>, version: String
    ) {
        self.tariffs = tariffs
        self.regions = regions
        self.workingDays = workingDays
        self.correction = correction
        self.days = days
        self.version = version
    }
}

package import Billing
package import Quantities

/// With what a fleet is billed: tariffs, the gas of the regions, and days.
package struct BillingTerms: Sendable {
    /// What stands beside a tariff's terms: what is supplied, and from when on a reading makes an invoice.
    package struct Contract: Hashable, Sendable {
        /// Gas and the use of the network, or the network alone.
        package var supply: Supply
        /// A reading so few days after an invoice's last one begins no new period.
        package var minimumDays: Int

        /// What a tariff supplies, and its minimum days.
        package init(supply: Supply = .gasAndSystemUse, minimumDays: Int = 1) {
            self.supply = supply
            self.minimumDays = minimumDays
        }
    }

    /// A tariff by the days from which its terms hold, and what its customers use gas for.
    package struct Tariff: Sendable {
        /// The name by which meters have it.
        package var name: String
        /// Prices, KDV, roundings, days and rules, by the day from which they hold.
        package var schedule: TariffSchedule
        /// What stands beside each version of the schedule, in its order.
        package var contracts: [Contract]
        /// What the gas is used for.
        package var use: Subscriber.Kind

        /// A tariff of several terms, each with its contract.
        package init(name: String, schedule: TariffSchedule, contracts: [Contract], use: Subscriber.Kind) {
            self.name = name
            self.schedule = schedule
            self.contracts = contracts
            self.use = use
        }

        /// A tariff whose terms never change.
        package init(
            _ version: TariffVersion, contract: Contract = Contract(), use: Subscriber.Kind = .residential
        ) {
            self.init(name: version.name, schedule: TariffSchedule(version), contracts: [contract], use: use)
        }

        /// The prices before KDV, which are the same in every version.
        package var prices: RateTable<RetailPrice> { schedule.versions.steps[0].value.prices }

        /// The KDV rates, which are the same in every version.
        package var valueAddedTax: RateTable<Rate> { schedule.versions.steps[0].value.valueAddedTax }

        /// What bills a period that ends on a day.
        package func terms(ofPeriodEndingOn last: CivilDate) -> (version: TariffVersion, contract: Contract) {
            let place = schedule.place(ofPeriodEndingOn: last)
            return (schedule.versions.steps[place].value, contracts[place])
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

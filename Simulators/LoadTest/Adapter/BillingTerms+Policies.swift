package import Accounts
import Billing
package import Quantities

extension BillingTerms {
    /// The terms of a file of policies: its tariffs with all their editions, as `Accounts` would have taken them over.
    ///
    /// - Parameters:
    ///   - policies: tariffs, regions, KDV and holidays.
    ///   - days: the first and the last day of the scenario; two months more are looked back for prepaid sales.
    /// - Throws: ``AdapterError`` where the editions of a tariff make no schedule.
    package init(_ policies: PolicySet, days: ClosedRange<CivilDate>) throws {
        var names: [String] = []
        for tariff in policies.tariffs where !names.contains(tariff.name) { names.append(tariff.name) }
        let earliest = CivilDate.nearest(toDayNumber: days.lowerBound.dayNumber - 62)
        self.init(
            tariffs: try names.map { name in
                try Tariff(
                    policies.tariffs.filter { $0.name == name }, named: name, valueAddedTax: policies.valueAddedTax)
            },
            regions: policies.regions.sorted { $0.key < $1.key }.map { Region($0.key, $0.value) },
            workingDays: WorkingDays(holidays: policies.holidays), days: earliest...days.upperBound,
            version: policies.version)
    }
}

extension BillingTerms.Tariff {
    /// A tariff by its editions; of two values for one day the later edition's holds.
    fileprivate init(
        _ editions: [PolicySet.Tariff], named name: String, valueAddedTax: RateTable<Rate>
    ) throws {
        var prices: [CivilDate: RetailPrice] = [:]
        var terms: [CivilDate: PolicySet.Tariff] = [:]
        for edition in editions {
            for step in edition.prices.steps { prices[step.from] = step.value }
            terms[edition.from] = edition
        }
        let dated = terms.sorted { $0.key < $1.key }
        guard
            let schedule = TariffSchedule(
                name: name, prices: try RateTable(prices.map { .init(from: $0.key, value: $0.value) }),
                valueAddedTax: valueAddedTax,
                terms: try RateTable(dated.map { .init(from: $0.key, value: $0.value.terms) })),
            let last = editions.last
        else { throw AdapterError("tariff \(name) has no terms") }
        self.init(
            name: name, schedule: schedule,
            contracts: dated.map { BillingTerms.Contract(supply: $0.value.supply, minimumDays: $0.value.minimumDays) },
            use: last.use)
    }
}

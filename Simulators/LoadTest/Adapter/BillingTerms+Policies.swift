package import Accounts
import Billing
package import Quantities

extension BillingTerms {
    /// The terms of a file of policies.
    ///
    /// - Parameters:
    ///   - policies: tariffs, regions, KDV and holidays.
    ///   - days: the first and the last day of the scenario; two months more are looked back for prepaid sales.
    /// - Throws: ``AdapterError`` where the regions have no gas for a month of those days.
    package init(_ policies: PolicySet, days: ClosedRange<CivilDate>) throws {
        if let ruled = policies.tariffs.first(where: { !$0.rules.isEmpty }) {
            throw AdapterError("tariff \(ruled.name): tariffs with further rules are not under load yet")
        }
        let tariffs = policies.tariffs.map { tariff in
            let limit = tariff.minimumBill
            return Tariff(
                TariffVersion(
                    name: tariff.name, prices: tariff.prices, valueAddedTax: policies.valueAddedTax,
                    rounding: tariff.rounding, dayCount: tariff.dayCount, dueDays: tariff.dueDays,
                    priceChange: tariff.priceChange, taxChange: tariff.taxChange,
                    minimumBill: limit == .zero
                        ? .off : MinimumBill(limit: limit, version: "minimum-bill \(tariff.name) \(limit)")),
                use: tariff.use)
        }
        let earliest = CivilDate.nearest(toDayNumber: days.lowerBound.dayNumber - 62)
        self.init(
            tariffs: tariffs,
            regions: policies.regions.sorted { $0.key < $1.key }.map { Region($0.key, $0.value) },
            workingDays: WorkingDays(holidays: policies.holidays), days: earliest...days.upperBound,
            version: policies.version)
    }
}

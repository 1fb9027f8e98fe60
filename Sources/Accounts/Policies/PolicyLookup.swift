import Billing
import GasPhysics
import Quantities
package import Storage

/// The policies that a subscription is billed with, and the editions that they came with.
struct PolicyLookup {
    /// nil where the policies have no such tariff; its name is that of no edition yet (`tariff(first:last:)`).
    let tariff: TariffVersion?
    /// The edition of each price, in the order of the days from which they hold.
    let priceEditions: [PriceEdition]
    /// A reading so few days after an invoice's last one begins no new period.
    let minimumDays: Int
    /// nil where the policies have no such region.
    let gas: MonthlyGas?
    /// The region's weather, where it was imported; it has no say in an invoice.
    let degreeDays: MonthlyDegreeDays
    let workingDays: WorkingDays
    /// The keys of all editions that had a say.
    let editions: [Int64]

    /// The tariff named by the editions whose prices hold between two days, and where those come from; nil where the policies
    /// have no such tariff.
    ///
    /// A price that holds only later has no say: it stands on no invoice of before.
    func tariff(first: CivilDate, last: CivilDate) -> (TariffVersion, source: String?)? {
        guard let tariff else { return nil }
        var (versions, sources): ([String], [String]) = ([], [])
        for (place, edition) in priceEditions.enumerated() where edition.from <= last {
            let isOver = place + 1 < priceEditions.count && priceEditions[place + 1].from <= first
            if isOver { continue }
            if !versions.contains(edition.version) { versions.append(edition.version) }
            if let source = edition.source, !sources.contains(source) { sources.append(source) }
        }
        let named = versions.isEmpty ? tariff : tariff.named(tariff.name + " · " + versions.joined(separator: " + "))
        return (named, sources.isEmpty ? nil : sources.joined(separator: "; "))
    }

    /// The gas between two days, as a subscription's meter measured it.
    func quality(
        for subscription: Subscription, first: CivilDate, last: CivilDate
    ) throws(AccountsError) -> GasQuality {
        guard let tariff else { throw .policyMissing(.tariff(subscription.tariff)) }
        guard let gas else { throw .policyMissing(.region(subscription.region)) }
        let period: BillingInterval
        do throws(BillingIntervalError) {
            period = try BillingInterval(first: first, last: last, convention: tariff.dayCount)
        } catch {
            throw .billing(.emptyPeriod(first: first, last: last))
        }
        do throws(MonthlyGasError) {
            return try gas.quality(in: period, pressureMillibar: subscription.meter.pressureMillibar)
        } catch {
            switch error {
            case .noCorrection(let month, _): throw .policyMissing(.correction(month))
            case .noCalorificValue(let month): throw .policyMissing(.calorificValue(month))
            case .noFactor: throw .billing(.outOfBounds(.correctionFactor))
            }
        }
    }
}

/// The edition that a price came with.
struct PriceEdition: Sendable {
    let from: CivilDate
    let version: String
    /// Where its prices come from.
    let source: String?
}

/// What policies are looked up by, and where a transaction keeps those that it found.
private struct PolicyPlace: Hashable {
    static let key = "policies"

    let tariff: String
    let region: String
}

extension Statements {
    /// The names of the regions and of the tariffs that the policies have.
    package func policyNames() throws(StoreError) -> (regions: Set<String>, tariffs: Set<String>) {
        var (regions, tariffs): (Set<String>, Set<String>) = ([], [])
        for row in try rows("SELECT name FROM policy_region") { regions.insert(try row.text("name")) }
        for row in try rows("SELECT name FROM policy_tariff") { tariffs.insert(try row.text("name")) }
        return (regions, tariffs)
    }

    /// What the policies say for a tariff and a region; read once in a transaction, for all that it bills.
    func policies(tariff name: String, region: String) throws(StoreError) -> PolicyLookup {
        let place = PolicyPlace(tariff: name, region: region)
        var known = memo.value(PolicyPlace.key, [PolicyPlace: PolicyLookup].self) ?? [:]
        if let found = known[place] { return found }
        let found = try readPolicies(tariff: name, region: region)
        known[place] = found
        memo.keep(known, PolicyPlace.key)
        return found
    }

    private func readPolicies(tariff name: String, region: String) throws(StoreError) -> PolicyLookup {
        var editions: Set<Int64> = []
        let taxVersions = try taxVersions()
        let taxes = try steps(
            try rows("SELECT from_day, parts_per_million, edition FROM policy_tax WHERE tax = 'kdv'"), &editions
        ) { row throws(StoreError) in Rate(partsPerMillion: try row.integer("parts_per_million")) }
        let prices = try steps(
            try rows("SELECT from_day, price, edition FROM policy_price WHERE tariff = ? ORDER BY from_day", name),
            &editions
        ) { row throws(StoreError) in try row.value("price") { try PolicyRows.price($0) } }
        var priceEditions: [PriceEdition] = []
        let priced = try rows(
            """
            SELECT p.from_day, e.version, e.source FROM policy_price p JOIN policy_edition e ON e.id = p.edition
            WHERE p.tariff = ? ORDER BY p.from_day
            """, name)
        for row in priced {
            priceEditions.append(
                PriceEdition(
                    from: try row.day("from_day"), version: try row.text("version"),
                    source: try row.optionalText("source")))
        }
        let row = try row("SELECT * FROM policy_tariff WHERE name = ?", name)
        var tariff: TariffVersion?
        if let row {
            editions.insert(try row.integer("edition"))
            let rounding = try row.text("rounding")
            guard let profile = RoundingProfile.shipped.first(where: { $0.name == rounding }) else {
                throw .column("rounding")
            }
            tariff = TariffVersion(
                name: name, prices: prices,
                valueAddedTax: taxes, rounding: profile, dayCount: try row.code("day_count"),
                dueDays: Int(try row.integer("due_days")),
                minimumBill: Self.minimumBill(litres: try row.integer("minimum_bill_litres"), tariff: name),
                taxVersions: taxVersions)
        }
        return PolicyLookup(
            tariff: tariff, priceEditions: priceEditions, minimumDays: Int(try row?.integer("minimum_days") ?? 0),
            gas: try monthlyGas(region, &editions), degreeDays: try degreeDays(region),
            workingDays: try workingDays(), editions: editions.sorted())
    }

    /// The use up to which no invoice is made, as the tariff's own file gives it.
    private static func minimumBill(litres: Int64, tariff: String) -> MinimumBill {
        if litres == 0 { return .off }
        let limit = MeterVolume(litres: litres)
        return MinimumBill(limit: limit, version: "minimum-bill \(tariff) \(limit)")
    }

    /// The edition of each KDV rate, by the day from which it holds.
    private func taxVersions() throws(StoreError) -> RateTable<String>? {
        var ignored: Set<Int64> = []
        let rows = try rows(
            """
            SELECT t.from_day, t.edition, e.version FROM policy_tax t JOIN policy_edition e ON e.id = t.edition
            WHERE t.tax = 'kdv'
            """)
        return rows.isEmpty ? nil : try steps(rows, &ignored) { row throws(StoreError) in try row.text("version") }
    }

    private func steps<Value>(
        _ rows: [Row], _ editions: inout Set<Int64>, _ value: (Row) throws(StoreError) -> Value
    ) throws(StoreError) -> RateTable<Value> {
        var steps: [RateTable<Value>.Step] = []
        for row in rows {
            steps.append(.init(from: try row.day("from_day"), value: try value(row)))
            editions.insert(try row.integer("edition"))
        }
        do throws(RateTableError) {
            return try RateTable(steps)
        } catch {
            // The day is part of the table's key.
            throw .failed("a table has one day twice")
        }
    }

    private func monthlyGas(_ region: String, _ editions: inout Set<Int64>) throws(StoreError) -> MonthlyGas? {
        guard try row("SELECT name FROM policy_region WHERE name = ?", region) != nil else { return nil }
        var gas = MonthlyGas()
        let correctionQuery =
            "SELECT c.*, e.version FROM policy_correction c JOIN policy_edition e ON e.id = c.edition WHERE c.region = ?"
        for row in try rows(correctionQuery, region) {
            let millibar = Int(try row.integer("pressure_mbar"))
            let key = MonthlyGas.CorrectionKey(
                month: try row.value("month") { try PolicyRows.month($0) }, millibar: millibar < 0 ? nil : millibar)
            if let factor = try row.optionalInteger("factor") {
                gas.corrections[key] = .factor(CorrectionFactor(hundredThousandths: factor))
            } else {
                gas.corrections[key] = .station(
                    pressure: Pressure(microbar: try row.integer("station_microbar")),
                    soil: CelsiusTemperature(microdegrees: try row.integer("soil_microdegrees")))
            }
            gas.correctionVersions[key] = try row.text("version")
            editions.insert(try row.integer("edition"))
        }
        let calorificQuery =
            "SELECT c.*, e.version FROM policy_calorific c JOIN policy_edition e ON e.id = c.edition WHERE c.region = ?"
        for row in try rows(calorificQuery, region) {
            let month = try row.value("month") { try PolicyRows.month($0) }
            gas.calorificVersions[month] = try row.text("version")
            gas.calorificValues[month] = GrossCalorificValue(tenThousandths: try row.integer("ten_thousandths"))
            editions.insert(try row.integer("edition"))
        }
        return gas
    }

    private func degreeDays(_ region: String) throws(StoreError) -> MonthlyDegreeDays {
        var tenths: [CivilMonth: Int64] = [:]
        for row in try rows("SELECT month, tenths FROM policy_degree_days WHERE region = ?", region) {
            tenths[try row.value("month") { try CivilMonth(iso8601: $0) }] = try row.integer("tenths")
        }
        return MonthlyDegreeDays(tenths: tenths)
    }

    private func workingDays() throws(StoreError) -> WorkingDays {
        var holidays: Set<CivilDate> = []
        for row in try rows("SELECT day FROM policy_holiday") { holidays.insert(try row.day("day")) }
        return WorkingDays(holidays: holidays)
    }
}

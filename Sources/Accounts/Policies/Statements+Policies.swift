import Billing
import GasPhysics
import Quantities
package import Storage

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
        let taxes = try steps(
            """
            SELECT t.from_day, t.parts_per_million, e.id, e.version, e.source FROM policy_tax t
            JOIN policy_edition e ON e.id = t.edition WHERE t.tax = 'kdv' ORDER BY t.from_day
            """
        ) { row throws(StoreError) in Rate(partsPerMillion: try row.integer("parts_per_million")) }
        let prices = try steps(
            """
            SELECT p.from_day, p.price, e.id, e.version, e.source FROM policy_price p
            JOIN policy_edition e ON e.id = p.edition WHERE p.tariff = ? ORDER BY p.from_day
            """, name
        ) { row throws(StoreError) in try row.value("price") { try PolicyRows.price($0) } }
        let stored = try storedTerms(tariff: name)
        let table: RateTable<TariffTerms> = try Self.table(stored.map { .init(from: $0.from, value: $0.terms) })
        var editions: [TermsEdition] = []
        var above = prices.editions
        for terms in stored {
            let edition = try edition(terms.edition, from: terms.from)
            var upperTier: [DatedEdition] = []
            for case .upperTier(_, let own) in terms.terms.rules {
                let first = own.steps.first?.from ?? terms.from
                upperTier = above.filter { $0.from < first }
                upperTier += own.steps.map {
                    DatedEdition(from: $0.from, key: edition.key, version: edition.version, source: edition.source)
                }
            }
            above = upperTier.isEmpty ? prices.editions : upperTier
            editions.append(
                TermsEdition(
                    edition: edition, supply: terms.supply, minimumDays: terms.minimumDays, upperTier: upperTier))
        }
        let (gas, gasEditions) = try monthlyGas(region)
        return PolicyLookup(
            schedule: TariffSchedule(
                name: name, prices: prices.table, valueAddedTax: taxes.table,
                taxVersions: taxes.editions.isEmpty
                    ? nil : try Self.table(taxes.editions.map { .init(from: $0.from, value: $0.version) }),
                terms: table),
            terms: editions, prices: prices.editions, taxes: taxes.editions, gas: gas, gasEditions: gasEditions,
            degreeDays: try degreeDays(region), workingDays: try workingDays())
    }

    private func edition(_ key: Int64, from: CivilDate) throws(StoreError) -> DatedEdition {
        guard let row = try row("SELECT id, version, source FROM policy_edition WHERE id = ?", key) else {
            throw .failed("an edition of policies is not there")
        }
        return try Self.edition(row, from: from)
    }

    private static func edition(_ row: Row, from: CivilDate) throws(StoreError) -> DatedEdition {
        DatedEdition(
            from: from, key: try row.integer("id"), version: try row.text("version"),
            source: try row.optionalText("source"))
    }

    private static func table<Value>(
        _ steps: [RateTable<Value>.Step]
    ) throws(StoreError) -> RateTable<Value> {
        do throws(RateTableError) {
            return try RateTable(steps)
        } catch {
            // The day is part of the table's key.
            throw .failed("a table has one day twice")
        }
    }

    /// The dated values that a query gives, with the edition of each.
    private func steps<Value>(
        _ query: String, _ name: String? = nil, _ value: (Row) throws(StoreError) -> Value
    ) throws(StoreError) -> (table: RateTable<Value>, editions: [DatedEdition]) {
        var steps: [RateTable<Value>.Step] = []
        var editions: [DatedEdition] = []
        let found = if let name { try rows(query, name) } else { try rows(query) }
        for row in found {
            let from = try row.day("from_day")
            steps.append(.init(from: from, value: try value(row)))
            editions.append(try Self.edition(row, from: from))
        }
        return (try Self.table(steps), editions)
    }

    private func monthlyGas(
        _ region: String
    ) throws(StoreError) -> (MonthlyGas?, editions: [MonthlyGas.Month: Set<Int64>]) {
        guard try row("SELECT name FROM policy_region WHERE name = ?", region) != nil else { return (nil, [:]) }
        var gas = MonthlyGas()
        // A month of a year goes before that of every year, for K and for the calorific value each by itself.
        var (corrections, values): ([MonthlyGas.Month: Set<Int64>], [MonthlyGas.Month: Set<Int64>]) = ([:], [:])
        for row in try rows(
            """
            SELECT c.*, e.version FROM policy_correction c JOIN policy_edition e ON e.id = c.edition WHERE c.region = ?
            """, region)
        {
            let millibar = Int(try row.integer("pressure_mbar"))
            let month = try row.value("month") { try PolicyRows.month($0) }
            let key = MonthlyGas.CorrectionKey(month: month, millibar: millibar < 0 ? nil : millibar)
            if let factor = try row.optionalInteger("factor") {
                gas.corrections[key] = .factor(CorrectionFactor(hundredThousandths: factor))
            } else {
                gas.corrections[key] = .station(
                    pressure: Pressure(microbar: try row.integer("station_microbar")),
                    soil: CelsiusTemperature(microdegrees: try row.integer("soil_microdegrees")))
            }
            gas.correctionVersions[key] = try row.text("version")
            corrections[month, default: []].insert(try row.integer("edition"))
        }
        for row in try rows(
            """
            SELECT c.*, e.version FROM policy_calorific c JOIN policy_edition e ON e.id = c.edition WHERE c.region = ?
            """, region)
        {
            let month = try row.value("month") { try PolicyRows.month($0) }
            gas.calorificValues[month] = GrossCalorificValue(tenThousandths: try row.integer("ten_thousandths"))
            gas.calorificVersions[month] = try row.text("version")
            values[month, default: []].insert(try row.integer("edition"))
        }
        return (gas, Self.merged(corrections, values))
    }

    /// The editions of both tables by month; where one has a month of a year alone, the other's of every year goes with it.
    private static func merged(
        _ one: [MonthlyGas.Month: Set<Int64>], _ other: [MonthlyGas.Month: Set<Int64>]
    ) -> [MonthlyGas.Month: Set<Int64>] {
        func editions(_ table: [MonthlyGas.Month: Set<Int64>], _ month: MonthlyGas.Month) -> Set<Int64> {
            if let found = table[month] { return found }
            guard case .of(let month) = month else { return [] }
            return table[.everyYear(month.month)] ?? []
        }
        var merged: [MonthlyGas.Month: Set<Int64>] = [:]
        for month in Set(one.keys).union(other.keys) {
            merged[month] = editions(one, month).union(editions(other, month))
        }
        return merged
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

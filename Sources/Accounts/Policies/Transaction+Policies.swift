import Billing
import Foundation
import GasPhysics
import Quantities
package import Storage

extension Transaction {
    /// Takes over a file of policies: each value replaces the one under its key, the others stay.
    package func importPolicies(_ set: PolicySet, actor: AuditActor, at moment: Moment) throws(StoreError) {
        memo.forget()
        try run(
            "INSERT INTO policy_edition (version, source, sha256, imported_at) VALUES (?, ?, ?, ?)", set.version,
            set.source, set.sha256, moment)
        let edition = lastInsertedKey
        for tariff in set.tariffs { try put(tariff, edition) }
        for (name, gas) in set.regions.sorted(by: { $0.key < $1.key }) { try put(gas, region: name, edition) }
        for (region, weather) in set.degreeDays.sorted(by: { $0.key < $1.key }) {
            for (month, tenths) in weather.tenths.sorted(by: { $0.key < $1.key }) {
                try run(
                    "INSERT OR REPLACE INTO policy_degree_days (region, month, tenths, edition) VALUES (?, ?, ?, ?)",
                    region, month.description, tenths, edition)
            }
        }
        for step in set.valueAddedTax.steps {
            try run(
                "INSERT OR REPLACE INTO policy_tax (tax, from_day, parts_per_million, edition) VALUES ('kdv', ?, ?, ?)",
                step.from.description, step.value.partsPerMillion, edition)
        }
        for day in set.holidays.sorted() {
            try run("INSERT OR REPLACE INTO policy_holiday (day, edition) VALUES (?, ?)", day.description, edition)
        }
        try audit(
            AuditEntry(
                actor: actor, action: "policies.imported", kind: "policy_edition", subject: "\(edition)",
                details: ["version": set.version, "sha256": set.sha256]),
            at: moment)
    }

    private func put(_ tariff: PolicySet.Tariff, _ edition: Int64) throws(StoreError) {
        // Not REPLACE: prices, terms and subscribers hang on the row.
        try run(
            """
            INSERT INTO policy_tariff (name, used_for, edition) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET used_for = excluded.used_for, edition = excluded.edition
            """, tariff.name, tariff.use.rawValue, edition)
        try putTerms(tariff, edition)
        for step in tariff.prices.steps {
            try run(
                "INSERT OR REPLACE INTO policy_price (tariff, from_day, price, edition) VALUES (?, ?, ?, ?)",
                tariff.name, step.from.description, PolicyRows.json(step.value), edition)
        }
    }

    private func put(_ gas: MonthlyGas, region: String, _ edition: Int64) throws(StoreError) {
        try run("INSERT OR IGNORE INTO policy_region (name) VALUES (?)", region)
        for (key, correction) in gas.corrections {
            let (factor, station, soil): (Int64?, Int64?, Int64?) =
                switch correction {
                case .factor(let factor): (factor.hundredThousandths, nil, nil)
                case .station(let pressure, let soil): (nil, pressure.microbar, soil.microdegrees)
                }
            try run(
                """
                INSERT OR REPLACE INTO policy_correction
                    (region, month, pressure_mbar, factor, station_microbar, soil_microdegrees, edition)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, region, PolicyRows.text(key.month), key.millibar ?? -1, factor, station, soil, edition)
        }
        for (month, value) in gas.calorificValues {
            try run(
                "INSERT OR REPLACE INTO policy_calorific (region, month, ten_thousandths, edition) VALUES (?, ?, ?, ?)",
                region, PolicyRows.text(month), value.tenThousandths, edition)
        }
    }
}

/// How policies are written in the tables.
enum PolicyRows {
    static func text(_ month: MonthlyGas.Month) -> String {
        switch month {
        case .of(let month): month.description
        case .everyYear(let month): month < 10 ? "0\(month)" : "\(month)"
        }
    }

    static func month(_ text: String) throws -> MonthlyGas.Month {
        if let month = Int(text), text.utf8.count == 2 { return .everyYear(month) }
        return .of(try CivilMonth(iso8601: text))
    }

    static func json(_ price: RetailPrice) -> String { JSONText.text(PriceRecord(price)) }

    static func price(_ json: String) throws -> RetailPrice {
        try JSONDecoder().decode(PriceRecord.self, from: Data(json.utf8)).price()
    }
}

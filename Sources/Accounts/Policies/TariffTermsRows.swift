import Billing
import Foundation
import GasPhysics
import Quantities
import Storage

/// The terms of a tariff as a row of `policy_tariff_terms` holds them.
struct StoredTerms: Sendable {
    let from: CivilDate
    let terms: TariffTerms
    let supply: Supply
    /// A reading so few days after an invoice's last one begins no new period.
    let minimumDays: Int
    /// What the contracts say of late payment; none: nothing is charged.
    let lateFee: ContractLateFee?
    /// The key of the edition that they came with.
    let edition: Int64

    init(_ row: Row, tariff: String) throws(StoreError) {
        let rounding = try row.text("rounding")
        guard let profile = RoundingProfile.shipped.first(where: { $0.name == rounding }) else {
            throw .column("rounding")
        }
        from = try row.day("from_day")
        terms = TariffTerms(
            rounding: profile, dayCount: try row.code("day_count"), dueDays: Int(try row.integer("due_days")),
            priceChange: try row.code("price_change"), taxChange: try row.code("tax_change"),
            minimumBill: MinimumBill(
                ofTariff: tariff, limit: MeterVolume(litres: try row.integer("minimum_bill_litres"))),
            rules: try row.value("rules") { try TariffRulesRecord.rules(json: $0) })
        supply = try row.code("supply")
        minimumDays = Int(try row.integer("minimum_days"))
        if let code = try row.optionalText("late_fee") {
            guard let clause = ContractLateFee(code: code) else { throw .column("late_fee") }
            lateFee = clause
        } else {
            lateFee = nil
        }
        edition = try row.integer("edition")
    }

    /// Whether a file's terms are these, whatever the day from which they hold.
    func isAlike(_ other: PolicySet.Tariff) -> Bool {
        terms.rounding == other.rounding && terms.dayCount == other.dayCount && terms.dueDays == other.dueDays
            && terms.priceChange == other.priceChange && terms.taxChange == other.taxChange
            && terms.minimumBill.limit == other.minimumBill && terms.rules == other.rules && supply == other.supply
            && minimumDays == other.minimumDays && lateFee == other.lateFee
    }
}

extension Transaction {
    /// Writes the terms of a tariff in the place of those that hold from the same day.
    func putTerms(_ tariff: PolicySet.Tariff, _ edition: Int64) throws(StoreError) {
        try run(
            """
            INSERT OR REPLACE INTO policy_tariff_terms (tariff, from_day, rounding, day_count, due_days, minimum_days,
                minimum_bill_litres, late_fee, price_change, tax_change, supply, rules, edition)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, tariff.name, tariff.from.description, tariff.rounding.name, tariff.dayCount.rawValue, tariff.dueDays,
            tariff.minimumDays, tariff.minimumBill.litres, tariff.lateFee?.code, tariff.priceChange.rawValue,
            tariff.taxChange.rawValue, tariff.supply.rawValue, JSONText.text(TariffRulesRecord(tariff.rules)), edition)
    }
}

extension Statements {
    /// The terms of a tariff, those that hold first in front.
    func storedTerms(tariff: String) throws(StoreError) -> [StoredTerms] {
        var terms: [StoredTerms] = []
        for row in try rows("SELECT * FROM policy_tariff_terms WHERE tariff = ? ORDER BY from_day", tariff) {
            terms.append(try StoredTerms(row, tariff: tariff))
        }
        return terms
    }
}

/// The further rules of a tariff as they are stored.
struct TariffRulesRecord: Decodable {
    struct Rule: Decodable {
        /// `freeVolume`, `upperTier` or `discount`.
        let kind: String
        /// The free volume in m3, or the limit in Sm3.
        let volume: String?
        let prices: [Price]?
        let rate: String?
        let months: [String]?
    }

    struct Price: Decodable {
        let from: String
        let price: PriceRecord
    }

    let rules: [Rule]

    init(_ rules: [TariffRuleData]) { self.rules = rules.map { Rule($0) } }

    static func rules(json: String) throws -> [TariffRuleData] {
        // Nearly every tariff has none.
        if json == #"{"rules":[]}"# { return [] }
        return try JSONDecoder().decode(TariffRulesRecord.self, from: Data(json.utf8)).rules.map { try $0.value() }
    }
}

extension TariffRulesRecord.Rule {
    init(_ rule: TariffRuleData) {
        switch rule {
        case .freeVolume(let free):
            self.init(kind: "freeVolume", volume: free.description, prices: nil, rate: nil, months: nil)
        case .upperTier(let limit, let table):
            let prices = table.steps.map {
                TariffRulesRecord.Price(from: $0.from.description, price: PriceRecord($0.value))
            }
            self.init(kind: "upperTier", volume: limit.description, prices: prices, rate: nil, months: nil)
        case .discount(let share, let counted):
            self.init(
                kind: "discount", volume: nil, prices: nil, rate: share.description, months: counted.map { "\($0)" })
        }
    }

    func value() throws -> TariffRuleData {
        switch kind {
        case "freeVolume": return .freeVolume(try stored(volume ?? ""))
        case "upperTier":
            let steps = try (prices ?? []).map {
                RateTable<RetailPrice>.Step(from: try CivilDate(iso8601: $0.from), value: try $0.price.price())
            }
            return .upperTier(above: try stored(volume ?? ""), prices: try RateTable(steps))
        case "discount":
            let months = (months ?? []).compactMap { Int($0) }
            return .discount(try stored(rate ?? ""), months: months)
        default: throw StoredValueError()
        }
    }
}

extension TariffRulesRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) { json.member("rules", rules) }
}

extension TariffRulesRecord.Rule: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("kind", kind)
        json.member("volume", volume)
        json.member("prices", prices)
        json.member("rate", rate)
        json.member("months", months)
    }
}

extension TariffRulesRecord.Price: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("from", from)
        json.member("price", price)
    }
}

import Accounts
import Billing
import Foundation
import Quantities
import Storage

/// A file of policies, read strictly.
struct PolicyFile {
    let policies: PolicySet

    private static let keys = [
        SettingsKey("version", "ornek-2026.1"), SettingsKey("source", "where the figures come from"),
        SettingsKey("holidays", "[2026-10-29]"), SettingsKey("kdv", "(a list)"), SettingsKey("tariffs", "(a list)"),
        SettingsKey("regions", "(a list)"),
    ]

    /// The file at a path.
    ///
    /// - Throws: `SettingsError` with the place of what is wrong.
    init(path: String) throws(SettingsError) {
        try self.init(yaml: try SettingsFile.text(path), path: path)
    }

    init(yaml: String, path: String) throws(SettingsError) {
        let table = try SettingsTable(
            yaml: yaml, file: path, name: "a policy file", example: "policies example", keys: Self.keys)
        var holidays: Set<CivilDate> = []
        for text in try table.texts("holidays") { holidays.insert(try text.date()) }
        policies = PolicySet(
            version: try table.text("version").line(most: 40),
            source: try table.optionalText("source")?.line(most: 150),
            sha256: Digest.hexadecimal(Digest.sha256(Array(yaml.utf8))), tariffs: try Self.tariffs(table),
            regions: try Self.regions(table), valueAddedTax: try Self.kdv(table), holidays: holidays)
    }

    private static func tariffs(_ file: SettingsTable) throws(SettingsError) -> [PolicySet.Tariff] {
        guard file.has("tariffs") else { return [] }
        let keys = [
            SettingsKey("name", "konut"), SettingsKey("use", "residential"), SettingsKey("rounding", "standard"),
            SettingsKey("day_convention", "exclude_first"), SettingsKey("due_days", "15"),
            SettingsKey("minimum_days", "15"), SettingsKey("prices", "(a list)"),
        ]
        var tariffs: [PolicySet.Tariff] = []
        for entry in try file.tables("tariffs", keys: keys) {
            let name = try entry.text("name").name()
            guard !tariffs.contains(where: { $0.name == name }) else {
                throw entry.mistake("has a name that another entry has too. Keep one.")
            }
            tariffs.append(
                PolicySet.Tariff(
                    name: name,
                    use: try entry.text("use").choice(Subscriber.Kind.allCases.map { ($0.rawValue, $0) }),
                    rounding: try entry.text("rounding").choice(RoundingProfile.shipped.map { ($0.name, $0) }),
                    dayCount: try entry.text("day_convention").choice([
                        ("exclude_first", .excludeFirst), ("exclude_last", .excludeLast),
                    ]),
                    dueDays: try entry.text("due_days").whole(in: 0...365),
                    minimumDays: try entry.optionalText("minimum_days")?.whole(in: 1...366) ?? 15,
                    prices: try TariffFile.prices(entry)))
        }
        return tariffs
    }

    private static func regions(_ file: SettingsTable) throws(SettingsError) -> [String: MonthlyGas] {
        guard file.has("regions") else { return [:] }
        let keys = [
            SettingsKey("name", "ornek"), SettingsKey("correction", "(a list)"),
            SettingsKey("calorific_value", "(a list)"),
        ]
        var regions: [String: MonthlyGas] = [:]
        for entry in try file.tables("regions", keys: keys) {
            let name = try entry.text("name").name()
            guard regions.updateValue(try MonthlyGas(entry), forKey: name) == nil else {
                throw entry.mistake("has a name that another entry has too. Keep one.")
            }
        }
        return regions
    }

    private static func kdv(_ file: SettingsTable) throws(SettingsError) -> RateTable<Rate> {
        if file.has("kdv") { return try TariffFile.kdv(file) }
        do { return try RateTable([]) } catch { throw file.mistake("has no rates.") }
    }
}

extension SettingsText {
    /// A name by which other files refer to an entry: 1 to 40 letters of any alphabet, digits, `-`, `_` and `.`.
    func name() throws(SettingsError) -> String {
        let isName = text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
        guard isName, (1...40).contains(text.count) else {
            throw mistake("must be a name of 1 to 40 letters, digits, '-', '_' and '.'")
        }
        return text.precomposedStringWithCanonicalMapping
    }
}

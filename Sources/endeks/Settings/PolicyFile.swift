import Accounts
import Billing
import Foundation
import Quantities
import Storage
import WrittenFiles

/// A file of policies, read strictly.
struct PolicyFile {
    let policies: PolicySet

    private static let keys = [
        YAMLKey("version", "ornek-2026.1"), YAMLKey("source", "where the figures come from"),
        YAMLKey("holidays", "[2026-10-29]"), YAMLKey("kdv", "(a list)"), YAMLKey("tariffs", "(a list)"),
        YAMLKey("regions", "(a list)"),
    ]

    /// The file at a path.
    ///
    /// - Throws: `FileMistakes` with the place of each thing that is wrong.
    init(path: String) throws(FileMistakes) {
        var mistakes = FileMistakes()
        guard let text = mistakes.keep(try SettingsFile.text(path)) else { throw mistakes }
        try self.init(yaml: text, path: path)
    }

    init(yaml: String, path: String) throws(FileMistakes) {
        var mistakes = FileMistakes()
        let file = mistakes.keep(
            table: try YAMLTable(
                yaml: yaml, file: path, name: "a policy file", example: "policies example", keys: Self.keys,
                isStrict: false))
        guard let file else { throw mistakes }
        var holidays: Set<CivilDate> = []
        for text in mistakes.keep(try file.texts("holidays")) ?? [] {
            if let day = mistakes.keep(try text.date()) { holidays.insert(day) }
        }
        let version = mistakes.keep(try file.text("version").line(most: 40))
        let source = mistakes.keep(try file.optionalText("source")?.line(most: 150))
        let tariffs = Self.tariffs(file, &mistakes)
        let regions = Self.regions(file, &mistakes)
        let kdv = Self.kdv(file, &mistakes)
        guard mistakes.isEmpty, let version, let kdv else { throw mistakes }
        policies = PolicySet(
            version: version, source: source, sha256: Digest.hexadecimal(Digest.sha256(Array(yaml.utf8))),
            tariffs: tariffs, regions: regions.gas, degreeDays: regions.weather, valueAddedTax: kdv, holidays: holidays)
    }

    private static func tariffs(_ file: YAMLTable, _ mistakes: inout FileMistakes) -> [PolicySet.Tariff] {
        guard file.has("tariffs") else { return [] }
        let keys = [
            YAMLKey("name", "konut"), YAMLKey("use", "residential"), YAMLKey("from", "2026-01-01"),
            YAMLKey("rounding", "standard"), YAMLKey("price_change", "average"),
            YAMLKey("tax_change", "tax_date"), YAMLKey("supply", "gas"), TariffRuleData.listKey,
            YAMLKey("day_convention", "exclude_first"), YAMLKey("due_days", "15"),
            YAMLKey("minimum_days", "15"), YAMLKey("minimum_bill_m3", "10"),
            YAMLKey("late_fee", "public_claims"), YAMLKey("prices", "(a list)"),
        ]
        var names: Set<String> = []
        var tariffs: [PolicySet.Tariff] = []
        for entry in mistakes.keep(tables: try file.tables("tariffs", keys: keys, isStrict: false)) {
            let name = mistakes.keep(try entry.text("name").name())
            if let name, !names.insert(name).inserted {
                mistakes.add(entry.mistake("has a name that another entry has too. Keep one."))
            }
            let use = mistakes.keep(
                try entry.text("use").choice(Subscriber.Kind.allCases.map { ($0.rawValue, $0) }))
            let rounding = mistakes.keep(
                try entry.text("rounding").choice(RoundingProfile.shipped.map { ($0.name, $0) }))
            let dayCount = mistakes.keep(
                try entry.text("day_convention").choice([
                    ("exclude_first", DayCountConvention.excludeFirst), ("exclude_last", .excludeLast),
                ]))
            let dueDays = mistakes.keep(
                try entry.text("due_days").whole(in: 0...PolicyLimits.shipped.longestDueDays))
            let from = mistakes.keep(try entry.optionalText("from")?.date())
            let priceChange = mistakes.keep(
                try entry.optionalText("price_change")?.choice(WrittenValue.priceChanges))
            let taxChange = mistakes.keep(try entry.optionalText("tax_change")?.choice(WrittenValue.taxChanges))
            let supply = mistakes.keep(
                try entry.optionalText("supply")?.choice([
                    ("gas", Supply.gasAndSystemUse), ("system_use", .systemUseOnly),
                ]))
            let rules = TariffRuleData.rules(entry, &mistakes)
            let minimumDays = mistakes.keep(try entry.optionalText("minimum_days")?.whole(in: 1...366))
            let minimumBill = mistakes.keep(try entry.optionalText("minimum_bill_m3")?.whole(in: 0...1_000))
            let lateFee = mistakes.keep(try entry.optionalText("late_fee")?.lateFee())
            let prices = TariffFile.prices(entry, &mistakes)
            if supply == .systemUseOnly { checkSystemUse(entry, rules, prices, &mistakes) }
            guard let name, let use, let rounding, let dayCount, let dueDays, let prices else { continue }
            tariffs.append(
                PolicySet.Tariff(
                    name: name, use: use, from: from, rounding: rounding, dayCount: dayCount, dueDays: dueDays,
                    priceChange: priceChange ?? .dayWeightedAverage, taxChange: taxChange ?? .taxDate,
                    supply: supply ?? .gasAndSystemUse, minimumDays: minimumDays ?? 15,
                    minimumBill: MeterVolume(litres: Int64((minimumBill ?? nil) ?? 0) * 1_000), rules: rules,
                    lateFee: ((lateFee ?? nil) ?? nil), prices: prices))
        }
        return tariffs
    }

    /// An eligible consumer pays the system-use part of each price, and buys the gas elsewhere.
    private static func checkSystemUse(
        _ tariff: YAMLTable, _ rules: [TariffRuleData], _ prices: RateTable<RetailPrice>?,
        _ mistakes: inout FileMistakes
    ) {
        if prices?.steps.contains(where: { $0.value.parts == nil }) == true {
            mistakes.add(
                tariff.mistake("has 'supply: system_use' and a price without parts. Give 'unit' and its three parts."))
        }
        if !rules.isEmpty {
            mistakes.add(
                tariff.mistake("has 'supply: system_use' and 'rules', which are those of the gas. Leave one out."))
        }
    }

    private static func regions(
        _ file: YAMLTable, _ mistakes: inout FileMistakes
    ) -> (gas: [String: MonthlyGas], weather: [String: MonthlyDegreeDays]) {
        guard file.has("regions") else { return ([:], [:]) }
        let keys = [
            YAMLKey("name", "ornek"), YAMLKey("correction", "(a list)"),
            YAMLKey("calorific_value", "(a list)"), YAMLKey("degree_days", "(a list)"),
        ]
        var regions: [String: MonthlyGas] = [:]
        var weather: [String: MonthlyDegreeDays] = [:]
        for entry in mistakes.keep(tables: try file.tables("regions", keys: keys, isStrict: false)) {
            let name = mistakes.keep(try entry.text("name").name())
            let gas = MonthlyGas(entry, &mistakes)
            if let name, regions.updateValue(gas, forKey: name) != nil {
                mistakes.add(entry.mistake("has a name that another entry has too. Keep one."))
            }
            if let name, entry.has("degree_days") { weather[name] = degreeDays(entry, &mistakes) }
        }
        return (regions, weather)
    }

    /// The degree-days of a region's months.
    private static func degreeDays(
        _ region: YAMLTable, _ mistakes: inout FileMistakes
    ) -> MonthlyDegreeDays {
        let keys = [YAMLKey("month", "2026-01"), YAMLKey("kelvin_days", "512.3")]
        var tenths: [CivilMonth: Int64] = [:]
        for entry in mistakes.keep(tables: try region.tables("degree_days", keys: keys, isStrict: false)) {
            let month = mistakes.keep(
                try entry.text("month").parsed(as: "a month such as 2026-01") { try CivilMonth(iso8601: $0) })
            let value = mistakes.keep(try entry.text("kelvin_days").degreeDays())
            guard let month, let value else { continue }
            if tenths.updateValue(value, forKey: month) != nil {
                mistakes.add(entry.mistake("has a month that another entry has too. Keep one."))
            }
        }
        return MonthlyDegreeDays(tenths: tenths)
    }

    private static func kdv(_ file: YAMLTable, _ mistakes: inout FileMistakes) -> RateTable<Rate>? {
        let entries =
            file.has("kdv")
            ? mistakes.keep(tables: try file.tables("kdv", keys: TariffFile.kdvKeys, isStrict: false)) : []
        var steps: [RateTable<Rate>.Step] = []
        for entry in entries {
            if let step = mistakes.keep(try TariffFile.kdvStep(entry)) { steps.append(step) }
        }
        return mistakes.keep(try TariffFile.rates(steps, file, "kdv"))
    }
}

extension WrittenValue {
    /// Kelvin-days of a month with at most one decimal, in tenths.
    func degreeDays() throws(FileMistake) -> Int64 {
        let expected = "kelvin-days of a month such as 512.3, at most 3000"
        let figure = try parsed(as: expected) { try DecimalFigure(parsing: $0, notation: .plain) }.withoutTrailingZeros
        guard figure.fractionDigits <= 1, figure.units >= 0, figure.units <= 30_000 else {
            throw mistake("must be \(expected)")
        }
        let tenths = figure.fractionDigits == 1 ? figure.units : figure.units * 10
        guard tenths <= 30_000 else { throw mistake("must be \(expected)") }
        return Int64(tenths)
    }

    /// What contracts say of late payment: none, a clause or interest by law.
    func lateFee() throws(FileMistake) -> ContractLateFee? {
        switch text {
        case "none": return nil
        case "public_claims": return .publicClaims
        case "statutory": return .statutory
        default:
            let expected = "none, public_claims, statutory or a monthly share such as 0.02"
            let rate = try parsed(as: expected) { try Rate(parsing: $0, notation: .plain) }
            guard rate > .zero, rate <= .whole else { throw mistake("must be \(expected)") }
            return .monthly(rate)
        }
    }

    /// A name by which other files refer to an entry: 1 to 40 letters of any alphabet, digits, `-`, `_` and `.`.
    func name() throws(FileMistake) -> String {
        let isName = text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
        guard isName, (1...40).contains(text.count) else {
            throw mistake("must be a name of 1 to 40 letters, digits, '-', '_' and '.'")
        }
        return text.precomposedStringWithCanonicalMapping
    }
}

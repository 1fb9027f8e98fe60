import Billing
import GasPhysics
import Quantities
import WrittenFiles

/// The list `rules` of a tariff: what it has beyond its price.
extension TariffRuleData {
    static let listKey = YAMLKey("rules", "(a list)")

    private static let keys = [
        YAMLKey("rule", "free_volume"), YAMLKey("m3", "25"), YAMLKey("above_sm3", "180"),
        YAMLKey("prices", "(a list)"), YAMLKey("share", "0.10"), YAMLKey("months", "[12, 01, 02]"),
    ]

    private enum Kind: String, CaseIterable {
        case freeVolume = "free_volume"
        case upperTier = "upper_tier"
        case discount

        var keys: [String] {
            switch self {
            case .freeVolume: ["m3"]
            case .upperTier: ["above_sm3", "prices"]
            case .discount: ["share", "months"]
            }
        }
    }

    /// The rules of a tariff in their order, each wrong one kept as a mistake; none where the tariff has no such list.
    static func rules(_ tariff: YAMLTable, _ mistakes: inout FileMistakes) -> [TariffRuleData] {
        guard tariff.has(listKey.name) else { return [] }
        var rules: [TariffRuleData] = []
        var kinds: Set<Kind> = []
        for entry in mistakes.keep(tables: try tariff.tables(listKey.name, keys: keys, isStrict: false)) {
            guard let kind = mistakes.keep(try entry.text("rule").choice(Kind.allCases.map { ($0.rawValue, $0) }))
            else { continue }
            for key in keys.map(\.name) where key != "rule" && !kind.keys.contains(key) && entry.has(key) {
                let own = kind.keys.map { "'\($0)'" }.joined(separator: " and ")
                mistakes.add(
                    entry.mistake("has '\(key)', which is none of '\(kind.rawValue)': that has \(own)."))
            }
            if !kinds.insert(kind).inserted && kind != .discount {
                mistakes.add(entry.mistake("is a second '\(kind.rawValue)'. A tariff has one. Keep one."))
            }
            if let rule = rule(kind, entry, &mistakes) { rules.append(rule) }
        }
        return rules
    }

    /// The rules of a file that is read up to its first mistake.
    static func rules(_ tariff: YAMLTable) throws(FileMistake) -> [TariffRuleData] {
        var mistakes = FileMistakes()
        let rules = rules(tariff, &mistakes)
        if let first = mistakes.all.first { throw first }
        return rules
    }

    private static func rule(
        _ kind: Kind, _ entry: YAMLTable, _ mistakes: inout FileMistakes
    ) -> TariffRuleData? {
        switch kind {
        case .freeVolume:
            return mistakes.keep(try entry.text("m3").ruleVolume()).map { .freeVolume(CorrectedVolume(litres: $0)) }
        case .upperTier:
            let limit = mistakes.keep(try entry.text("above_sm3").ruleVolume())
            let before = mistakes.all.count
            let prices = TariffFile.prices(entry, &mistakes)
            guard let limit, let prices, mistakes.all.count == before else { return nil }
            return .upperTier(above: StandardVolume(litres: limit), prices: prices)
        case .discount:
            let share = mistakes.keep(try entry.text("share").discountShare())
            var months: [Int] = []
            let texts = mistakes.keep(try entry.texts("months")) ?? []
            for text in texts {
                guard let month = mistakes.keep(try text.whole(in: 1...12)) else { continue }
                if months.contains(month) {
                    mistakes.add(text.mistake("names a month twice"))
                } else {
                    months.append(month)
                }
            }
            return share.map { .discount($0, months: months) }
        }
    }
}

extension WrittenValue {
    /// A volume of a rule in m3 or Sm3, in litres.
    fileprivate func ruleVolume() throws(FileMistake) -> Int64 {
        let most = PolicyLimits.shipped.largestRuleVolume
        let expected = "m³ above 0 such as 25 or 180.5, at most \(most.litres / 1_000)"
        let volume = try parsed(as: expected) { try StandardVolume(parsing: $0, notation: .plain) }
        guard volume > .zero, volume <= most else { throw mistake("must be \(expected)") }
        return volume.litres
    }

    fileprivate func discountShare() throws(FileMistake) -> Rate {
        let expected = "a share above 0 and at most 1, such as 0.10"
        let rate = try parsed(as: expected) { try Rate(parsing: $0, notation: .plain) }
        guard rate > .zero, rate <= .whole else { throw mistake("must be \(expected)") }
        return rate
    }

    static var priceChanges: [(word: String, value: TariffVersion.PriceChange)] {
        [("average", .dayWeightedAverage), ("lines", .lines)]
    }

    static var taxChanges: [(word: String, value: TariffVersion.TaxChange)] {
        [("tax_date", .taxDate), ("average", .dayWeightedAverage)]
    }
}

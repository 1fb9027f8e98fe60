public import Quantities

/// A rule of a tariff as a file of policies gives it: what kind it is, and its figures.
///
/// `TariffRule` is what it does. A utility's rule of another kind is a `TariffRule` in code, or one more case here.
public enum TariffRuleData: Hashable, Sendable {
    /// The first so many m3 of a period are free [bedelsiz tüketim].
    case freeVolume(CorrectedVolume)
    /// What is above so many Sm3 a period has a price of its own [üst kademe].
    case upperTier(above: StandardVolume, prices: RateTable<RetailPrice>)
    /// A share of what the lines come to is taken off for the days of those months, 1 to 12, or of all where none is named
    /// [indirim].
    case discount(Rate, months: [Int])

    /// The rule's name with every figure in it, since another figure is another version [111].
    public var version: String {
        switch self {
        case .freeVolume(let volume):
            return "free-volume \(volume)"
        case .upperTier(let limit, let prices):
            var text = "upper-tier \(limit)"
            for step in prices.steps { text += ", \(step.value.perKilowattHour) from \(step.from)" }
            return text
        case .discount(let rate, let months):
            var text = "discount \(rate.figure.withoutTrailingZeros)"
            for (place, month) in months.enumerated() { text += (place == 0 ? " in months " : ", ") + "\(month)" }
            return text
        }
    }

    /// The rule; `before` are the prices that hold above the limit of a tier until its own begin.
    func rule(before: RateTable<RetailPrice>) -> TariffRule {
        switch self {
        case .freeVolume(let volume): .freeVolume(volume, version: version)
        case .upperTier(let limit, let prices):
            .upperTier(above: limit, price: prices.following(before), version: version)
        case .discount(let rate, let months): .discount(rate, inMonths: months, version: version)
        }
    }
}

extension TariffRule {
    /// The share `rate` off what the lines come to, for the days of the period in those months, or for all where none is named.
    public static func discount(_ rate: Rate, inMonths months: [Int], version: String) -> TariffRule {
        TariffRule(version: version) { (use: inout PricedUse) throws(BillingError) in
            try use.discount(rate, days: use.days { months.isEmpty || months.contains($0.month) })
        }
    }
}

extension RateTable {
    /// The table with the steps of another one up to the day on which it begins itself.
    func following(_ earlier: RateTable<Value>) -> RateTable<Value> {
        guard let first = steps.first else { return earlier }
        // Each table has a day once, and those of the other one lie before.
        return (try? RateTable(earlier.steps.filter { $0.from < first.from } + steps)) ?? self
    }
}

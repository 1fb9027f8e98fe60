public import Quantities

/// A tariff by the days from which its terms hold: what makes an invoice of any period, years later too [111].
///
/// Prices and taxes have their own days and are the same in every version; a period over two terms is billed by those that
/// hold on its last day, whole.
public struct TariffSchedule: Hashable, Sendable {
    /// The versions by the day from which their terms hold, at least one.
    public let versions: RateTable<TariffVersion>

    /// The versions that `terms` make; nil where there are no terms.
    ///
    /// Above the limit of a tier the price of before holds until the tier's own begins: that of the terms before, or the
    /// ordinary one.
    public init?(
        name: String, prices: RateTable<RetailPrice>, valueAddedTax: RateTable<Rate>,
        taxVersions: RateTable<String>? = nil, terms: RateTable<TariffTerms>
    ) {
        guard !terms.steps.isEmpty else { return nil }
        var above = prices
        var steps: [RateTable<TariffVersion>.Step] = []
        for step in terms.steps {
            let terms = step.value
            var rules: [TariffRule] = []
            var next = prices
            for data in terms.rules {
                rules.append(data.rule(before: above))
                if case .upperTier(_, let own) = data { next = own.following(above) }
            }
            above = next
            let version = TariffVersion(
                name: name, prices: prices, valueAddedTax: valueAddedTax, rounding: terms.rounding,
                dayCount: terms.dayCount, dueDays: terms.dueDays, priceChange: terms.priceChange,
                taxChange: terms.taxChange, minimumBill: terms.minimumBill, rules: rules,
                taxVersions: taxVersions)
            steps.append(.init(from: step.from, value: version))
        }
        guard let versions = try? RateTable(steps) else { return nil }
        self.versions = versions
    }

    /// A tariff whose terms never changed.
    public init(_ version: TariffVersion) {
        guard let versions = try? RateTable([.init(from: .nearest(toDayNumber: .min), value: version)]) else {
            preconditionFailure("a table of one step has no day twice")
        }
        self.versions = versions
    }

    /// The place, among `versions`, of the one that bills a period that ends on `last`: the one that holds on that day, else
    /// the oldest.
    public func place(ofPeriodEndingOn last: CivilDate) -> Int { versions.place(on: last) }

    /// The version that bills a period that ends on `last`.
    public func version(ofPeriodEndingOn last: CivilDate) -> TariffVersion {
        versions.steps[place(ofPeriodEndingOn: last)].value
    }
}

extension RateTable {
    /// The place of the step that holds on `day`, or of the first one where all begin later.
    package func place(on day: CivilDate) -> Int {
        var place = steps.count - 1
        while place > 0, day < steps[place].from { place -= 1 }
        return max(0, place)
    }
}

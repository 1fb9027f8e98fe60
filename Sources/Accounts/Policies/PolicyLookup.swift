import Billing
import GasPhysics
import Quantities

/// The policies that subscriptions of a tariff and a region are billed with, and the editions that they came with.
struct PolicyLookup {
    /// nil where the policies have no such tariff; its versions have the name of no edition yet (`period(first:last:taxDay:)`).
    let schedule: TariffSchedule?
    /// What stands beside each version of the schedule, in the same order.
    let terms: [TermsEdition]
    /// The edition of each price, in the order of the days from which they hold.
    let prices: [DatedEdition]
    /// The edition of each KDV rate, in the same order.
    let taxes: [DatedEdition]
    /// nil where the policies have no such region.
    let gas: MonthlyGas?
    /// The editions that each month's gas came with.
    let gasEditions: [MonthlyGas.Month: Set<Int64>]
    /// The region's weather, where it was imported; it has no say in an invoice.
    let degreeDays: MonthlyDegreeDays
    let workingDays: WorkingDays

    /// The policies of a period, named by the editions whose terms or prices had a say; nil where there is no such tariff.
    ///
    /// The terms are those that hold on the last day. A price that holds only later has no say: it stands on no invoice of
    /// before.
    func period(first: CivilDate, last: CivilDate, taxDay: CivilDate) -> PeriodPolicies? {
        guard let schedule else { return nil }
        let place = schedule.place(ofPeriodEndingOn: last)
        let (version, terms) = (schedule.versions.steps[place].value, terms[place])
        let priced = prices.holding(first: first, last: last) + terms.upperTier.holding(first: first, last: last)
        var (names, sources): ([String], [String]) = ([], [])
        for edition in priced + [terms.edition] where !names.contains(edition.version) { names.append(edition.version) }
        for edition in priced {
            if let source = edition.source, !sources.contains(source) { sources.append(source) }
        }
        var keys = Set(priced.map(\.key))
        keys.insert(terms.edition.key)
        let taxFirst = version.taxChange == .taxDate ? taxDay : min(first, taxDay)
        keys.formUnion(taxes.holding(first: taxFirst, last: max(taxFirst, taxDay)).map(\.key))
        if let period = try? BillingInterval(first: first, last: last, convention: version.dayCount) {
            for month in MonthlyGas.months(of: period) {
                keys.formUnion(
                    gasEditions[.of(month)] ?? gasEditions[.everyYear(month.month)] ?? [])
            }
        }
        return PeriodPolicies(
            tariff: version.named(version.name + " · " + names.joined(separator: " + ")),
            source: sources.isEmpty ? nil : sources.joined(separator: "; "), supply: terms.supply,
            minimumDays: terms.minimumDays,
            editions: "[" + keys.sorted().map { "\($0)" }.joined(separator: ",") + "]")
    }

    /// The gas between two days, as a subscription's meter measured it.
    func quality(
        for subscription: Subscription, first: CivilDate, last: CivilDate
    ) throws(AccountsError) -> GasQuality {
        guard let schedule else { throw .policyMissing(.tariff(subscription.tariff)) }
        guard let gas else { throw .policyMissing(.region(subscription.region)) }
        let period: BillingInterval
        do throws(BillingIntervalError) {
            period = try BillingInterval(
                first: first, last: last, convention: schedule.version(ofPeriodEndingOn: last).dayCount)
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

/// The policies of one period.
struct PeriodPolicies: Sendable {
    let tariff: TariffVersion
    /// Where the prices come from.
    let source: String?
    let supply: Supply
    /// A reading so few days after the period's last one begins no new period.
    let minimumDays: Int
    /// The keys of all editions that had a say, as JSON.
    let editions: String
}

/// The edition that a value came with.
struct DatedEdition: Sendable {
    /// The first day on which the value holds.
    let from: CivilDate
    let key: Int64
    let version: String
    /// Where its prices come from.
    let source: String?
}

/// What stands beside the terms of a tariff.
struct TermsEdition: Sendable {
    let edition: DatedEdition
    let supply: Supply
    let minimumDays: Int
    /// The edition of each price above the limit of a tier; none where the terms have no tier.
    let upperTier: [DatedEdition]
}

extension [DatedEdition] {
    /// Those whose values hold on a day between two, both included.
    func holding(first: CivilDate, last: CivilDate) -> [DatedEdition] {
        enumerated().filter { place, edition in
            edition.from <= last && !(place + 1 < count && self[place + 1].from <= first)
        }.map(\.element)
    }
}

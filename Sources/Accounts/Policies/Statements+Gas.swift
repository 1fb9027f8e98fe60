import Billing
import Quantities
import Storage

/// What the gas of a period is looked up by, and where a transaction keeps those that it found: most meters of a round were
/// read on the same days.
private struct GasPlace: Hashable {
    static let key = "gas"

    let tariff: String
    let region: String
    let first: CivilDate
    let last: CivilDate
    let millibar: Int
}

extension Statements {
    /// The gas between two days, as a subscription's meter measured it, by the policies that were looked up for it.
    func quality(
        _ policies: PolicyLookup, for subscription: Subscription, first: CivilDate, last: CivilDate
    ) throws(AccountsError) -> GasQuality {
        let place = GasPlace(
            tariff: subscription.tariff, region: subscription.region, first: first, last: last,
            millibar: subscription.meter.pressureMillibar)
        let known = memo.value(GasPlace.key, KnownGas.self) ?? KnownGas()
        if let found = known.periods[place] { return found }
        let found = try policies.quality(for: subscription, first: first, last: last)
        known.periods[place] = found
        memo.keep(known, GasPlace.key)
        return found
    }
}

/// The gas of the periods of a transaction.
private final class KnownGas {
    var periods: [GasPlace: GasQuality] = [:]
}

/// What the policies of a period are looked up by, and where a transaction keeps those that it found.
private struct PeriodPlace: Hashable {
    static let key = "periods"

    let tariff: String
    let region: String
    let first: CivilDate
    let last: CivilDate
    let taxDay: CivilDate
}

/// The policies of the periods of a transaction.
private final class KnownPeriods {
    var periods: [PeriodPlace: PeriodPolicies] = [:]
}

extension Statements {
    /// The policies of a period, by those that were looked up for the subscription.
    func period(
        _ policies: PolicyLookup, for subscription: Subscription, first: CivilDate, last: CivilDate, taxDay: CivilDate
    ) throws(AccountsError) -> PeriodPolicies {
        let place = PeriodPlace(
            tariff: subscription.tariff, region: subscription.region, first: first, last: last, taxDay: taxDay)
        let known = memo.value(PeriodPlace.key, KnownPeriods.self) ?? KnownPeriods()
        if let found = known.periods[place] { return found }
        guard let found = policies.period(first: first, last: last, taxDay: taxDay) else {
            throw .policyMissing(.tariff(subscription.tariff))
        }
        known.periods[place] = found
        memo.keep(known, PeriodPlace.key)
        return found
    }
}

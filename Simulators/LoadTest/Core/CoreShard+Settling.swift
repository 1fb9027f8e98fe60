import Billing
import GasPhysics
import Quantities

// Prepaid gas that was used: matched with what was bought, and corrected.
extension CoreShard {
    /// Settles a period of a prepaid meter: its use matched with lots, first in, first out, and corrected.
    mutating func settle(
        _ period: CorePeriod, _ place: Int, on day: CivilDate, _ flags: inout [FaultFlagged]
    ) throws -> ReadingOutcome {
        let account = accounts[place]
        guard var card = account.card else { throw AdapterError("meter \(period.reading.meter) has no card") }
        guard account.first.date < period.last.date else { return .refused("date") }
        let decision = CounterDecision(
            from: account.first.index, to: period.last.index, wheels: account.row.wheels, exchanges: period.exchanges,
            limit: period.plausibleLimit)
        guard case .accepted(let cubicMetres, let course) = decision else {
            accounts[place].unbilled.append(period.last)
            return decision == .heldLower ? .refused("lower") : .held("implausible")
        }
        let (tariff, _) = terms.tariffs[account.row.tariff].terms(ofPeriodEndingOn: period.last.date)
        let gas = try gas.quality(region: account.row.region, millibar: account.row.millibar)
        let interval = try BillingInterval(
            first: account.first.date, last: period.last.date, convention: tariff.dayCount)
        let gasTerms = try GasTerms(usedIn: interval, prices: tariff.prices, gas: gas)
        let volume = MeterVolume(litres: cubicMetres * 1_000)
        let use = UsePeriod(
            interval: interval, volume: MeterVolume(litres: volume.litres + card.overdrawnLitres), terms: gasTerms,
            valueAddedTaxRate: try tariff.valueAddedTax.value(on: day))
        // No more can have been used than was there.
        var within = period
        within.mostLitres = card.lots.reduce(account.row.emergencyLitres - card.overdrawnLitres) { $0 + $1.left.litres }
        let correction = try billing.steps.correct(card.lots, use, terms.correction)
        guard let result = correction.corrections.first else { throw AdapterError("a period has no correction") }
        card.settle(remaining: correction.remainingLots)
        card.overdrawnLitres = result.overdrawn.litres
        card.correctionKurus += result.gross.kurus
        if result.gross != .zero {
            try balances.post(
                try .correction(
                    of: account.subscriber.number, result,
                    key: LedgerKey(.correction, "\(period.reading.meter)/\(period.reading.order)"), on: day),
                of: place)
        }
        accounts[place].card = card
        advance(place, within, volume: volume)
        return .billed(
            BilledPeriod(
                meter: period.reading.meter, order: period.reading.order, from: interval.first,
                through: interval.last, cubicMetres: cubicMetres, payableKurus: result.gross.kurus,
                chargeKurus: result.applied.kurus, taxKurus: result.valueAddedTax.kurus,
                factor: gasTerms.correctionFactor.hundredThousandths,
                calorific: gasTerms.calorificValue.tenThousandths, isRollover: course == .rollover,
                derivation: watched.contains(period.reading.meter) ? correction.derivation : []))
    }
}

import Billing
import GasPhysics
package import Quantities

// Prepaid gas: sold from the desk, corrected when it was used.
extension CoreShard {
    package mutating func sell(_ wishes: [CardWish], on day: CivilDate) throws -> CardDay {
        var answer = CardDay()
        for wish in wishes {
            let place = try place(of: wish.meter)
            if let before = accounts[place].card?.answered[wish.order] {
                answer.answers.append(before)
                continue
            }
            let given = try sell(wish, place, on: day, &answer.flags)
            accounts[place].card?.answered[wish.order] = given
            answer.answers.append(given)
        }
        return answer
    }

    private mutating func sell(
        _ wish: CardWish, _ place: Int, on day: CivilDate, _ flags: inout [FaultFlagged]
    ) throws -> CardAnswer {
        let account = accounts[place]
        guard var card = account.card else { throw AdapterError("meter \(wish.meter) has no card") }
        if wish.card != card.cardNumber {
            card.events.append(.issued(card: Int64(wish.card)))
            card.cardNumber = wish.card
        }
        if let back = wish.readBack {
            card.events.append(.readBack(card: Int64(wish.card)))
            try flagReadBack(back, &card, account, on: day, &flags)
        }
        if billing.judges {
            let report = wish.readBack == nil ? nil : card.report
            if policy.mayHaveStood(report, since: account.first.date, on: day) { account.isShut = true }
        }
        // What the meter holds is not known to the office: a new card is read back before it is loaded.
        if let lost = policy.lostCard(card.events + [.load(card: Int64(wish.card))]) {
            flags.append(flag(lost, account, on: day))
            account.card = card
            return CardAnswer(meter: wish.meter, order: wish.order, lots: card.lots.count, refusal: "read-back")
        }
        let tariff = terms.tariffs[account.row.tariff].version
        let gas = try gas.quality(region: account.row.region, millibar: account.row.millibar)
        guard case .monthly(let factors) = gas.correction, case .monthly(let values) = gas.calorific else {
            throw AdapterError("a region's gas is given by months")
        }
        let gasTerms = try GasTerms(
            soldOn: day, prices: tariff.prices, corrections: factors, calorificValues: values)
        let rate = try tariff.valueAddedTax.value(on: day)
        let month = CivilMonth(of: day)
        let soldBefore = card.sold.flatMap { $0.month == month ? $0.litres : nil } ?? 0
        // What fits the meter is what may be sold: the card is read back before.
        let held = wish.readBack?.creditLitres ?? 0
        let limit = account.row.holdLimitLitres.map {
            MeterVolume(litres: soldBefore + max($0 - max(held, 0), 0))
        }
        // Who wants a volume brings the money for it, and for what is owed.
        let debt = max(card.correctionKurus, 0)
        let price = try gasTerms.grossValue(of: MeterVolume(litres: wish.litres), valueAddedTaxRate: rate)
        let credit = Money(kurus: max(-card.correctionKurus, 0))
        let cash = Money(kurus: max(price.kurus - credit.kurus, 0) + min(debt, max(price.kurus, 0)))
        let purchase = try PrepaidPurchase(
            split: try PurchaseSplit(
                payment: cash, correctionCredit: min(credit, price), correctionDebt: Money(kurus: debt),
                rules: terms.correction),
            terms: gasTerms, valueAddedTaxRate: rate, monthlyLimit: limit,
            soldBefore: MeterVolume(litres: soldBefore))
        let sold = purchase.sale.sold
        if purchase.sale.change > .zero {
            flags.append(
                flag(
                    FaultFlag(
                        .excessCredit,
                        [.init(.cardCredit, DecimalFigure(units: Int128(wish.litres), fractionDigits: 3))]),
                    account, on: day))
        }
        let paid = purchase.cashForGas.kurus + purchase.toCorrectionDebt.kurus
        var load = 0
        if sold > .zero || paid > 0 {
            // The meter takes numbers that rise: a technician's card, or one that was loaded twice, has used some up.
            load = max(card.loads.last.map { Int($0.number) } ?? 0, wish.readBack?.loadTaken ?? 0) + 1
            card.events.append(.load(card: Int64(wish.card)))
            card.loads.append(CardLoad(number: Int64(load), date: day, volume: sold))
            if sold > .zero {
                card.lots.append(PrepaidLot(sale: Int64(load), purchasedOn: day, bought: sold, terms: gasTerms))
            }
            card.sold = (month, soldBefore + sold.litres)
            card.correctionKurus += purchase.creditUsed.kurus - purchase.toCorrectionDebt.kurus
            try balances.post(
                try .prepaidSale(
                    PrepaidSalePosting(of: purchase, by: account.subscriber.number), at: CoreShard.desk,
                    key: LedgerKey(.cardSale, "\(wish.meter)/\(load)"), on: day), of: place)
        }
        account.card = card
        return CardAnswer(
            meter: wish.meter, order: wish.order, paidKurus: paid, debtKurus: purchase.toCorrectionDebt.kurus,
            litres: sold.litres, load: sold > .zero ? load : 0, lots: card.lots.count,
            refusal: sold > .zero && purchase.sale.change == .zero ? nil : "limit")
    }

    private static let desk = MoneyPlace.cashDesk(CashDesk(branch: "merkez", number: 1))

    /// What a card brought back: credit, loads, clock and status.
    private func flagReadBack(
        _ back: CardReadBack, _ card: inout CardAccount, _ account: CoreAccount, on day: CivilDate,
        _ flags: inout [FaultFlagged]
    ) throws {
        guard billing.judges else { return }
        // Another meter knows nothing of the loads that were sold for the one before it.
        if card.meter?.serial != back.serial {
            card.meter = (back.serial, back.serial == account.row.serial ? 0 : card.loads.count)
            card.report = nil
        }
        let loads = Array(card.loads.dropFirst(card.meter?.loadsBefore ?? 0))
        let sold = loads.last.flatMap { $0.number <= Int64(back.loadTaken) ? $0.date : nil } ?? account.row.openingDay
        let report = CardReport(
            day: day, register: MeterVolume(litres: back.litres), credit: MeterVolume(litres: back.creditLitres),
            taken: Int64(back.loadTaken), status: back.status, refusal: back.refusal,
            clock: ClockReading(
                shown: try back.clock ?? CivilMoment(.nearest(toDayNumber: 0), secondOfDay: 0),
                earliest: try CivilMoment(sold, secondOfDay: 0), latest: back.at))
        let limits = CreditLimits(
            emergency: MeterVolume(litres: account.row.emergencyLitres),
            cap: account.row.holdLimitLitres.map { MeterVolume(litres: $0) })
        for fault in policy.readBack(report, before: card.report, loads: loads, limits) {
            flags.append(flag(fault, account, on: day))
        }
        card.report = report
    }

    /// Settles a period of a prepaid meter: its use matched with lots, first in, first out, and corrected.
    mutating func settle(
        _ period: CorePeriod, _ place: Int, on day: CivilDate, _ flags: inout [FaultFlagged]
    ) throws -> ReadingOutcome {
        let account = accounts[place]
        guard var card = account.card else { throw AdapterError("meter \(period.reading.meter) has no card") }
        guard account.first.date < period.last.date else { return .refused("date") }
        let exchanges = period.changes.map {
            MeterExchange(
                removedAt: $0.removedAt, removedWheels: $0.removed.wheels, newMeterStart: $0.newMeterStart)
        }
        let decision = CounterDecision(
            from: account.first.index, to: period.last.index, wheels: account.row.wheels, exchanges: exchanges,
            limit: period.plausibleLimit)
        guard case .accepted(let cubicMetres, let course) = decision else {
            accounts[place].unbilled.append(period.last)
            return decision == .heldLower ? .refused("lower") : .held("implausible")
        }
        let tariff = terms.tariffs[account.row.tariff].version
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
        card.lots = correction.remainingLots
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

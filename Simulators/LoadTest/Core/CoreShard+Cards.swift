import Billing
import GasPhysics
package import Quantities

// Prepaid gas: sold at the desk, as gas or as money at a price.
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
        let (gasTerms, rate) = try sales.sale(
            tariff: account.row.tariff, region: account.row.region, millibar: account.row.millibar, on: day)
        let price = account.row.money == nil ? nil : try CardPrice(of: gasTerms, valueAddedTaxRate: rate)
        let month = CivilMonth(of: day)
        let soldBefore = card.sold.flatMap { $0.month == month ? $0.litres : nil } ?? 0
        // What fits the meter is what may be sold: the card is read back before.
        let room = try card.room(wish.readBack, at: price)
        // Who wants a volume brings the money for it, and for what is owed.
        let debt = max(card.correctionKurus, 0)
        let worth = try gasTerms.grossValue(of: MeterVolume(litres: wish.litres), valueAddedTaxRate: rate)
        let credit = Money(kurus: max(-card.correctionKurus, 0))
        let cash = Money(kurus: max(worth.kurus - credit.kurus, 0) + min(debt, max(worth.kurus, 0)))
        let purchase = try PrepaidPurchase(
            split: try PurchaseSplit(
                payment: cash, correctionCredit: min(credit, worth), correctionDebt: Money(kurus: debt),
                rules: terms.correction),
            terms: gasTerms, valueAddedTaxRate: rate,
            monthlyLimit: room.map { MeterVolume(litres: soldBefore + max($0.sure.litres, 0)) },
            soldBefore: MeterVolume(litres: soldBefore))
        let sold = purchase.sale.sold
        if let room, wish.litres > room.asked.litres {
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
            load = max(card.lastSale, wish.readBack?.loadTaken ?? 0) + 1
            card.lastSale = load
            card.events.append(.load(card: Int64(wish.card)))
            if sold > .zero {
                card.loads.append(CardLoad(number: Int64(load), date: day, volume: price == nil ? sold : nil))
                let (meter, limits) = (account.meter, PlausibilityPolicy.holding(on: day))
                try card.load(purchase, price, sale: Int64(load), readBack: wish.readBack, on: day) {
                    limits.counterLimit(of: meter, days: $0)
                }
            }
            card.sold = (month, soldBefore + sold.litres)
            card.correctionKurus += purchase.creditUsed.kurus - purchase.toCorrectionDebt.kurus
            try balances.post(
                try .prepaidSale(
                    PrepaidSalePosting(of: purchase, by: account.subscriber.number), at: CoreShard.desk,
                    key: LedgerKey(.cardSale, "\(wish.meter)/\(load)"), on: day), of: place)
        }
        account.card = card
        let money = price.map { MoneyLoad(kurus: purchase.sale.taken.kurus, price: $0.tenThousandthsOfKurus) }
        return CardAnswer(
            meter: wish.meter, order: wish.order, paidKurus: paid, debtKurus: purchase.toCorrectionDebt.kurus,
            litres: sold.litres, money: sold > .zero ? money : nil,
            load: sold > .zero ? load : 0, lots: card.lots.count,
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
            day: day, register: MeterVolume(litres: back.litres),
            credit: MeterVolume(litres: back.creditMillilitres / 1_000),
            taken: Int64(back.loadTaken), status: back.status, refusal: back.refusal,
            clock: ClockReading(
                shown: try back.clock ?? CivilMoment(.nearest(toDayNumber: 0), secondOfDay: 0),
                earliest: try CivilMoment(sold, secondOfDay: 0), latest: back.at))
        for fault in policy.readBack(report, before: card.report, loads: loads, try card.limits(back)) {
            flags.append(flag(fault, account, on: day))
        }
        card.report = report
    }
}

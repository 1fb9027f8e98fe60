import Billing
import Quantities

/// What the books know of one card.
struct CardAccount {
    /// Gas that no use has been matched with, in the order of purchase.
    private enum Unused {
        case gas([PrepaidLot])
        case money(MoneyCredit)
    }

    private var unused: Unused
    /// The meter that the office had in its register.
    private let row: RegisterRow
    /// What the meter's register showed when the last card was put in, and the day.
    private var register: (at: CardRegister?, day: CivilDate)
    /// The prices that loads brought, where cards carry money.
    private var prices: [(load: Int64, price: CardPrice)] = []
    /// The number of the last sale, which may have been of no gas.
    var lastSale = 0
    /// Loads that were put on the card.
    var loads: [CardLoad] = []
    /// Cards that were made, came back and were loaded.
    var events: [CardEvent] = []
    var cardNumber = 0
    /// Wishes that were answered, by their number.
    var answered: [Int: CardAnswer] = [:]
    /// What corrections came to and no purchase has settled, in kuruş: above zero a debt.
    var correctionKurus: Int64 = 0
    /// Use beyond what was bought, which the next lots pay back, in litres.
    var overdrawnLitres: Int64 = 0
    /// Sold in the month of the last sale, in litres.
    var sold: (month: CivilMonth, litres: Int64)?
    /// What the card brought the last time.
    var report: CardReport?
    /// The meter that wrote it, and how many loads were sold for those before it; nil before the first.
    var meter: (serial: UInt64, loadsBefore: Int)?

    init(_ row: RegisterRow) throws {
        self.row = row
        unused = row.money == nil ? .gas([]) : .money(MoneyCredit())
        register = (CardRegister(litres: row.openingIndex * 1_000, wheels: row.wheels), row.openingDay)
    }

    /// The lots that no use has been matched with whole.
    var lots: [PrepaidLot] {
        switch unused {
        case .gas(let lots): lots
        case .money(let credit): credit.lots
        }
    }

    /// A correction was made: what it left of the lots.
    mutating func settle(remaining: [PrepaidLot]) {
        switch unused {
        case .gas: unused = .gas(remaining)
        case .money(var credit):
            credit.settle(remaining: remaining)
            unused = .money(credit)
        }
    }

    /// What was bought becomes a lot; `limit` is the most that the meter can have counted between two days.
    mutating func load(
        _ purchase: PrepaidPurchase, _ price: CardPrice?, sale: Int64, readBack: CardReadBack?, on day: CivilDate,
        limit: (Int) -> MeterVolume?
    ) throws {
        switch unused {
        case .gas(let lots):
            guard purchase.sale.sold > .zero else { return }
            unused = .gas(
                lots + [
                    PrepaidLot(sale: sale, purchasedOn: day, bought: purchase.sale.sold, terms: purchase.sale.terms)
                ])
        case .money(var credit):
            guard let price else { throw AdapterError("a card that carries money has no price") }
            let now = readBack.flatMap { CardRegister(litres: $0.litres, wheels: row.wheels) } ?? register.at
            let used = register.at.flatMap { before in
                now?.volume(since: before, limit: limit(max(1, register.day.days(until: day))))
            }
            try credit.load(
                purchase.sale.taken, at: price, sale: sale, on: day, terms: purchase.sale.terms, used: used)
            unused = .money(credit)
            register = (now, day)
            prices.append((sale, price))
        }
    }

    /// What the meter may hold beside what it has: what the customer may ask for at the price that the meter has, and what fits at
    /// that of the new card; nil without a limit.
    func room(_ back: CardReadBack?, at price: CardPrice?) throws -> (asked: MeterVolume, sure: MeterVolume)? {
        guard let money = row.money, let price else {
            guard let most = row.holdLimitMillilitres else { return nil }
            let room = MeterVolume(litres: (most - max(back?.creditMillilitres ?? 0, 0)) / 1_000)
            return (room, room)
        }
        let room = money.holdLimitKurus - max(back?.creditKurus ?? 0, 0)
        return (
            // The kuruş that was rounded up is the customer's.
            try priceInForce(money, back).volume(for: Money(kurus: room + 1)), try price.volume(for: Money(kurus: room))
        )
    }

    /// How far credit may fall below zero and how high it may rise, as gas at the price that the meter has.
    func limits(_ back: CardReadBack) throws -> CreditLimits {
        guard let money = row.money else {
            return CreditLimits(
                emergency: MeterVolume(litres: row.emergencyLitres),
                cap: row.holdLimitMillilitres.map { MeterVolume(litres: $0 / 1_000) })
        }
        let price = try priceInForce(money, back)
        return CreditLimits(
            emergency: try price.volume(for: Money(kurus: money.emergencyKurus)),
            cap: try price.volume(for: Money(kurus: money.holdLimitKurus)))
    }

    /// The price of the last load that the meter took, or the one that was set before the first.
    private func priceInForce(_ money: MoneyMeter, _ back: CardReadBack?) throws -> CardPrice {
        if let brought = prices.last(where: { $0.load <= Int64(back?.loadTaken ?? .max) }) { return brought.price }
        return try CardPrice(tenThousandthsOfKurus: money.price)
    }
}

public import Quantities

/// The credit of a meter that counts money [TL yüklemeli sayaç], as lots for the TL correction.
///
/// Money buys gas when it is used, at the price that the last card brought. So what one price paid for is known when the next
/// card brings the register back: the lot of the old price ends with that use, and what is left of the money goes, with the
/// new, into a lot at the new price. Until then the newest lot is what the credit would pay for. Use matched with these lots,
/// first in, first out, is corrected as that of a card with m³ is: paid on the lot's terms, cost on those of its days. `TLCorrection`,
/// `PrepaidClosing` and their documents take the lots as they are.
///
/// A card that the meter refused counts as put in until a person decides (fault 11), as one with gas does.
///
/// `assumption`: a lot is bought on the day of its card, also for money that is older; so acquired rights of before the
/// cut-off (point 15) end with the next card, which gives all money another price.
public struct MoneyCredit: Hashable, Sendable {
    /// The lots of earlier prices that have gas left, by their order.
    private var ended: [PrepaidLot] = []
    /// The lot of the price in force; nil before the first card.
    private var newest: PrepaidLot?
    /// What the meter held, by the books, when the newest card had been put in.
    private var credit = CardCredit.none
    /// The price that the last card brought; nil before the first.
    public private(set) var price: CardPrice?

    /// A meter that no card was put into yet.
    public init() {}

    /// The lots that no use has been matched with whole, in the order of their prices.
    public var lots: [PrepaidLot] {
        guard let newest, newest.left > .zero else { return ended }
        return ended + [newest]
    }

    /// A card brings money and its price.
    ///
    /// - Parameters:
    ///   - money: what the card carries, KDV included.
    ///   - price: the price that it brings.
    ///   - sale: the sale's number, unlike all before.
    ///   - day: the day of the sale.
    ///   - terms: what it was sold on.
    ///   - used: what the meter counted since the card before (``CardRegister/volume(since:limit:)``); nil where nobody knows,
    ///     as after an exchange: then the earlier money stays in its lot, at its price.
    /// - Throws: `PrepaidError.outOfBounds` for a negative amount or use, `.overflow` where a figure does not fit.
    public mutating func load(
        _ money: Money, at price: CardPrice, sale: Int64, on day: CivilDate, terms: GasTerms, used: MeterVolume?
    ) throws(PrepaidError) {
        if money < .zero { throw .outOfBounds(.payment) }
        if let used, used < .zero { throw .outOfBounds(.usedVolume) }
        var next = self
        let ahead = try next.end(used: used)
        let volume: MeterVolume
        do throws(ArithmeticError) {
            try next.credit.add(money)
            volume = max(.zero, try next.credit.volume(at: price))
        } catch {
            throw .overflow(.cardVolume)
        }
        next.newest = PrepaidLot(
            sale: sale, purchasedOn: day, bought: volume,
            // Whole m³ of the wheels were matched before the register's litres were known.
            left: MeterVolume(litres: max(0, volume.litres - ahead.litres)), terms: terms)
        next.price = price
        self = next
    }

    /// A correction was made: what it left of ``lots``.
    public mutating func settle(remaining: [PrepaidLot]) {
        guard let newest else { return }
        ended = remaining.filter { $0.sale != newest.sale }
        self.newest = newest.with(left: remaining.first { $0.sale == newest.sale }?.left ?? .zero)
    }

    /// Ends the newest lot with what was used at its price; what had been matched beyond that is handed on.
    private mutating func end(used: MeterVolume?) throws(PrepaidError) -> MeterVolume {
        guard let lot = newest, let price else { return .zero }
        newest = nil
        guard let used else {
            if lot.left > .zero { ended.append(lot) }
            credit = .none
            return .zero
        }
        let left: Int64
        do throws(ArithmeticError) {
            try credit.spend(used, at: price)
            left = try used.litres.checkedSubtracting(try lot.bought.litres.checkedSubtracting(lot.left.litres))
        } catch {
            throw .overflow(.lotValue)
        }
        if left > 0 {
            ended.append(
                PrepaidLot(
                    sale: lot.sale, purchasedOn: lot.purchasedOn, bought: used, left: MeterVolume(litres: left),
                    terms: lot.terms))
        }
        return MeterVolume(litres: max(0, -left))
    }
}

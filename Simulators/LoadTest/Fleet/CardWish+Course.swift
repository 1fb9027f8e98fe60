import Billing
import FleetSimulator
import MeterCore
import Quantities

extension CardWish {
    /// The wish of a plan's customer, in the units of the desk: whole litres and kuruş.
    init(_ wish: PrepaidWish, of meter: Int, _ terms: PrepaidTerms) {
        self.init(
            meter: meter, order: wish.number, card: wish.card, litres: wish.volume / 1_000,
            readBack: wish.readBack.flatMap { CardReadBack($0, of: wish, terms) })
    }
}

extension CardReadBack {
    /// What a meter wrote onto its card.
    fileprivate init?(_ back: PrepaidReadBack, of wish: PrepaidWish, _ terms: PrepaidTerms) {
        guard let at = CivilMoment(sinceMillennium: Int64(wish.hour.number) * 3_600) else { return nil }
        var status: MeterStatus = []
        if back.flags.contains(.caseOpened) { status.insert(.caseOpened) }
        if back.flags.contains(.magnet) { status.insert(.magnet) }
        if !back.flags.isDisjoint(with: .batteryLow.union(.batteryDead)) { status.insert(.batteryLow) }
        if back.flags.contains(.emergencyReleased) { status.insert(.emergencyCredit) }
        self.init(
            serial: wish.serial, at: at, litres: Int64(back.litres), creditMillilitres: wish.creditBefore,
            creditKurus: terms.unit == .money ? CardReadBack.kurus(back.credit) : nil, loadTaken: Int(back.loadNumber),
            status: status, refusal: back.refusal.map { CardRefusal($0) },
            clock: CivilMoment(sinceMillennium: Int64(back.time)))
    }

    /// Whole kuruş of a meter's ten-thousand-millionths, rounded up.
    private static func kurus(_ credit: Int64) -> Int64 {
        let (whole, rest) = credit.quotientAndRemainder(dividingBy: 10_000_000_000)
        return rest > 0 ? whole + 1 : whole
    }
}

extension MeterCore.PrepaidCard {
    /// The card that a desk gave for a meter; nil where nothing was loaded, or what no card carries.
    init?(_ answer: CardAnswer, for terms: PrepaidTerms) {
        guard let load = UInt16(exactly: answer.load), load > 0 else { return nil }
        switch (terms.unit, answer.money) {
        case (.volume, nil):
            self.init(
                unit: .volume, loadNumber: load, serial: terms.serial, amount: UInt64(clamping: answer.litres) * 1_000)
        case (.money, let money?):
            guard let price = UInt32(exactly: money.price) else { return nil }
            self.init(
                unit: .money, loadNumber: load, serial: terms.serial, amount: UInt64(clamping: money.kurus),
                price: price)
        default: return nil
        }
    }
}

package import Billing
package import Quantities

/// What a card brought back to the desk from its meter.
package struct CardReadBack: Hashable, Sendable {
    /// Serial of the meter that wrote it.
    package var serial: UInt64
    /// The moment at the desk.
    package var at: CivilMoment
    /// The meter's register, in litres.
    package var litres: Int64
    /// Its credit, in millilitres, of a meter that counts money at the price that it has; below zero where emergency credit was
    /// used.
    package var creditMillilitres: Int64
    /// Its credit in kuruş, rounded up, where it counts money.
    package var creditKurus: Int64?
    /// Number of the last load that it took.
    package var loadTaken: Int
    /// What it reports.
    package var status: MeterStatus
    /// Why it refused the last card; nil where it took it.
    package var refusal: CardRefusal?
    /// What its clock shows; nil for a time that is none of the calendar.
    package var clock: CivilMoment?

    /// A read-back.
    package init(
        serial: UInt64, at: CivilMoment, litres: Int64, creditMillilitres: Int64, creditKurus: Int64? = nil,
        loadTaken: Int, status: MeterStatus = [], refusal: CardRefusal? = nil, clock: CivilMoment?
    ) {
        self.serial = serial
        self.at = at
        self.litres = litres
        self.creditMillilitres = creditMillilitres
        self.creditKurus = creditKurus
        self.loadTaken = loadTaken
        self.status = status
        self.refusal = refusal
        self.clock = clock
    }
}

/// A customer at the desk who wants a volume on the card.
package struct CardWish: Hashable, Sendable {
    /// Number of the meter.
    package var meter: Int
    /// The wish's own number for the meter, from 1: it is served once.
    package var order: Int
    /// Number of the card: a lost one has another after it.
    package var card: Int
    /// The volume wanted, in litres.
    package var litres: Int64
    /// What the card brought back; nil for a new one.
    package var readBack: CardReadBack?

    /// A wish.
    package init(meter: Int, order: Int, card: Int = 1, litres: Int64, readBack: CardReadBack? = nil) {
        self.meter = meter
        self.order = order
        self.card = card
        self.litres = litres
        self.readBack = readBack
    }
}

/// What the desk answers: money, debts, and what the card carries to its meter.
package struct CardAnswer: Hashable, Sendable {
    /// Number of the meter.
    package var meter: Int
    /// The wish that it answers.
    package var order: Int
    /// What was taken at the desk, in kuruş.
    package var paidKurus: Int64
    /// What of it went to debts, in kuruş.
    package var debtKurus: Int64
    /// The gas that was sold, in litres: what the card carries, or what its money buys at its price.
    package var litres: Int64
    /// What the card carries instead of gas; nil for a card with gas.
    package var money: MoneyLoad?
    /// Number of the load on the card; 0 where nothing was loaded.
    package var load: Int
    /// Lots that are open after it.
    package var lots: Int
    /// Why nothing was sold, or less; nil where all was.
    package var refusal: String?

    /// What was taken for gas, in kuruş: a debt that is paid off has been billed before.
    var forGasKurus: Int64 { paidKurus - debtKurus }

    /// An answer.
    package init(
        meter: Int, order: Int, paidKurus: Int64 = 0, debtKurus: Int64 = 0, litres: Int64 = 0, money: MoneyLoad? = nil,
        load: Int = 0, lots: Int = 0, refusal: String? = nil
    ) {
        self.meter = meter
        self.order = order
        self.paidKurus = paidKurus
        self.debtKurus = debtKurus
        self.litres = litres
        self.money = money
        self.load = load
        self.lots = lots
        self.refusal = refusal
    }
}

import MeterCore
import Testing

@Suite("Prepaid meter")
struct PrepaidMeterTests {
    static func terms(_ unit: CreditUnit) -> PrepaidTerms {
        // 10.123456 TL/m³ is 10,123,456 ten-thousandths of a kuruş; emergency credit 5 m³ or 50 TL.
        unit == .volume
            ? PrepaidTerms(serial: 4711, unit: .volume, emergencyLimit: 5_000_000, maximumCredit: 1_000_000_000)
            : PrepaidTerms(
                serial: 4711, unit: .money, price: 10_123_456, emergencyLimit: 5_000, maximumCredit: 1_000_000)
    }

    static func card(_ terms: PrepaidTerms, _ number: UInt16, _ amount: UInt64) -> PrepaidCard {
        PrepaidCard(
            unit: terms.unit, loadNumber: number, serial: terms.serial, amount: amount, price: terms.price)
    }

    @Test("The whole state of a meter is 16 bytes")
    func size() { #expect(MemoryLayout<PrepaidMeter>.stride == 16) }

    @Test("A card of 10 m³ gives 10 m³, then the valve closes")
    func volume() throws {
        var (meter, terms) = (PrepaidMeter(), Self.terms(.volume))
        let before = meter.pass(millilitres: 1, under: terms)
        #expect(before.passed == 0)
        try meter.load(Self.card(terms, 1, 10_000_000), under: &terms)
        #expect(!meter.flags.contains(.valveClosed))
        let passage = meter.pass(millilitres: 12_000_000, under: terms)
        #expect(passage.passed == 10_000_000 && passage.counted == 10_000_000 && passage.valveClosed)
        #expect(meter.credit == 0 && meter.flags.contains(.valveClosed) && meter.millilitres == 10_000_000)
        let after = meter.pass(millilitres: 1, under: terms)
        #expect(after.passed == 0)
    }

    @Test("A card of 100 TL at 10.123456 TL/m³ gives 9.878049 m³ and leaves nothing that pays a millilitre")
    func money() throws {
        var (meter, terms) = (PrepaidMeter(), Self.terms(.money))
        try meter.load(Self.card(terms, 1, 10_000), under: &terms)
        // 100 / 10.123456 = 9.87804955…, by hand.
        let passage = meter.pass(millilitres: 20_000_000, under: terms)
        #expect(passage.passed == 9_878_049)
        // 10,000 kuruş × 10^10 − 9,878,049 × 10,123,456 = 5,582,656 ten-thousand-millionths of a kuruş.
        #expect(meter.credit == 5_582_656)
        #expect(meter.amountLeft(under: terms) == 0 && meter.flags.contains(.valveClosed))
    }

    @Test(
        "Through any events, credit stays above the emergency limit, loads count once, and gas is paid to the unit",
        arguments: 0..<300)
    func anything(seed: Int) {
        var dice = Dice(seed)
        var terms = Self.terms(seed % 2 == 0 ? .volume : .money)
        var meter = PrepaidMeter(litres: 99_990_000)
        let finest: Int64 = terms.unit == .money ? 10_000_000_000 : 1
        var (loaded, spent, register): (Int64, Int64, UInt64) = (0, 0, meter.millilitres)
        var taken = Set<UInt16>()
        for step in 0..<200 {
            switch dice.roll(6) {
            case 0:
                let card = Self.card(terms, UInt16(dice.roll(UInt64(step) + 2)), 1 + dice.roll(400_000))
                let before = meter
                do throws(PrepaidRefusal) {
                    try meter.load(card, under: &terms)
                    let refusal = taken.insert(card.loadNumber)
                    #expect(refusal.inserted && card.loadNumber == (taken.max() ?? 0))
                    loaded += Int64(card.amount) * finest
                } catch {
                    #expect(meter == before)
                }
            case 1: _ = meter.requestEmergencyCredit(under: terms)
            case 2: if let event = PrepaidEvent(rawValue: UInt8(1 + dice.roll(5))) { meter.sense(event, under: terms) }
            default:
                let passage = meter.pass(millilitres: dice.roll(400_000), under: terms)
                spent += Int64(passage.counted) * (terms.unit == .money ? Int64(terms.price) : 1)
                register += passage.counted
                #expect(passage.counted == passage.passed || meter.flags.contains(.magnet))
            }
            let limit = meter.flags.contains(.emergencyReleased) ? -Int64(terms.emergencyLimit) * finest : 0
            #expect(meter.credit >= limit)
            #expect(meter.credit == loaded - spent)
            #expect(meter.millilitres == register % 100_000_000_000)
            if !meter.flags.contains(.valveClosed) { #expect(meter.affordable(under: terms) > 0) }
        }
    }

    @Test("However a volume is split, the state is the same, also where the valve closes in it", arguments: 0..<200)
    func split(seed: Int) throws {
        var dice = Dice(seed)
        var terms = Self.terms(seed % 2 == 0 ? .volume : .money)
        var whole = PrepaidMeter()
        try whole.load(Self.card(terms, 1, 1 + dice.roll(20_000)), under: &terms)
        var parts = whole
        var total: UInt64 = 0
        for _ in 0..<20 {
            let part = dice.roll(seed % 2 == 0 ? 1_500 : 1_500_000)
            total += part
            _ = parts.pass(millilitres: part, under: terms)
        }
        _ = whole.pass(millilitres: total, under: terms)
        #expect(whole == parts)
    }

    @Test("Emergency credit comes only when asked for, once, and the next load pays it back")
    func emergency() throws {
        var (meter, terms) = (PrepaidMeter(), Self.terms(.volume))
        try meter.load(Self.card(terms, 1, 1_000_000), under: &terms)
        let released = meter.requestEmergencyCredit(under: terms)
        #expect(!released)
        _ = meter.pass(millilitres: 1_000_000, under: terms)
        let secondReleased = meter.requestEmergencyCredit(under: terms)
        #expect(secondReleased)
        let thirdReleased = meter.requestEmergencyCredit(under: terms)
        #expect(!thirdReleased)
        let passage = meter.pass(millilitres: 9_000_000, under: terms)
        #expect(passage.passed == 5_000_000)
        #expect(meter.credit == -5_000_000 && meter.flags.contains(.valveClosed))
        let fourthReleased = meter.requestEmergencyCredit(under: terms)
        #expect(!fourthReleased)
        try meter.load(Self.card(terms, 2, 8_000_000), under: &terms)
        #expect(meter.credit == 3_000_000)
        #expect(meter.flags.isDisjoint(with: [.valveClosed, .emergencyReleased]))
    }

    @Test("A valve stuck open takes the credit below zero, one stuck closed gives nothing")
    func stuckValve() throws {
        var (meter, terms) = (PrepaidMeter(), Self.terms(.volume))
        try meter.load(Self.card(terms, 1, 1_000_000), under: &terms)
        let passage = meter.pass(millilitres: 500_000, under: terms, valve: .stuckClosed)
        #expect(passage.passed == 0)
        let secondPassage = meter.pass(millilitres: 7_000_000, under: terms, valve: .stuckOpen)
        #expect(secondPassage.passed == 7_000_000)
        #expect(meter.credit == -6_000_000 && meter.flags.contains(.valveClosed))
    }

    @Test("Under a magnet gas passes uncounted; a dead battery closes the valve until it is replaced")
    func magnetAndBattery() throws {
        var (meter, terms) = (PrepaidMeter(), Self.terms(.volume))
        try meter.load(Self.card(terms, 1, 1_000_000), under: &terms)
        meter.sense(.magnetOn, under: terms)
        let passage = meter.pass(millilitres: 700_000, under: terms)
        #expect(passage.passed == 700_000 && passage.counted == 0)
        meter.sense(.magnetOff, under: terms)
        meter.sense(.batteryDead, under: terms)
        let secondPassage = meter.pass(millilitres: 700_000, under: terms)
        #expect(secondPassage.passed == 0)
        #expect(throws: PrepaidRefusal.batteryDead) { try meter.load(Self.card(terms, 2, 1), under: &terms) }
        var drained = PrepaidMeter()
        drained.sense(.batteryDead, under: terms)
        let released = drained.requestEmergencyCredit(under: terms)
        #expect(!released && drained.flags.contains(.valveClosed))
        meter.sense(.batteryReplaced, under: terms)
        let thirdPassage = meter.pass(millilitres: 700_000, under: terms)
        #expect(thirdPassage.counted == 700_000)
    }

    @Test("An opened case keeps the valve closed until a service card comes")
    func openedCase() throws {
        var (meter, terms) = (PrepaidMeter(), Self.terms(.volume))
        try meter.load(Self.card(terms, 1, 1_000_000), under: &terms)
        meter.sense(.caseOpened, under: terms)
        #expect(throws: PrepaidRefusal.caseOpened) { try meter.load(Self.card(terms, 2, 1), under: &terms) }
        #expect(meter.flags.contains(.valveClosed))
        let service = PrepaidCard(kind: .service, unit: .volume, loadNumber: 3, serial: 4711, amount: 0)
        try meter.load(service, under: &terms)
        #expect(meter.flags.isDisjoint(with: [.caseOpened, .valveClosed]))
        #expect(throws: PrepaidRefusal.alreadyLoaded) { try meter.load(service, under: &terms) }
    }
}

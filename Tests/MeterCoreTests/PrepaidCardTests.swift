import MeterCore
import Testing

@Suite("Prepaid card")
struct PrepaidCardTests {
    static let terms = PrepaidTerms(
        serial: 4711, unit: .volume, emergencyLimit: 5_000_000, maximumCredit: 100_000_000)

    static func card(_ number: UInt16, amount: UInt64 = 1_000_000, serial: UInt64 = 4711) -> PrepaidCard {
        PrepaidCard(unit: .volume, loadNumber: number, serial: serial, amount: amount)
    }

    static func bytes(_ card: PrepaidCard) -> [UInt8] {
        let bytes = card.bytes
        return (0..<64).map { bytes[$0] }
    }

    static func read(_ bytes: [UInt8]) throws(PrepaidRefusal) -> PrepaidCard { try PrepaidCard(bytes: bytes.span) }

    @Test("The office's half stands byte for byte where the form says")
    func form() {
        let card = PrepaidCard(
            kind: .customer, unit: .money, loadNumber: 0x0102, serial: 0x0304, amount: 0x0506, price: 0x0708)
        #expect(
            Self.bytes(card).prefix(28) == [
                0x45, 0x4B, 1, 1, 2, 0, 2, 1, 4, 3, 0, 0, 0, 0, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 8, 7, 0, 0,
            ])
        #expect(Self.bytes(card)[32...].allSatisfy { $0 == 0 })
    }

    @Test("A card reads back as it was written, with and without the meter's half", arguments: 0..<100)
    func roundTrip(seed: Int) throws {
        var dice = Dice(seed)
        var (meter, terms) = (PrepaidMeter(litres: UInt32(dice.roll(100_000_000))), Self.terms)
        var card = Self.card(UInt16(1 + dice.roll(60_000)), amount: 1 + dice.roll(200_000_000))
        #expect(try Self.read(Self.bytes(card)) == card)
        _ = meter.insert(&card, under: &terms, at: UInt32(dice.roll(1 << 32)))
        #expect(card.readBack != nil)
        #expect(try Self.read(Self.bytes(card)) == card)
    }

    @Test("A flipped bit in the office's half makes the card unreadable, one in the meter's half costs only that half")
    func damage() throws {
        var (meter, terms, card) = (PrepaidMeter(), Self.terms, Self.card(1))
        _ = meter.insert(&card, under: &terms, at: 5)
        for bit in 0..<512 {
            var bytes = Self.bytes(card)
            bytes[bit / 8] ^= 1 << (bit % 8)
            if bit < 256 {
                let refusal: PrepaidRefusal = bit < 16 ? .notACard : .damaged
                #expect(throws: refusal) { try Self.read(bytes) }
            } else {
                let read = try Self.read(bytes)
                #expect(read.amount == card.amount && read.readBack == nil)
            }
        }
        #expect(throws: PrepaidRefusal.notACard) { try Self.read([UInt8](repeating: 0, count: 64)) }
        #expect(throws: PrepaidRefusal.notACard) { try Self.read(Self.bytes(card).dropLast()) }
    }

    @Test("A card loads once, whatever comes between, and its read-back says why not again")
    func once() {
        var (meter, terms, card, older) = (PrepaidMeter(), Self.terms, Self.card(7), Self.card(6))
        let refusal = meter.insert(&card, under: &terms, at: 100)
        #expect(refusal == nil)
        #expect(card.readBack?.credit == 1_000_000 && card.readBack?.loadNumber == 7 && card.readBack?.refusal == nil)
        let secondRefusal = meter.insert(&older, under: &terms, at: 200)
        #expect(secondRefusal == .alreadyLoaded)
        _ = meter.pass(millilitres: 400_000, under: terms)
        let thirdRefusal = meter.insert(&card, under: &terms, at: 300)
        #expect(thirdRefusal == .alreadyLoaded)
        #expect(card.readBack?.credit == 600_000 && card.readBack?.time == 300)
        #expect(card.readBack?.refusal == .alreadyLoaded)
        #expect(meter.loadNumber == 7 && meter.credit == 600_000)
    }

    @Test("Another meter's card is left as it was")
    func otherMeter() {
        var (meter, terms, card) = (PrepaidMeter(), Self.terms, Self.card(1, serial: 4712))
        let refusal = meter.insert(&card, under: &terms, at: 100)
        #expect(refusal == .otherMeter)
        #expect(card == Self.card(1, serial: 4712))
    }

    @Test("What a meter refuses changes nothing in it")
    func refusals() {
        let money = PrepaidCard(unit: .money, loadNumber: 1, serial: 4711, amount: 1, price: 1)
        let priced = PrepaidCard(unit: .volume, loadNumber: 1, serial: 4711, amount: 1, price: 1)
        let service = PrepaidCard(kind: .service, unit: .volume, loadNumber: 1, serial: 4711, amount: 1)
        let cases: [(PrepaidCard, PrepaidRefusal)] = [
            (money, .otherUnit), (priced, .wrongPrice), (service, .wrongAmount), (Self.card(0), .alreadyLoaded),
            (Self.card(1, amount: 0), .wrongAmount), (Self.card(1, amount: 100_000_001), .overMaximum),
            (Self.card(1, amount: .max), .overMaximum),
        ]
        for (card, refusal) in cases {
            var (meter, terms) = (PrepaidMeter(), Self.terms)
            #expect(throws: refusal) { try meter.load(card, under: &terms) }
            #expect(meter == PrepaidMeter() && terms == Self.terms)
        }
    }

    @Test("A money card brings the price at which it is spent")
    func price() throws {
        var terms = PrepaidTerms(serial: 1, unit: .money, price: 1, emergencyLimit: 0, maximumCredit: 1_000_000)
        var meter = PrepaidMeter()
        try meter.load(
            PrepaidCard(unit: .money, loadNumber: 1, serial: 1, amount: 1_000, price: 10_000_000), under: &terms)
        // 10 TL at 10 TL/m³.
        let passage = meter.pass(millilitres: 5_000_000, under: terms)
        #expect(passage.passed == 1_000_000)
        #expect(terms.price == 10_000_000 && meter.credit == 0)
    }
}

import Billing
import GasPhysics
import MeterCore
import Quantities
import Testing
import Trials

@Suite("A meter that counts money beside the books")
struct MoneyMeterTests {
    @Test("Over any cards and uses the books have what the meter would let pass, to a litre of the register")
    func books() {
        forAll("cards and uses", seed: 12, cases: 200) { numbers in try Self.books(&numbers) }
    }

    private static func books(_ numbers: inout SeededGenerator) throws {
        var (meter, credit) = (PrepaidMeter(litres: 1_234_567), MoneyCredit())
        var terms = PrepaidTerms(
            serial: 7, unit: .money, price: 10_000_000, emergencyLimit: 0, maximumCredit: 400_000_000)
        var (before, begun): (CardPrice?, Int64) = (nil, 0)
        var register = CardRegister(litres: 1_234_567, wheels: 5)
        for load in 1...Int64(12) {
            let gas = GasTerms(
                price: UnitPrice(hundredMillionths: numbers.integer(in: 50_000_000...200_000_000)),
                calorificValue: GrossCalorificValue(tenThousandths: 91_550_000),
                correctionFactor: CorrectionFactor(hundredThousandths: numbers.integer(in: 85_000...115_000)))
            let price = try CardPrice(of: gas, valueAddedTaxRate: Rate(partsPerMillion: 200_000))
            let money = numbers.integer(in: 1_000...300_000)
            let now = CardRegister(litres: Int64(meter.litres), wheels: 5)
            let used = register.flatMap { now?.volume(since: $0, limit: MeterVolume(litres: 1_000_000)) }
            register = now
            var card = MeterCore.PrepaidCard(
                unit: .money, loadNumber: UInt16(load), serial: 7, amount: UInt64(money),
                price: UInt32(price.tenThousandthsOfKurus))
            let refusal = meter.insert(&card, under: &terms, at: 0)
            try holdEqual(refusal, nil)
            try credit.load(
                Money(kurus: money), at: price, sale: load, on: day("2026-01-01"), terms: gas, used: used)
            let newest = credit.lots.last?.bought.litres ?? 0
            // A litre that has begun is paid in the meter and not on the register yet, with each card at another price.
            begun += before?.tenThousandthsOfKurus ?? 0
            let difference = newest - Int64(meter.affordable(under: terms)) / 1_000
            try hold((abs(difference) - 1) * price.tenThousandthsOfKurus <= begun)
            before = price
            let wanted = numbers.integer(in: 0...250_000)
            _ = meter.pass(millilitres: UInt64(wanted) * 1_000, under: terms)
        }
    }
}

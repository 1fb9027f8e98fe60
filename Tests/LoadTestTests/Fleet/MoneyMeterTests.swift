import Billing
import FleetSimulator
import GasPhysics
import MeterCore
import Quantities
import Testing

@Suite("A meter that counts money beside the books")
struct MoneyMeterTests {
    /// A chain of numbers from a seed.
    private struct Numbers {
        var state: UInt64

        mutating func number(in range: ClosedRange<Int64>) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Int64(state >> 33) % (range.upperBound - range.lowerBound + 1)
        }
    }

    @Test("Over any cards and uses the books have what the meter would let pass, to the litre", arguments: 1...40)
    func books(seed: UInt64) throws {
        var numbers = Numbers(state: seed)
        var (meter, credit) = (PrepaidMeter(litres: 1_234_567), MoneyCredit())
        var terms = PrepaidTerms(
            serial: 7, unit: .money, price: 10_000_000, emergencyLimit: 0, maximumCredit: 400_000_000)
        var register = try #require(CardRegister(litres: 1_234_567, wheels: 5))
        for load in 1...Int64(12) {
            let gas = GasTerms(
                price: UnitPrice(hundredMillionths: numbers.number(in: 50_000_000...200_000_000)),
                calorificValue: GrossCalorificValue(tenThousandths: 91_550_000),
                correctionFactor: CorrectionFactor(hundredThousandths: numbers.number(in: 85_000...115_000)))
            let price = try CardPrice(of: gas, valueAddedTaxRate: Rate(partsPerMillion: 200_000))
            let money = numbers.number(in: 1_000...300_000)
            let now = try #require(CardRegister(litres: Int64(meter.litres), wheels: 5))
            let used = now.volume(since: register, limit: MeterVolume(litres: 1_000_000))
            register = now
            var card = MeterCore.PrepaidCard(
                unit: .money, loadNumber: UInt16(load), serial: 7, amount: UInt64(money),
                price: UInt32(price.tenThousandthsOfKurus))
            #expect(meter.insert(&card, under: &terms, at: 0) == nil)
            try credit.load(
                Money(kurus: money), at: price, sale: load, on: day("2026-01-01"), terms: gas, used: used)
            let newest = credit.lots.last?.bought.litres ?? 0
            // Litres of the register that were begun and not counted yet are in neither.
            #expect(abs(newest - Int64(meter.affordable(under: terms)) / 1_000) <= 1)
            let wanted = numbers.number(in: 0...250_000)
            _ = meter.pass(millilitres: UInt64(wanted) * 1_000, under: terms)
        }
    }
}

import Billing
import Quantities
import Testing
import Trials

@Suite("Cards that carry money")
struct MoneyCreditTests {
    /// 12 TL a m³ with KDV: K 1, d 860.42, 10 TL/kWh.
    private func price(_ net: String) throws -> CardPrice {
        try CardPrice(of: Sample.plainTerms(net), valueAddedTaxRate: Sample.twentyPercent)
    }

    private func load(
        _ credit: inout MoneyCredit, _ money: String, _ net: String, sale: Int64, _ day: String, used: String?
    ) throws {
        try credit.load(
            Sample.money(money), at: price(net), sale: sale, on: Sample.day(day), terms: Sample.plainTerms(net),
            used: used.map { try Sample.volume($0) })
    }

    private func shown(_ lots: [PrepaidLot]) -> [String] { lots.map { "\($0.sale): \($0.left) of \($0.bought)" } }

    @Test("The price of a m³ is that of a sale, in ten-thousandths of a kuruş")
    func prices() throws {
        // 0.94875 × 9266.40 ÷ 860.42 × 0.92728336 × 1.2 = 11.369622571… TL.
        let terms = try Sample.terms("0.92728336", "9266.40", "0.94875")
        let price = try CardPrice(of: terms, valueAddedTaxRate: Sample.twentyPercent)
        #expect(price.tenThousandthsOfKurus == 11_369_623)
        // The sale of B.5's first example: 43.976 m³ for 500 TL.
        #expect(try price.volume(for: Sample.money("500.00")) == Sample.volume("43.976"))
        #expect(try price.volume(for: Sample.money("-500.00")) == Sample.volume("-43.976"))
        #expect(throws: PrepaidError.outOfBounds(.price)) { try CardPrice(tenThousandthsOfKurus: 0) }
        #expect(throws: PrepaidError.outOfBounds(.price)) {
            try CardPrice(of: Sample.plainTerms("0"), valueAddedTaxRate: .zero)
        }
    }

    @Test("What is left of the money buys gas at the next card's price")
    func priceRise() throws {
        var credit = MoneyCredit()
        try load(&credit, "120.00", "10", sale: 1, "2026-01-01", used: nil)
        #expect(shown(credit.lots) == ["1: 10.000 of 10.000"])
        // 4 m³ at 12 TL leave 72 TL; with 48 TL they are 120 TL at 24 TL a m³.
        try load(&credit, "48.00", "20", sale: 2, "2026-01-16", used: "4.000")
        #expect(shown(credit.lots) == ["1: 4.000 of 4.000", "2: 5.000 of 5.000"])
        // 6 m³ on 15 TL: 90 − (4 × 10 + 2 × 20) = 10, with KDV 12.
        let period = try Sample.period("2026-01-01", "2026-01-31", "6.000", Sample.plainTerms("15"))
        let correction = try TLCorrection(lots: credit.lots, periods: [period], rules: .cinigaz)
        #expect(try correction.gross() == Sample.money("12.00"))
        credit.settle(remaining: correction.remainingLots)
        #expect(shown(credit.lots) == ["2: 3.000 of 5.000"])
    }

    @Test("Emergency credit is paid back by the next card at the price at which it was used")
    func emergency() throws {
        var credit = MoneyCredit()
        try load(&credit, "12.00", "10", sale: 1, "2026-01-01", used: nil)
        // 3 m³ at 12 TL are 24 TL more than there was; 48 − 24 TL buy 1 m³ at 24 TL.
        try load(&credit, "48.00", "20", sale: 2, "2026-01-16", used: "3.000")
        #expect(shown(credit.lots) == ["1: 3.000 of 3.000", "2: 1.000 of 1.000"])
        // A card that does not reach above zero buys nothing yet.
        try load(&credit, "12.00", "20", sale: 3, "2026-01-20", used: "2.000")
        #expect(shown(credit.lots).last == "2: 2.000 of 2.000")
    }

    @Test("Whole m³ of the wheels that were matched ahead of the register come off the next lot, and none twice")
    func ahead() throws {
        var credit = MoneyCredit()
        try load(&credit, "120.00", "10", sale: 1, "2026-01-01", used: nil)
        let period = try Sample.period("2026-01-01", "2026-01-10", "4.000", Sample.plainTerms("10"))
        credit.settle(
            remaining: try TLCorrection(lots: credit.lots, periods: [period], rules: .cinigaz).remainingLots)
        try load(&credit, "40.80", "10", sale: 2, "2026-01-16", used: "3.400")
        #expect(shown(credit.lots) == ["2: 9.400 of 10.000"])
    }

    @Test("Where nobody knows what was used, the earlier money stays at its price")
    func unknownUse() throws {
        var credit = MoneyCredit()
        try load(&credit, "120.00", "10", sale: 1, "2026-01-01", used: nil)
        try load(&credit, "48.00", "20", sale: 2, "2026-01-16", used: nil)
        #expect(shown(credit.lots) == ["1: 10.000 of 10.000", "2: 2.000 of 2.000"])
    }

    @Test("What does not fit changes nothing")
    func refused() throws {
        var credit = MoneyCredit()
        try load(&credit, "120.00", "10", sale: 1, "2026-01-01", used: nil)
        let before = credit
        #expect(throws: PrepaidError.outOfBounds(.payment)) {
            try load(&credit, "-1.00", "10", sale: 2, "2026-01-02", used: "1.000")
        }
        #expect(throws: PrepaidError.outOfBounds(.usedVolume)) {
            try load(&credit, "1.00", "10", sale: 2, "2026-01-02", used: "-1.000")
        }
        #expect(throws: PrepaidError.overflow(.cardVolume)) {
            try credit.load(
                Money(kurus: .max), at: price("10"), sale: 2, on: Sample.day("2026-01-02"),
                terms: Sample.plainTerms("10"), used: .zero)
        }
        #expect(credit == before)
    }

    @Test("No kuruş is lost or made over any cards: what is left is the money less each use at its price")
    func exactMoney() {
        forAll("money cards", seed: 40, cases: 500) { generator in
            var credit = MoneyCredit()
            var (parts, price): (Int128, CardPrice?) = (0, nil)
            var day = try Sample.day("2020-01-01")
            for sale in 1...Int64(generator.count(in: 2...12)) {
                let terms = generator.terms()
                let next = try CardPrice(of: terms, valueAddedTaxRate: Sample.twentyPercent)
                let (money, used) = (generator.integer(in: 0...500_000), generator.integer(in: 0...200_000))
                generator.note("card", (money, used, next.tenThousandthsOfKurus))
                if let price { parts -= Int128(used) * Int128(price.tenThousandthsOfKurus) }
                parts += Int128(money) * 10_000_000
                try credit.load(
                    Money(kurus: money), at: next, sale: sale, on: day, terms: terms, used: MeterVolume(litres: used))
                let bought = max(0, parts / Int128(next.tenThousandthsOfKurus))
                let newest = credit.lots.last { $0.sale == sale }
                try holdEqual(Int128(newest?.bought.litres ?? 0), bought)
                // Lots without a correction between are whole: each is the use at its price.
                if sale > 1, used > 0 { try holdEqual(credit.lots.last { $0.sale == sale - 1 }?.bought.litres, used) }
                (price, day) = (next, try day.advanced(byDays: generator.count(in: 1...40)))
            }
        }
    }

    @Test("A register turns over with its wheels, and a fall that no meter counts is another meter's")
    func registers() throws {
        let limit = try Sample.volume("400.000")
        func volume(_ earlier: Int64, _ later: Int64, wheels: Int = 5, _ limit: MeterVolume?) throws -> Int64? {
            let first = try #require(CardRegister(litres: earlier, wheels: 5))
            return try #require(CardRegister(litres: later, wheels: wheels)).volume(since: first, limit: limit)?.litres
        }
        #expect(try volume(1_234_567, 1_250_000, limit) == 15_433)
        #expect(try volume(99_999_000, 41_000, limit) == 42_000)
        #expect(try volume(1_234_567, 12_000, limit) == nil)
        #expect(try volume(1_234_567, 2_234_567, limit) == nil)
        #expect(try volume(99_999_000, 41_000, nil) == nil)
        #expect(try volume(1_000, 2_000, wheels: 6, limit) == nil)
        #expect(CardRegister(litres: 100_000_000, wheels: 5) == nil && CardRegister(litres: -1, wheels: 5) == nil)
    }
}

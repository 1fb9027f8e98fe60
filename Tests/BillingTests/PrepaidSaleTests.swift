import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("Sale of gas on a card")
struct PrepaidSaleTests {
    @Test("Every row of the golden file comes out", arguments: try GoldenRow.rows("prepaid_load"))
    func golden(row: GoldenRow) throws {
        let sale = try PrepaidSale(
            payment: Sample.money(row["tl_paid"]),
            terms: Sample.terms(row["price_per_kwh"], row["gcv_prev_month"], row["k_prev_month"]),
            valueAddedTaxRate: Rate(parsing: row["vat_rate"], notation: .plain),
            monthlyLimit: Sample.volume(row["limit_m3"]), soldBefore: Sample.volume(row["already_sold_m3"]))
        #expect(try sale.wanted == Sample.volume(row["m3_wanted"]))
        #expect(try sale.sold == Sample.volume(row["m3_sold"]))
        #expect(try sale.taken == Sample.money(row["tl_taken"]))
        #expect(try sale.change == Sample.money(row["tl_change"]))
        #expect(try sale.netTaken.adding(sale.valueAddedTax) == sale.taken)
    }

    @Test("The volume is cut off at the third decimal, also just below the next litre")
    func roundsDown() throws {
        let terms = try Sample.plainTerms("1")
        func sold(_ payment: String) throws -> String {
            try PrepaidSale(
                payment: Sample.money(payment), terms: terms, valueAddedTaxRate: .zero, monthlyLimit: nil
            ).sold.description
        }
        #expect(try sold("1.00") == "1.000")
        // 2 TL at 3 TL/kWh are 0.666…; half up would give 0.667.
        let third = try PrepaidSale(
            payment: Sample.money("2.00"), terms: Sample.plainTerms("3"), valueAddedTaxRate: .zero, monthlyLimit: nil)
        #expect(third.sold.description == "0.666")
        #expect(try sold("0.00") == "0.000")
    }

    @Test("What the limit leaves is taken at its gross value, a half kuruş up; the rest is change")
    func limitTies() throws {
        // 0.5 m3 at 0.01 TL with KDV 20 % are 0.006 TL; at 0.0125 TL 0.0075.
        for (price, taken) in [("0.01", "0.01"), ("0.0125", "0.01"), ("0.025", "0.02"), ("0.004", "0.00")] {
            let sale = try PrepaidSale(
                payment: Sample.money("1.00"), terms: Sample.plainTerms(price), valueAddedTaxRate: Sample.twentyPercent,
                monthlyLimit: Sample.volume("0.5"))
            #expect(sale.taken.description == taken, "\(price)")
            #expect(try sale.taken.adding(sale.change) == sale.payment)
        }
    }

    @Test("A limit that is just what was wanted changes nothing; one used up sells nothing and takes nothing")
    func limitEdges() throws {
        let terms = try Sample.terms("0.92728336", "9266.40")
        func sale(_ limit: String?, _ before: String = "0") throws -> PrepaidSale {
            try PrepaidSale(
                payment: Sample.money("500.00"), terms: terms, valueAddedTaxRate: Sample.twentyPercent,
                monthlyLimit: limit.map { try Sample.volume($0) }, soldBefore: Sample.volume(before))
        }
        #expect(try sale("43.976").change == .zero)
        #expect(try sale("43.975").change > .zero)
        #expect(try sale(nil).sold == sale("43.976").sold)
        for (limit, before) in [("0", "0"), ("100", "100"), ("100", "120")] {
            let nothing = try sale(limit, before)
            #expect(nothing.sold == .zero && nothing.taken == .zero && nothing.change == nothing.payment)
        }
    }

    // F.5, easy mistake 4. Mutation tried: `monthBefore` returned the sale's own month; this test failed.
    @Test("A card takes K and d of the month before, also across the year, and the price of the day")
    func previousMonth() throws {
        let prices = try RateTable([
            .init(
                from: Sample.day("2025-01-01"),
                value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 80_000_000))),
            .init(
                from: Sample.day("2026-01-15"),
                value: RetailPrice(perKilowattHour: UnitPrice(hundredMillionths: 100_000_000))),
        ])
        let (december, january) = (try CivilMonth(iso8601: "2025-12"), try CivilMonth(iso8601: "2026-01"))
        let factors = MonthlyTable([
            december: CorrectionFactor(hundredThousandths: 94_875),
            january: CorrectionFactor(hundredThousandths: 94_784),
        ])
        let values = MonthlyTable([
            december: GrossCalorificValue(tenThousandths: 92_000_000),
            january: GrossCalorificValue(tenThousandths: 92_500_000),
        ])
        func terms(_ day: String) throws -> GasTerms {
            try GasTerms(soldOn: Sample.day(day), prices: prices, corrections: factors, calorificValues: values)
        }
        #expect(try terms("2026-01-01") == Sample.terms("0.8", "9200", "0.94875"))
        #expect(try terms("2026-01-31") == Sample.terms("1", "9200", "0.94875"))
        #expect(try terms("2026-02-28") == Sample.terms("1", "9250", "0.94784"))
        let march = try Sample.day("2026-03-01")
        #expect(throws: PrepaidError.noCorrectionFactor(on: march)) { try terms("2026-03-01") }
        let old = try Sample.day("2024-12-31")
        #expect(throws: PrepaidError.noPrice(on: old)) { try terms("2024-12-31") }
    }

    @Test("Figures that make no sale are refused by name")
    func refused() throws {
        let terms = try Sample.plainTerms("1")
        func sale(_ payment: String, _ terms: GasTerms, limit: String = "10") throws -> PrepaidSale {
            try PrepaidSale(
                payment: Sample.money(payment), terms: terms, valueAddedTaxRate: .zero,
                monthlyLimit: Sample.volume(limit))
        }
        #expect(throws: PrepaidError.outOfBounds(.payment)) { try sale("-0.01", terms) }
        #expect(throws: PrepaidError.outOfBounds(.monthlyLimit)) { try sale("1", terms, limit: "-1") }
        #expect(throws: PrepaidError.outOfBounds(.price)) { try sale("1", Sample.plainTerms("0")) }
        #expect(throws: PrepaidError.outOfBounds(.correctionFactor)) { try sale("1", Sample.terms("1", "9200", "0")) }
        #expect(throws: PrepaidError.outOfBounds(.calorificValue)) { try sale("1", Sample.terms("1", "-1")) }
        let cheap = try Sample.terms("0.00000001", "0.0001", "0.00001")
        #expect(throws: PrepaidError.overflow(.cardVolume)) { try sale("90000000000000000.00", cheap) }
    }

    @Test("The monthly limit is two average months of similar customers")
    func monthlyLimit() throws {
        // Four quarters of 1200 m3 in all: 100 a month, two months 200; and a tie at the litre.
        let quarters = try ["300", "290", "310", "300"].map { try Sample.volume($0) }
        #expect(try MonthlyGasLimit(quarters: quarters).volume == Sample.volume("200"))
        #expect(try MonthlyGasLimit(quarters: [MeterVolume(litres: 4)]).volume.litres == 3)  // 2.67
        #expect(throws: PrepaidError.outOfBounds(.quarterVolume)) { try MonthlyGasLimit(quarters: []) }
    }

    @Test("A sale never sells above the limit, never takes more than was paid, and never gives gas away")
    func property() {
        forAll("a sale", seed: 71) { generator in
            let terms = generator.terms()
            let payment = Money(kurus: generator.integer(in: 0...1_000_000))
            let rate = Rate(partsPerMillion: generator.integer(in: 0...25) * 10_000)
            let limit = MeterVolume(litres: generator.integer(in: 0...400_000))
            let before = MeterVolume(litres: generator.integer(in: 0...400_000))
            generator.note("sale", (payment, terms, rate, limit, before))
            let sale = try PrepaidSale(
                payment: payment, terms: terms, valueAddedTaxRate: rate, monthlyLimit: limit, soldBefore: before)
            try hold(sale.sold <= sale.wanted && sale.sold >= .zero)
            try hold(sale.sold.litres <= max(0, limit.litres - before.litres))
            try hold(sale.taken >= .zero && sale.change >= .zero)
            try holdEqual(sale.taken.kurus + sale.change.kurus, payment.kurus)
            // Gross value in 10⁻²² kuruş × 86042: what is on the card was paid for, and another litre was not.
            let perLitre =
                Int128(terms.price.hundredMillionths) * Int128(terms.calorificValue.tenThousandths)
                * Int128(terms.correctionFactor.hundredThousandths) * Int128(1_000_000 + rate.partsPerMillion)
            let paid = Int128(payment.kurus) * 86_042 * 10_000_000_000_000_000 * 1_000_000
            try hold(Int128(sale.wanted.litres) * perLitre <= paid)
            try hold(Int128(sale.wanted.litres + 1) * perLitre > paid)
            _ = sale.derivation
        }
    }
}

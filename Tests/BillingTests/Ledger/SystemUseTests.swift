import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("System use, passed through")
struct SystemUseTests {
    /// 100 kWh in 30 days, 11 of them in January.
    private func sample(_ parts: [String: RetailPrice.Parts]) -> SampleRequest {
        var sample = SampleRequest(firstIndex: "00000", lastIndex: "00100", correction: "1", calorificValue: "860.42")
        sample.rounding = .standard
        sample.prices = parts.mapValues { _ in "0" }
        sample.priceParts = parts
        return sample
    }

    private static func published() throws -> RetailPrice.Parts {
        .perStandardVolume(
            PriceParts(
                purchase: try StandardVolumePrice(parsing: "5.631275", notation: .plain),
                specialConsumptionTax: try StandardVolumePrice(parsing: "0.118700", notation: .plain),
                systemUse: try StandardVolumePrice(parsing: "4.116320", notation: .plain)))
    }

    private static func parts(_ purchase: String, _ systemUse: String) throws -> RetailPrice.Parts {
        .perKilowattHour(
            PriceParts(
                purchase: try UnitPrice(parsing: purchase, notation: .plain), specialConsumptionTax: .zero,
                systemUse: try UnitPrice(parsing: systemUse, notation: .plain)))
    }

    private static func amount(_ account: LedgerAccount, _ entry: LedgerEntry) -> Int64 {
        entry.lines.filter { $0.account == account }.reduce(0) { $0 + $1.amount.kurus }
    }

    // Mutation tried: `posting.systemUse` left at zero, as it was; this fails with nothing on 336.50.
    @Test("An invoice's system use goes to the pass-through account, and its reversal takes it back")
    func posted() throws {
        let invoice = try sample(["2025-01-01": Self.published()]).invoice()
        // 100 kWh × 0.92728336 = 92.73; KDV 18.55 (18.546). 4.116320 ÷ 10.64 = 0.38687218; × 100 = 38.69. 92.73 − 38.69.
        let entry = try LedgerEntry(invoice)
        for (account, kurus): (LedgerAccount, Int64) in [
            (.receivables, 11_128), (.sales, -5_404), (.systemUsePassThrough, -3_869), (.valueAddedTax, -1_855),
        ] {
            #expect(Self.amount(account, entry) == kurus, "\(account)")
        }
        var ledger = Ledger()
        let key = LedgerKey(.invoice, "OGZ2026000000001")
        try ledger.post(.invoice(try InvoicePosting(invoice), key: key, on: invoice.invoiceDate))
        #expect(try ledger.balance(of: .systemUsePassThrough).kurus == -3_869)
        try ledger.reverse(key, on: invoice.invoiceDate)
        #expect(try ledger.balance(of: .systemUsePassThrough) == .zero)
        #expect(try ledger.balance(of: .sales) == .zero)
    }

    @Test("One line at the average takes the parts' average, a line for each price that price's part")
    func twoPrices() throws {
        // From 1 February gas falls by what system use rises: the price stands at 1.00, and only the part tells the days.
        var sample = try sample([
            "2025-01-01": Self.parts("0.70", "0.30"), "2026-02-01": Self.parts("0.50", "0.50"),
        ])
        // (11 × 0.30 + 19 × 0.50) ÷ 30 = 0.42666667; × 100 kWh.
        #expect(try sample.invoice().systemUseCharge?.description == "42.67")
        // Another price too: 36.667 kWh × 0.30 = 11.0001, 63.333 × 0.60 = 37.9998.
        sample.priceParts["2026-02-01"] = try Self.parts("0.50", "0.60")
        sample.priceChange = .lines
        let invoice = try sample.invoice()
        #expect(invoice.lines.map(\.quantity.description) == ["36.667", "63.333"])
        #expect(invoice.systemUseCharge?.description == "49.00")
    }

    @Test(
        "Free gas carries none, an eligible consumer's invoice is system use whole, and unpublished parts stay one sale"
    )
    func kinds() throws {
        var free = sample(["2025-01-01": try Self.published()])
        free.rules = [.freeVolume(CorrectedVolume(litres: 25_000), version: "free-1")]
        // 75 kWh × 0.38687218 = 29.0154.
        #expect(try free.invoice().systemUseCharge?.description == "29.02")
        var eligible = sample(["2025-01-01": try Self.published()])
        eligible.supply = .systemUseOnly
        let invoice = try eligible.invoice()
        #expect(invoice.figures.consumptionCharge.description == "38.69")
        let entry = try LedgerEntry(invoice)
        #expect(Self.amount(.systemUsePassThrough, entry) == -3_869 && Self.amount(.sales, entry) == 0)
        let plain = try SampleRequest().invoice()
        #expect(plain.systemUseCharge == nil)
        #expect(Self.amount(.systemUsePassThrough, try LedgerEntry(plain)) == 0)
    }

    @Test(
        "Of every invoice sale and system use are what was charged, system use is no more than its lines, and a reversal leaves nothing"
    )
    func random() {
        var passed = 0
        forAll("system use", seed: 336_50) { generator in
            let invoice = try RandomRequest.sample(&generator).invoice()
            let entry = try LedgerEntry(invoice)
            let systemUse = -Self.amount(.systemUsePassThrough, entry)
            try holdEqual(systemUse, invoice.systemUseCharge?.kurus, "posted")
            try hold(systemUse >= 0 && systemUse <= invoice.figures.consumptionCharge.kurus, "within the lines")
            passed += systemUse > 0 ? 1 : 0
            func charged(_ code: InvoiceCharge.Code) -> Int64 {
                invoice.charges.filter { $0.code == code }.reduce(0) { $0 + $1.amount.kurus }
            }
            try holdEqual(
                systemUse - Self.amount(.sales, entry),
                invoice.figures.consumptionCharge.kurus + charged(.discount) + charged(.calorificDifference), "both")
            try holdEqual(entry.lines.reduce(0) { $0 + $1.amount.kurus }, 0, "balanced")
            if invoice.supply == .gasAndSystemUse, invoice.lines.count == 1, invoice.lines[0].code == .consumption {
                // The long way: the parts' average to eight decimals, then energy × average to the kuruş.
                let spans = try invoice.prices.map { ($0.days, try #require(try $0.value.systemUse())) }
                let weighted = spans.reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1.hundredMillionths) }
                let average = DebtSample.rounded(weighted, over: Int128(spans.reduce(0) { $0 + $1.0 }))
                let quantity = invoice.lines[0].quantity
                let scale = (0..<(quantity.fractionDigits + 6)).reduce(Int128(1)) { power, _ in power * 10 }
                let amount = DebtSample.rounded(quantity.units * Int128(average), over: scale)
                try holdEqual(systemUse, min(amount, invoice.figures.consumptionCharge.kurus), "recomputed")
            }
            var ledger = Ledger()
            let key = LedgerKey(.invoice, "1")
            try ledger.post(.invoice(try InvoicePosting(invoice), key: key, on: invoice.invoiceDate))
            try ledger.reverse(key, on: invoice.invoiceDate)
            try hold(try ledger.recomputedBalances().values.allSatisfy { $0 == .zero }, "reversed")
        }
        #expect(passed > 5_000, "\(passed) with system use")
    }
}

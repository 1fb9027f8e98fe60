import Accounts
import Billing
import Foundation
import GasPhysics
import Quantities
import Storage
import Testing

@Suite("Terms of tariffs that change with the years")
struct DatedTermsTests {
    /// An edition of the sample books' tariff with other terms.
    private func edition(
        _ version: String, use: Subscriber.Kind = .residential, from: String, priceFrom: String? = nil,
        price: String = "0.44637590",
        rounding: RoundingProfile = .standard, dueDays: Int = 15, minimumDays: Int = 15,
        minimumBill: MeterVolume = .zero, rules: [TariffRuleData] = [], lateFee: ContractLateFee? = nil,
        supply: Supply = .gasAndSystemUse
    ) throws -> PolicySet {
        let day = try CivilDate(iso8601: from)
        let unit = RetailPrice(perKilowattHour: try UnitPrice(parsing: price, notation: .plain))
        return PolicySet(
            version: version, source: nil, sha256: "",
            tariffs: [
                PolicySet.Tariff(
                    name: "konut", use: use, from: day, rounding: rounding, dayCount: .excludeFirst,
                    dueDays: dueDays, supply: supply, minimumDays: minimumDays, minimumBill: minimumBill, rules: rules,
                    lateFee: lateFee,
                    prices: try RateTable([
                        .init(from: try priceFrom.map { try CivilDate(iso8601: $0) } ?? day, value: unit)
                    ]))
            ], regions: [:], valueAddedTax: try RateTable([]), holidays: [])
    }

    private func take(_ set: PolicySet, _ books: SampleBooks, on day: String = "2026-11-01") async throws {
        try await books.store.write { try $0.importPolicies(set, actor: .command, at: at(day)) }
    }

    private func row(_ books: SampleBooks, _ number: InvoiceNumber) async throws -> (content: String, editions: String)
    {
        try await books.store.read { view in
            let row = try view.row("SELECT content, editions, source FROM invoice WHERE number = ?", number.text)
            return (try row?.text("content") ?? "", try row?.text("editions") ?? "")
        }
    }

    @Test("An edition for next year imported today leaves today's invoice as it is, to the byte")
    func nextYear() async throws {
        let (before, after) = (try await SampleBooks(), try await SampleBooks())
        let next = try edition(
            "2027.1", from: "2027-01-01", price: "0.90000000", rounding: .bursagaz, dueDays: 30, minimumDays: 40,
            minimumBill: MeterVolume(litres: 900_000),
            rules: [.freeVolume(CorrectedVolume(litres: 25_000))], lateFee: .publicClaims)
        try await take(next, after)
        var rows: [String] = []
        for books in [before, after] {
            let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
            let row = try await row(books, stored.number)
            rows.append(row.content + row.editions)
            #expect(stored.invoice.tariffVersion == "konut · 2026.1")
            let nextFrom = try await books.store.read { try $0.row("SELECT next_from FROM invoice")?.text("next_from") }
            #expect(nextFrom == "2026-12-06")
        }
        #expect(rows[0] == rows[1])
        // The next one, which ends in 2027, is another.
        let later = try await after.bill(
            try after.candidate(1, 1_942, "2027-01-05", origin: .clerk(name: "Deniz", photo: 5)))
        #expect(later.invoice.roundingProfile == "bursagaz")
        #expect(later.invoice.tariffVersion == "konut · 2026.1 + 2027.1")
    }

    @Test("The day itself: a period that ends on the first day of the terms has them, one that ends before has not")
    func boundary() async throws {
        let books = try await SampleBooks()
        try await take(try edition("2026.2", from: "2026-11-21", priceFrom: "2026-01-01", dueDays: 30), books)
        let on = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        #expect(on.invoice.dueDate.description == "2026-12-21")
        let before = try await books.bill(try books.candidate(1, 1_042, "2026-11-20", origin: .photo(2)))
        #expect(before.invoice.dueDate.description == "2026-12-08")
        // The prices of both came with the second edition, which replaced those of the same day.
        #expect(before.invoice.tariffVersion == "konut · 2026.2 + 2026.1")
    }

    @Test(
        "A period before all terms is billed by the oldest, and terms are named although their prices hold only later")
    func oldest() async throws {
        let books = try await SampleBooks()
        _ = try await books.store.write {
            try $0.run("UPDATE policy_tariff_terms SET from_day = '2027-06-01', due_days = 20")
        }
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        #expect(stored.invoice.dueDate.description == "2026-12-11")
        try await take(try edition("2026.9", from: "2026-11-22", priceFrom: "2027-01-01", dueDays: 30), books)
        let later = try await books.bill(try books.candidate(1, 1_042, "2026-11-22", origin: .photo(2)))
        #expect(later.invoice.tariffVersion == "konut · 2026.1 + 2026.9")
        #expect(later.invoice.figures.averagePrice.description == "0.44637590")
    }

    @Test("What is made anew of an old period is made by the terms of that period")
    func reversal() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        let next = try edition(
            "2027.1", from: "2027-01-01", rounding: .bursagaz, dueDays: 30,
            rules: [.freeVolume(CorrectedVolume(litres: 25_000))])
        try await take(next, books, on: "2027-01-02")
        let done = try await books.store.write {
            try $0.reverse(
                ReversalOrder(first.number, reason: .price, clerk: "Deniz", replacement: .sameReading),
                at: at("2027-01-10"))
        }
        let new = try #require(done.replacement).invoice
        #expect(new.figures == first.invoice.figures && new.lines == first.invoice.lines)
        #expect(new.tariffVersion == "konut · 2026.1" && new.roundingProfile == "standard")
        #expect(new.dueDate.description == "2027-01-25")
    }

    @Test("A late payment costs what the clause of the due day says, whenever it comes")
    func lateFee() async throws {
        let books = try await SampleBooks()
        try await take(
            try edition("2026.2", from: "2026-01-01", lateFee: .monthly(Rate(partsPerMillion: 10_000))), books)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        #expect(first.invoice.dueDate.description == "2026-12-08")
        for (day, clause) in [("2026-12-09", ContractLateFee.publicClaims), ("2027-01-01", .statutory)] {
            try await take(try edition("later \(day)", from: day, priceFrom: "2026-01-01", lateFee: clause), books)
        }
        let payable = first.invoice.figures.payable
        let payment = try PaymentTests.payment("A", payable.description, subscriber: 0, day: "2027-01-07")
        let outcome = try await books.store.write {
            try $0.importPayments([payment], sha256: "", actor: .command, at: at("2027-01-07"))
        }
        // 30 days at 1 % a month: the clause that came the day after it was due has no say.
        #expect(outcome.lateFees.sum.kurus == (payable.kurus + 50) / 100)
    }

    // 125 m3 of K 1 and 860.42 kcal/m3 are 125 kWh.
    @Test("Tiers, free volume and discount of a tariff stand on the invoice, and come back from the books as they were")
    func rules() async throws {
        let books = try await SampleBooks()
        let day = try CivilDate(iso8601: "2026-01-01")
        let upper = RetailPrice(perKilowattHour: try UnitPrice(parsing: "3", notation: .plain))
        let rules: [TariffRuleData] = [
            .freeVolume(CorrectedVolume(litres: 25_000)),
            .upperTier(above: StandardVolume(litres: 5_000), prices: try RateTable([.init(from: day, value: upper)])),
            .discount(Rate(partsPerMillion: 100_000), months: [11]),
        ]
        let gas = MonthlyGas(
            corrections: Dictionary(
                uniqueKeysWithValues: (1...12).map {
                    (
                        MonthlyGas.CorrectionKey(month: .everyYear($0), millibar: nil),
                        .factor(CorrectionFactor(hundredThousandths: 100_000))
                    )
                }),
            calorificValues: Dictionary(
                uniqueKeysWithValues: (1...12).map {
                    (.everyYear($0), GrossCalorificValue(tenThousandths: 8_604_200))
                }))
        let tariff = try edition("2026.2", from: "2026-01-01", price: "2", rules: rules).tariffs
        let set = PolicySet(
            version: "2026.2", source: nil, sha256: "", tariffs: tariff, regions: ["ornek": gas],
            valueAddedTax: try RateTable([]), holidays: [])
        try await take(set, books)
        let stored = try await books.bill(try books.candidate(0, 1_125, "2026-11-20"))
        let invoice = stored.invoice
        // 25 kWh free; of 100 kWh 5 × 10.64 = 53.2 at 2.00 and 46.8 at 3.00; 20 of 30 days in November.
        #expect(
            invoice.lines.map { "\($0.code) \($0.quantity) \($0.amount)" } == [
                "consumption 53.200 106.40", "freeVolume 25.000 0.00", "upperTier 46.800 140.40",
            ])
        // 246.80 × 10 % × 20 ÷ 30 = 16.453…
        #expect(invoice.charges == [InvoiceCharge(code: .discount, amount: Money(kurus: -1_645), isTaxed: true)])
        // 230.35 + 46.07
        #expect(invoice.figures.payable.description == "276.42")
        #expect(invoice.policyVersions.suffix(3) == rules.map(\.version)[...])
        let back = try #require(try await books.store.read { try $0.invoice(stored.number) }).invoice
        #expect(back == invoice && back.derivation.contains { $0.code == .upperTierEnergy })
    }

    @Test("An eligible consumer's tariff bills the system use alone")
    func systemUse() async throws {
        let books = try await SampleBooks()
        let old = try edition("2026.2", from: "2026-01-01", supply: .systemUseOnly).tariffs[0]
        let price = try RetailPrice(
            parts: .perKilowattHour(
                PriceParts(
                    purchase: try UnitPrice(parsing: "0.5", notation: .plain), specialConsumptionTax: .zero,
                    systemUse: try UnitPrice(parsing: "0.25", notation: .plain))))
        let set = PolicySet(
            version: "2026.2", source: nil, sha256: "",
            tariffs: [
                PolicySet.Tariff(
                    name: old.name, use: old.use, from: old.from, rounding: old.rounding, dayCount: old.dayCount,
                    dueDays: old.dueDays, supply: .systemUseOnly, minimumDays: 15,
                    prices: try RateTable([.init(from: old.from, value: price)]))
            ], regions: [:], valueAddedTax: try RateTable([]), holidays: [])
        try await take(set, books)
        let invoice = try await books.bill(try books.candidate(0, 1_042, "2026-11-21")).invoice
        #expect(invoice.supply == .systemUseOnly && invoice.lines.map(\.code) == [.systemUse])
        #expect(invoice.lines[0].unitPrice.description == "0.25000000")
    }

    @Test("What was there before terms had days holds from the first day that there is")
    func migrates() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/endeks-terms-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let last = try #require(AccountsTables.migrations.firstIndex { $0.name == "Accounts/5 dated terms" })
        do {
            let old = try Store(folder: folder, migrations: Array(AccountsTables.migrations.prefix(last)))
            try await old.write { transaction in
                try transaction.run("INSERT INTO policy_edition (version, sha256, imported_at) VALUES ('1', '', 0)")
                try transaction.run(
                    """
                    INSERT INTO policy_tariff (name, used_for, rounding, day_count, due_days, minimum_days,
                        minimum_bill_litres, late_fee, edition)
                    VALUES ('konut', 'residential', 'bursagaz', 'excludeLast', 12, 9, 10000, 'statutory', 1)
                    """)
            }
        }
        let store = try Store(folder: folder, migrations: AccountsTables.migrations)
        let row = try #require(try await store.read { try $0.row("SELECT * FROM policy_tariff_terms") })
        for (column, text) in [
            ("tariff", "konut"), ("from_day", "1900-01-01"), ("rounding", "bursagaz"), ("day_count", "excludeLast"),
            ("late_fee", "statutory"), ("price_change", "dayWeightedAverage"), ("tax_change", "taxDate"),
        ] {
            #expect(try row.text(column) == text)
        }
        for (column, number) in [("due_days", 12), ("minimum_days", 9), ("minimum_bill_litres", 10_000)] {
            #expect(try row.integer(column) == Int64(number))
        }
    }

    @Test("A price that jumps, a tier below the price, a short term and another use are doubts; what is near is none")
    func doubts() async throws {
        let books = try await SampleBooks()
        func doubts(_ set: PolicySet) async throws -> [PolicyDoubt] {
            try await books.store.read { try $0.doubts(of: set) }
        }
        #expect(try await doubts(try edition("ok", from: "2026-06-01", price: "1.33912769")) == [])
        func price(_ text: String) throws -> UnitPrice { try UnitPrice(parsing: text, notation: .plain) }
        let day = try CivilDate(iso8601: "2026-06-01")
        let old = try price("0.44637590")
        for jump in ["44.63759000", "1.33912770", "0.14879196", "0.00446376"] {
            #expect(
                try await doubts(try edition("jump", from: "2026-06-01", price: jump)) == [
                    .priceJump(tariff: "konut", from: day, before: old, price: try price(jump))
                ])
        }
        // The same day is replaced: from the price that stood there.
        let same = try await doubts(try edition("same", from: "2026-01-01", price: "4.4637590"))
        #expect(same.count == 1)
        let tier = TariffRuleData.upperTier(
            above: StandardVolume(litres: 1),
            prices: try RateTable([
                .init(from: day, value: RetailPrice(perKilowattHour: try price("0.4")))
            ]))
        #expect(
            try await doubts(try edition("tier", from: "2026-06-01", dueDays: 6, rules: [tier])) == [
                .shortTerm(tariff: "konut", days: 6),
                .upperTier(tariff: "konut", from: day, ordinary: old, price: try price("0.4")),
            ])
        #expect(
            try await doubts(try edition("use", use: .commercial, from: "2026-06-01")) == [
                .otherUse(tariff: "konut", before: .residential, use: .commercial)
            ])
        // Other terms from a day on that is billed; the same ones, or from a later day, are none.
        _ = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        let billed = try CivilDate(iso8601: "2026-11-21")
        #expect(
            try await doubts(try edition("late", from: "2026-11-21", dueDays: 30)) == [
                .billedTerms(tariff: "konut", from: billed, billedThrough: billed)
            ])
        #expect(try await doubts(try edition("later", from: "2026-11-22", dueDays: 30)) == [])
        #expect(try await doubts(try edition("same", from: "2026-11-21")) == [])
    }
}

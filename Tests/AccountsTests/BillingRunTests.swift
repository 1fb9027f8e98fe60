import Accounts
import Billing
import Quantities
import Storage
import Testing

@Suite("Billing run")
struct BillingRunTests {
    private func reading(
        _ subscriber: Int, _ index: String, _ day: String = "2026-11-21", by name: String? = nil
    ) throws -> RunReading {
        RunReading(
            line: subscriber + 2, subscriber: try SampleBooks.number(subscriber), index: try Index(printed: index),
            date: try CivilDate(iso8601: day), confirmedBy: name)
    }

    private func run(
        _ readings: [RunReading], _ books: SampleBooks, batch: Int = 2, day: String = "2026-11-21"
    ) async throws -> [RunOutcome] {
        var outcomes: [RunOutcome] = []
        try await BillingRun(issuer: books.issuer, sha256: "", batchSize: batch).run(
            readings, in: books.store, now: { at(day) }
        ) { results in outcomes += results.map(\.outcome) }
        return outcomes
    }

    @Test("A round is billed once: the same file again finds its invoices, by whatever batches it is cut")
    func once() async throws {
        let books = try await SampleBooks(subscribers: 7)
        let round = try (0..<7).map { try reading($0, "010\(20 + $0)") }
        let first = try await run(round, books)
        var numbers: [InvoiceNumber] = []
        for outcome in first {
            if case .billed(let number, _) = outcome { numbers.append(number) }
        }
        #expect(numbers.map(\.text) == (1...7).map { "OGZ202600000000\($0)" })
        for batch in [1, 3, 100] {
            let again = try await run(round, books, batch: batch, day: "2026-11-25")
            #expect(again == numbers.map { .billedBefore($0) })
        }
        let (counts, unbalanced, audit) = try await books.store.read { view in
            (try view.accountCounts(), try view.unbalancedLedgerEntries(), try view.verifyAudit())
        }
        #expect(counts.invoices == 7 && counts.readings == 7 && unbalanced.isEmpty)
        // Two of the sample's, seven invoices, four runs.
        guard case .intact(entries: 13, _) = audit else {
            Issue.record("\(audit)")
            return
        }
    }

    @Test("A run that was cut off goes on where it stood")
    func resumed() async throws {
        let books = try await SampleBooks(subscribers: 6)
        let round = try (0..<6).map { try reading($0, "01050") }
        let half = try await run(Array(round.prefix(4)), books)
        #expect(half.count == 4)
        let rest = try await run(round, books)
        let billed = rest.filter { if case .billed = $0 { true } else { false } }
        let before = rest.filter { if case .billedBefore = $0 { true } else { false } }
        #expect(billed.count == 2 && before.count == 4)
        #expect(try await books.store.read { try $0.accountCounts() }.invoices == 6)
    }

    @Test("A run makes the same invoices as a reading by itself, and they come back equal")
    func sameAsAlone() async throws {
        let (together, alone) = (try await SampleBooks(subscribers: 5), try await SampleBooks(subscribers: 5))
        let round = try (0..<5).map { try reading($0, "01\(100 + $0 * 31)") }
        for (place, outcome) in try await run(round, together).enumerated() {
            guard case .billed(let number, let payable) = outcome else {
                Issue.record("\(outcome)")
                continue
            }
            let single = try await alone.bill(
                ReadingCandidate(
                    subscriber: round[place].subscriber, index: round[place].index, date: round[place].date,
                    origin: .round(confirmedBy: nil)))
            let stored = try await together.store.read { try $0.invoice(number) }
            #expect(stored?.invoice == single.invoice && payable == single.invoice.figures.payable)
        }
    }

    @Test("Leading zeros that a spreadsheet took are put back; more digits than wheels are held")
    func digits() async throws {
        let books = try await SampleBooks()
        let outcomes = try await run([try reading(0, "1042"), try reading(1, "001042")], books)
        guard case .billed(let number, _) = outcomes[0], case .billed = outcomes[1] else {
            Issue.record("\(outcomes)")
            return
        }
        let stored = try await books.store.read { try $0.invoice(number) }
        #expect(stored?.invoice.lastReading.index.description == "01042")
        let held = try await run([try reading(2, "101042")], books)
        guard case .held(.notPlausible(let assessment)) = held[0] else {
            Issue.record("\(held)")
            return
        }
        #expect(assessment.zone(of: .register) == .refuse)
    }

    @Test("What is remarkable is held, and billed once somebody's name stands beside it; what no meter counts never is")
    func confirmed() async throws {
        let books = try await SampleBooks()
        // G4 for 31 days: 446.4 m3 ask, 4,608 m3 (32 days of 6 m3/h) are the most that it lets through.
        let held = try await run([try reading(0, "01447"), try reading(1, "00990"), try reading(2, "09000")], books)
        for outcome in held {
            guard case .held(.notPlausible) = outcome else {
                Issue.record("\(outcome)")
                continue
            }
        }
        let named = try await run(
            [
                try reading(0, "01447", by: "Deniz"), try reading(1, "00990", by: "Deniz"),
                try reading(2, "09000", by: "Deniz"),
            ], books)
        guard case .billed(let number, _) = named[0], case .held(.notPlausible) = named[1],
            case .held(.notPlausible) = named[2]
        else {
            Issue.record("\(named)")
            return
        }
        let (stored, reading) = try await books.store.read { view in
            let stored = try view.invoice(number)
            return (stored, try stored.flatMap { try view.reading($0.reading) })
        }
        #expect(stored != nil && reading?.origin == .round(confirmedBy: "Deniz"))
    }

    @Test("Another index for a billed period is held, and so are strangers and prepaid meters; the others are billed")
    func held() async throws {
        let books = try await SampleBooks()
        _ = try await run([try reading(0, "01042")], books)
        let outcomes = try await run(
            [try reading(0, "01043"), try reading(40, "01042"), try reading(1, "01042"), try reading(1, "01050")], books
        )
        guard case .held(.alreadyBilled) = outcomes[0], case .held(.unknownSubscriber) = outcomes[1],
            case .billed = outcomes[2], case .held(.alreadyBilled) = outcomes[3]
        else {
            Issue.record("\(outcomes)")
            return
        }
    }

    @Test("Policies that come in between two batches hold for the second")
    func policies() async throws {
        let books = try await SampleBooks(subscribers: 2)
        _ = try await run([try reading(0, "01042")], books)
        let dearer = try SampleBooks.policies(version: "2026.2", price: "0.50000000")
        try await books.store.write { try $0.importPolicies(dearer, actor: .command, at: at("2026-11-22")) }
        guard case .billed(let number, _) = try await run([try reading(1, "01042")], books)[0] else {
            Issue.record("not billed")
            return
        }
        let stored = try await books.store.read { try $0.invoice(number) }
        #expect(stored?.invoice.figures.averagePrice.description == "0.50000000")
    }

    @Test("Policies that come in within a transaction hold for what it bills afterwards")
    func policiesWithin() async throws {
        let books = try await SampleBooks(subscribers: 2)
        let dearer = try SampleBooks.policies(version: "2026.2", price: "0.50000000")
        let issuer = books.issuer
        let (first, second) = (
            try books.candidate(0, 1_042, "2026-11-21"), try books.candidate(1, 1_042, "2026-11-21", origin: .photo(2))
        )
        let prices = try await books.store.write { transaction in
            let one = try transaction.bill(first, issuer: issuer, at: at("2026-11-21"))
            try transaction.importPolicies(dearer, actor: .command, at: at("2026-11-21"))
            let two = try transaction.bill(second, issuer: issuer, at: at("2026-11-21"))
            return [one, two].map { $0.invoice.figures.averagePrice.description }
        }
        #expect(prices == ["0.44637590", "0.50000000"])
    }

    @Test("An invoice names the editions that priced its days, and none that holds only later")
    func stamp() async throws {
        let books = try await SampleBooks(subscribers: 3)
        func later(_ version: String, from day: String) throws -> PolicySet {
            let set = try SampleBooks.policies(version: version, price: "0.50000000")
            let old = set.tariffs[0]
            let price = RetailPrice(perKilowattHour: try UnitPrice(parsing: "0.5", notation: .plain))
            return PolicySet(
                version: version, source: nil, sha256: "",
                tariffs: [
                    PolicySet.Tariff(
                        name: old.name, use: old.use, rounding: old.rounding, dayCount: old.dayCount,
                        dueDays: old.dueDays, minimumDays: old.minimumDays,
                        prices: try RateTable([.init(from: try CivilDate(iso8601: day), value: price)]))
                ], regions: set.regions, valueAddedTax: set.valueAddedTax, holidays: set.holidays)
        }
        func version(_ subscriber: Int) async throws -> String {
            let stored = try await books.bill(
                try books.candidate(subscriber, 1_042, "2026-11-21", origin: .photo(Int64(subscriber))))
            return stored.invoice.tariffVersion
        }
        let future = try later("2027.1", from: "2027-01-01")
        try await books.store.write { try $0.importPolicies(future, actor: .command, at: at("2026-11-01")) }
        #expect(try await version(0) == "konut · 2026.1")
        let within = try later("2026.2", from: "2026-11-10")
        try await books.store.write { try $0.importPolicies(within, actor: .command, at: at("2026-11-01")) }
        #expect(try await version(1) == "konut · 2026.1 + 2026.2")
    }
    // Yönetmelik m.48 as of RG 21/2/2026-33175; vectors/periods.csv.
    @Test("A round that shortens the period leaves 25 days to pay; a customer's photo chose its own day")
    func shortPeriod() async throws {
        let books = try await SampleBooks()
        // 20 days after the last reading: 25 days end on Saturday 5 December, and Monday the 7th is a holiday.
        guard
            case .billed(let number, _) = try await run(
                [try reading(0, "01020", "2026-11-10")], books, day: "2026-11-10")[0]
        else {
            Issue.record("the round was not billed")
            return
        }
        let round = try #require(try await books.store.read { try $0.invoice(number) })
        #expect(round.invoice.dueDate.description == "2026-12-08")
        #expect(round.invoice.policyVersions.contains("periods-2026.1"))
        let again = try await books.store.write {
            try $0.reverse(
                ReversalOrder(number, reason: .price, clerk: "Deniz", replacement: .sameReading), at: at("2026-11-10"))
        }
        #expect(again.replacement?.invoice.dueDate == round.invoice.dueDate)
        let photo = try await books.bill(try books.candidate(1, 1_020, "2026-11-10"))
        #expect(photo.invoice.dueDate.description == "2026-11-25")
        // 31 days are no short period: the tariff's fifteen days hold.
        _ = try await run([try reading(2, "01042")], books)
        let owner = try SampleBooks.number(2)
        let long = try await books.store.read {
            try $0.invoice(of: owner, periodOf: try CivilDate(iso8601: "2026-11-21"))
        }
        #expect(long?.invoice.dueDate.description == "2026-12-08")
    }
}

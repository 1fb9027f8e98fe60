import Accounts
import Billing
import Quantities
import Storage
import Testing

/// What a reading is held against beside its own history: weather, the class, doubtful digits, faults.
@Suite("What the books know of a reading")
struct ComparisonTests {
    private func assessment(
        _ candidate: ReadingCandidate, in books: SampleBooks
    ) async throws -> PlausibilityAssessment? {
        do {
            try await books.bill(candidate)
            return nil
        } catch AccountsError.notPlausible(let assessment) {
            return assessment
        }
    }

    private func candidate(
        _ index: Int64, _ day: String, subscriber: Int = 0, doubtful: [Int] = [], origin: ReadingOrigin = .photo(1)
    ) throws -> ReadingCandidate {
        ReadingCandidate(
            subscriber: try SampleBooks.number(subscriber), index: try Index(value: index, digits: 5),
            date: try CivilDate(iso8601: day), origin: origin, doubtfulPlaces: doubtful)
    }

    @Test("A digit that was read with doubt is proposed where the index is implausible, and a typed swap of two")
    func doubtfulDigits() async throws {
        let books = try await SampleBooks()
        // 01742 in the place of 01042: the third digit was not read for certain.
        let sure = try await assessment(try candidate(1_742, "2026-11-21"), in: books)
        #expect(sure?.codes == "R3" && sure?.proposals.isEmpty == true)
        let doubtful = try await assessment(try candidate(1_742, "2026-11-21", doubtful: [2]), in: books)
        #expect(doubtful?.codes == "R3,R6")
        #expect(doubtful?.proposals.map(\.value).contains(1_042) == true)
        // 01902 in the place of 01092, as a reader types it on the round.
        let reading = RunReading(
            line: 2, subscriber: try SampleBooks.number(1), index: try Index(printed: "01902"),
            date: try CivilDate(iso8601: "2026-11-21"))
        var held: [PlausibilityAssessment] = []
        try await BillingRun(issuer: books.issuer, sha256: "").run(
            [reading], in: books.store, now: { at("2026-11-21") }
        ) { results in
            for result in results {
                if case .held(.notPlausible(let assessment)) = result.outcome { held.append(assessment) }
            }
        }
        #expect(held.map(\.codes) == ["R3,R6"] && held[0].proposals.map(\.value) == [1_092])
    }

    @Test(
        "With the weather of every month the expectation is the customer's own line; without a month the rule is silent"
    )
    func weather() async throws {
        // 0.5 m3 a day and 0.2 m3 a kelvin-day, read on the first of each month of 2025 and 2026.
        let kelvinDays: [Int64] = [450, 400, 320, 180, 60, 10, 0, 0, 20, 140, 280, 420]
        for isWhole in [true, false] {
            let books = try await SampleBooks(subscribers: 1)
            var tenths: [CivilMonth: Int64] = [:]
            for year in 2025...2026 {
                for month in 1...12 where isWhole || (year, month) != (2026, 11) {
                    tenths[try CivilMonth(year: year, month: month)] = kelvinDays[month - 1] * 10
                }
            }
            let plain = try SampleBooks.policies(version: "2026.3")
            let policies = PolicySet(
                version: plain.version, source: nil, sha256: "", tariffs: plain.tariffs, regions: plain.regions,
                degreeDays: ["ornek": MonthlyDegreeDays(tenths: tenths)], valueAddedTax: plain.valueAddedTax,
                holidays: [])
            var readings: [ImportedReading] = []
            var (litres, day) = (Int64(297_500), try CivilDate(iso8601: "2025-07-31"))
            for month in [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9] {
                readings.append(
                    ImportedReading(
                        line: readings.count + 2, subscriber: try SampleBooks.number(0),
                        index: try Index(value: litres / 1_000, digits: 5), date: day))
                let year = day.year + (month == 1 ? 1 : 0)
                let next = try day.advanced(byDays: CivilMonth.days(year: year, month: month))
                litres += Int64(day.days(until: next)) * 500 + kelvinDays[month - 1] * 200
                day = next
            }
            let all = readings
            _ = try await books.store.write { transaction in
                try transaction.importPolicies(policies, actor: .command, at: at("2026-10-22"))
                return try transaction.importReadings(all, sha256: "", actor: .command, at: at("2026-10-23"))
            }
            // From 21 October to 30 November: 10/31 of 140 and all of 280 kelvin-days, 40 days: 20 + 65 m3. The weather tells it
            // to 35 %; the same weeks of last year, which are left without it, to 60 %.
            let found = try await assessment(try candidate(1_125, "2026-11-30"), in: books)
            let rule = found?.findings.first { $0.rule == .expectedUse }
            #expect((rule != nil) == isWhole, "\(found?.summary ?? "")")
            let expected = rule?.figures.first { $0.role == .expectedUse }?.figure.description
            #expect(expected.map { $0.hasPrefix("85") || $0.hasPrefix("84") } ?? !isWhole, "\(found?.summary ?? "")")
        }
    }

    @Test("The class's mean comes from the invoices that stand, month by month, and a reversal takes its part away")
    func classSums() async throws {
        let books = try await SampleBooks()
        let stored = try await books.bill(try candidate(1_041, "2026-12-01"))
        func sums() async throws -> [String] {
            try await books.store.read { view in
                try view.rows("SELECT * FROM class_use ORDER BY month").map {
                    "\(try $0.text("tariff")) \(try $0.text("month")) \(try $0.integer("litres")) \(try $0.integer("days"))"
                }
            }
        }
        #expect(try await sums() == ["konut 2026-10 10000 10", "konut 2026-11 30000 30", "konut 2026-12 1000 1"])
        let order = ReversalOrder(stored.number, reason: .other, clerk: "Deniz", replacement: .none)
        _ = try await books.store.write { try $0.reverse(order, at: at("2026-12-02")) }
        #expect(try await sums() == ["konut 2026-10 0 0", "konut 2026-11 0 0", "konut 2026-12 0 0"])
    }

    @Test("A newcomer without history is held against the class once every month of it has days enough")
    func classMean() async throws {
        let books = try await SampleBooks()
        // A day too few in May says nothing of it.
        for (subscriber, days, codes) in [(0, 2_999, nil), (1, 3_000, "R4")] as [(Int, Int64, String?)] {
            try await books.store.write { transaction in
                for month in 1...12 {
                    try transaction.run(
                        "INSERT OR REPLACE INTO class_use (tariff, month, litres, days) VALUES ('konut', ?, ?, ?)",
                        month < 10 ? "2025-0\(month)" : "2025-\(month)", days * 1_000, month == 5 ? days : 3_000)
                }
            }
            // 31 m3 are expected, four times as much is tolerated.
            let found = try await assessment(try candidate(1_125, "2026-11-21", subscriber: subscriber), in: books)
            #expect(found?.codes == codes, "\(found?.summary ?? "")")
        }
    }

    @Test("A counter that stands while the neighbours heat is flagged; an empty flat that always stood is not")
    func stuck() async throws {
        let books = try await SampleBooks(subscribers: 6)
        for number in 1...4 {
            try await books.bill(try candidate(1_120, "2026-12-10", subscriber: number, origin: .photo(Int64(number))))
        }
        try await books.bill(try candidate(1_040, "2026-11-05", origin: .photo(10)))
        let held = try candidate(1_040, "2026-12-11", origin: .photo(11))
        #expect(try await assessment(held, in: books)?.codes == "R5")
        let flags = try await books.store.read { try $0.faultFlags(of: held, on: held.date) }
        #expect(flags.map(\.fault) == [.stuckIndex])
        let empty = try candidate(1_000, "2026-12-11", subscriber: 5, origin: .photo(12))
        #expect(try await books.store.read { try $0.faultFlags(of: empty, on: empty.date) }.isEmpty)
    }

    @Test(
        "An index that falls twice is a fault, one that fell once a misread digit; the run says so, and bills neither")
    func reverseFlow() async throws {
        let books = try await SampleBooks()
        func run(_ index: String, _ day: String) async throws -> RunResult {
            let reading = RunReading(
                line: 2, subscriber: try SampleBooks.number(0), index: try Index(printed: index),
                date: try CivilDate(iso8601: day))
            var found: [RunResult] = []
            try await BillingRun(issuer: books.issuer, sha256: "").run(
                [reading], in: books.store, now: { at(day) }
            ) { found += $0 }
            return try #require(found.first)
        }
        #expect(try await run("00990", "2026-11-21").flags.isEmpty)
        let second = try await run("00980", "2026-12-21")
        #expect(second.flags.map(\.fault) == [.reverseFlow] && second.flags.codes == "4")
        guard case .held = second.outcome else {
            Issue.record("a falling index was billed")
            return
        }
    }

    @Test("Two readings that the reader mixed up are both held, and each is said to be the other's meter")
    func swapped() async throws {
        let books = try await SampleBooks(subscribers: 1)
        let other = try SampleBooks.record(1, index: 40_000)
        _ = try await books.store.write {
            try $0.importSubscribers([other], sha256: "", actor: .command, at: at("2026-10-22"))
        }
        let readings = try [(0, "40042"), (1, "01042")].map { subscriber, index in
            RunReading(
                line: subscriber + 2, subscriber: try SampleBooks.number(subscriber), index: try Index(printed: index),
                date: try CivilDate(iso8601: "2026-11-21"))
        }
        var found: [RunResult] = []
        try await BillingRun(issuer: books.issuer, sha256: "").run(
            readings, in: books.store, now: { at("2026-11-21") }
        ) { found += $0 }
        #expect(found.map { $0.flags.map(\.fault) } == [[.wrongMeter], [.wrongMeter]])
        #expect(try await books.store.read { try $0.accountCounts() }.invoices == 0)
    }

    @Test("A counter that passed zero is billed, and said to have")
    func rollover() async throws {
        let books = try await SampleBooks(subscribers: 0)
        let record = try SampleBooks.record(0, index: 99_980)
        _ = try await books.store.write {
            try $0.importSubscribers([record], sha256: "", actor: .command, at: at("2026-10-22"))
        }
        try await books.bill(try candidate(20, "2026-11-21"))
        let details = try await books.store.read {
            try $0.row("SELECT details FROM audit WHERE action = 'invoice.issued'")?.text("details")
        }
        #expect(details?.contains(#""faults":"3""#) == true, "\(details ?? "")")
    }
}

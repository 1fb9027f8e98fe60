import Accounts
import Billing
import Quantities
import Storage
import Testing

@Suite("Freezes")
struct FreezeTests {
    private func freeze(
        _ first: String, _ returned: String?, subscriber: Int = 0, line: Int = 2
    ) throws -> ImportedFreeze {
        ImportedFreeze(
            line: line, subscriber: try SampleBooks.number(subscriber),
            freeze: try BillingFreeze(
                first: try CivilDate(iso8601: first), returned: try returned.map { try CivilDate(iso8601: $0) }))
    }

    private func take(_ books: SampleBooks, _ freezes: [ImportedFreeze]) async throws -> FreezeCounts {
        try await books.store.write {
            try $0.importFreezes(freezes, sha256: "", actor: .command, at: at("2026-11-01"))
        }
    }

    @Test("While a freeze holds no invoice is made, by photo or by run; after the return all is billed at once")
    func frozen() async throws {
        let books = try await SampleBooks()
        #expect(try await take(books, [try freeze("2026-11-01", nil)]).added == 1)
        let reason = BillingDeferral.frozen(try freeze("2026-11-01", nil).freeze)
        let held = BillingError.deferred(reason)
        await #expect(throws: AccountsError.billing(held)) {
            try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        }
        let reading = RunReading(
            line: 2, subscriber: try SampleBooks.number(0), index: try Index(printed: "01042"),
            date: try CivilDate(iso8601: "2026-11-21"))
        var outcomes: [RunOutcome] = []
        try await BillingRun(issuer: books.issuer, sha256: "").run(
            [reading], in: books.store, now: { at("2026-11-21") }
        ) { outcomes += $0.map(\.outcome) }
        #expect(outcomes == [.putOff(reason)])
        #expect(try await take(books, [try freeze("2026-11-01", "2026-12-15")]).ended == 1)
        let stored = try await books.bill(try books.candidate(0, 1_060, "2026-12-20"))
        #expect(stored.invoice.days == 60 && stored.invoice.figures.measuredVolume.description == "60.000")
    }

    @Test("A freeze is known again, another return is refused, and a wrong line refuses the file whole")
    func imported() async throws {
        let books = try await SampleBooks()
        let open = try freeze("2026-11-01", nil)
        #expect(try await take(books, [open, open]) == FreezeCounts(added: 1, unchanged: 1))
        let ended = try freeze("2026-11-01", "2026-12-01")
        #expect(try await take(books, [ended, ended]) == FreezeCounts(ended: 1, unchanged: 1))
        await #expect {
            try await take(
                books,
                [
                    try freeze("2026-11-01", "2026-12-02", line: 2), try freeze("2026-11-01", nil, line: 3),
                    try freeze("2026-11-01", nil, subscriber: 9, line: 4), try freeze("2027-01-01", nil, line: 5),
                ])
        } throws: { error in
            let problems = (error as? FreezeRefusal)?.problems ?? []
            let end = try CivilDate(iso8601: "2026-12-01")
            return problems.map(\.line) == [2, 3, 4]
                && problems.map(\.reason) == [.otherReturn(end), .isEnded(end), .unknownSubscriber]
        }
        let freezes = try await books.store.read { try $0.freezes(of: try SampleBooks.number(0)) }
        #expect(freezes.freezes == [ended.freeze])
    }

    @Test("An invoice that is wrong is put right also while the subscriber's invoices are frozen")
    func putRight() async throws {
        let books = try await SampleBooks()
        let wrong = try await books.bill(try books.candidate(0, 1_142, "2026-11-21"))
        _ = try await take(books, [try freeze("2026-11-22", nil)])
        let right = try books.candidate(0, 1_042, "2026-11-21", origin: .corrected(by: "Deniz", photo: 1))
        let done = try await books.store.write {
            try $0.reverse(
                ReversalOrder(wrong.number, reason: .index, clerk: "Deniz", replacement: .reading(right)),
                at: at("2026-11-25"))
        }
        #expect(done.replacement?.invoice.lastReading.index.value == 1_042)
    }
}

import Accounts
import Billing
import Foundation
import Quantities
import Storage
import Testing

@Suite("Taking an invoice back")
struct ReversalTests {
    private func order(
        _ number: InvoiceNumber, _ replacement: ReversalOrder.Replacement, _ reason: InvoiceReversal.Reason = .index
    ) -> ReversalOrder {
        ReversalOrder(number, reason: reason, clerk: "Deniz", replacement: replacement)
    }

    private func corrected(_ books: SampleBooks, _ index: Int64, _ day: String, subscriber: Int = 0) throws
        -> ReversalOrder.Replacement
    {
        let origin = ReadingOrigin.corrected(by: "Deniz", photo: 7 + 100 * Int64(subscriber))
        return .reading(try books.candidate(subscriber, index, day, origin: origin))
    }

    private func reverse(_ books: SampleBooks, _ order: ReversalOrder, on day: String) async throws -> ReversedInvoice {
        try await books.store.write { try $0.reverse(order, at: at(day)) }
    }

    @Test("An index that was wrong: reversal, replacement, the mirror in the ledger, the reading superseded")
    func replaces() async throws {
        let books = try await SampleBooks()
        let wrong = try await books.bill(try books.candidate(0, 1_142, "2026-11-21", origin: .photo(7)))
        let order = order(wrong.number, try corrected(books, 1_042, "2026-11-21"))
        let draft = try await books.store.read { try $0.replacementDraft(order, on: at("2026-11-24").civilDate) }
        let done = try await reverse(books, order, on: "2026-11-24")
        let new = try #require(done.replacement)
        #expect([done.reversal.number.text, new.number.text] == ["OGZ2026000000002", "OGZ2026000000003"])
        #expect(draft?.figures == new.invoice.figures && new.invoice.replaces == wrong.number)
        #expect(new.invoice.figures.measuredVolume.description == "42.000")
        #expect(new.invoice.invoiceDate.description == "2026-11-24" && new.invoice.taxDate == wrong.invoice.taxDate)
        #expect(done.difference.kurus == new.invoice.figures.payable.kurus - wrong.invoice.figures.payable.kurus)

        let (again, kept, readings, owed, balances, unbalanced, counts) = try await books.store.read { view in
            (
                try view.invoice(of: wrong.subscriber, periodOf: wrong.invoice.lastReading.date),
                try view.invoice(wrong.number), try view.readings(of: wrong.subscriber, last: 5),
                try view.owedNow(by: wrong.subscriber), try view.ledgerBalances(), try view.unbalancedLedgerEntries(),
                try view.accountCounts()
            )
        }
        #expect(again == new && kept == wrong)
        #expect(readings.map(\.index.value) == [1_042, 1_000])
        #expect(readings[0].origin == .corrected(by: "Deniz", photo: 7))
        #expect(owed == new.invoice.figures.payable)
        #expect(balances.values.reduce(0) { $0 + $1.kurus } == 0 && unbalanced.isEmpty)
        #expect(counts.readings == 1 && counts.invoices == 2)
        let reversal = try #require(try await books.store.read { try $0.reversal(of: wrong.number) })
        #expect(reversal.number == done.reversal.number && reversal.replacement == new.number)
        #expect(reversal.clerk == "Deniz" && reversal.reason == .index)
        guard case .intact(entries: 5, _) = try await books.store.read({ try $0.verifyAudit() }) else {
            Issue.record("the chain of the audit log")
            return
        }
        // The next period goes on from the right index.
        let next = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(8)))
        #expect(next.invoice.firstReading.index.value == 1_042)
    }

    @Test("The mirror is the entry line by line, each with the opposite sign")
    func mirror() async throws {
        let books = try await SampleBooks()
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        _ = try await reverse(books, order(stored.number, .none, .other), on: "2026-11-22")
        let key = LedgerKey(.invoice, stored.number.text)
        let (entry, mirror) = try await books.store.read {
            (try $0.ledgerEntry(key)?.transaction, try $0.ledgerEntry(key.reversal)?.transaction)
        }
        let lines = try #require(entry).entry.lines
        #expect(mirror?.event == .reversal && mirror?.day.description == "2026-11-22")
        #expect(mirror?.entry.lines.map(\.amount.kurus) == lines.map { -$0.amount.kurus })
        #expect(mirror?.entry.lines.map(\.holder) == lines.map(\.holder))
        #expect(lines[0].holder == .subscriber(stored.subscriber) && lines[1].holder == .company)
    }

    @Test("Without a replacement the period is free, and the same photo can be billed again")
    func free() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_142, "2026-11-21", origin: .photo(7)))
        let done = try await reverse(books, order(first.number, .none), on: "2026-11-22")
        #expect(done.replacement == nil && done.difference == done.reversal.payable)
        #expect(try await books.store.read { try $0.invoice(madeFromPhoto: 7) } == nil)
        let second = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(7)))
        #expect(second.number.text == "OGZ2026000000003" && second.invoice.replaces == nil)
        #expect(second.invoice.firstReading == first.invoice.firstReading)
        #expect(try await books.store.read { try $0.invoice(madeFromPhoto: 7) } == second)
    }

    @Test("A price that was wrong is billed again from the same readings, also where later invoices stand")
    func samePeriod() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        let cheaper = try SampleBooks.policies(version: "2026.2", price: "0.40000000")
        try await books.store.write { try $0.importPolicies(cheaper, actor: .command, at: at("2026-12-21")) }
        let done = try await reverse(books, order(first.number, .sameReading, .price), on: "2026-12-22")
        let new = try #require(done.replacement)
        #expect(new.reading == first.reading && new.invoice.figures.averagePrice.description == "0.40000000")
        #expect(done.difference < .zero)
        let readings = try await books.store.read { try $0.readings(of: first.subscriber, last: 5) }
        #expect(readings.map(\.index.value) == [1_080, 1_042, 1_000])
        #expect(try await books.store.read { try $0.invoice(second.number) } == second)
    }

    @Test("What a later invoice stands on, what is unknown or reversed is refused, and nothing is written")
    func refused() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        for replacement in [ReversalOrder.Replacement.none, try corrected(books, 1_040, "2026-11-21")] {
            await #expect(throws: ReversalRefusal.laterInvoice(second.number)) {
                try await reverse(books, order(first.number, replacement), on: "2026-12-21")
            }
        }
        await #expect(throws: ReversalRefusal.unknownInvoice) {
            try await reverse(books, order(try InvoiceNumber("OGZ2026000000009"), .none), on: "2026-12-21")
        }
        await #expect(throws: ReversalRefusal.self) {
            // No counter runs back.
            try await reverse(books, order(second.number, try corrected(books, 1_020, "2026-12-20")), on: "2026-12-21")
        }
        let entries = try await books.store.read { try $0.row("SELECT count(*) AS n FROM audit")?.integer("n") }
        #expect(entries == 4)
        _ = try await reverse(books, order(second.number, .none), on: "2026-12-21")
        let reversal = try #require(try await books.store.read { try $0.reversal(of: second.number) })
        await #expect(throws: ReversalRefusal.alreadyReversed(reversal)) {
            try await reverse(books, order(second.number, .none), on: "2026-12-22")
        }
        // Now nothing stands on it any more.
        _ = try await reverse(books, order(first.number, try corrected(books, 1_040, "2026-11-21")), on: "2026-12-22")
        #expect(
            try await books.bill(try books.candidate(0, 1_080, "2026-12-20")).invoice.firstReading.index.value == 1_040)
    }

    @Test("An older reading inside the period would begin it anew in the wrong place: it is replaced at once")
    func olderReading() async throws {
        let books = try await SampleBooks()
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        let older = ImportedReading(
            line: 2, subscriber: stored.subscriber, index: try Index(value: 1_020, digits: 5),
            date: try CivilDate(iso8601: "2026-11-05"))
        _ = try await books.store.write {
            try $0.importReadings([older], sha256: "", actor: .command, at: at("2026-11-22"))
        }
        // It would begin the next period, and what was used before it be billed to nobody.
        let other = try books.candidate(1, 1_042, "2026-11-21", origin: .clerk(name: "Deniz", photo: 1))
        for replacement in [
            .none, .reading(other), try corrected(books, 1_010, "2026-11-03"),
            try corrected(books, 1_020, "2026-11-05"),
        ] {
            await #expect(throws: ReversalRefusal.laterReading(older.date)) {
                try await reverse(books, order(stored.number, replacement, .subscriber), on: "2026-11-22")
            }
        }
        let done = try await reverse(
            books, order(stored.number, try corrected(books, 1_043, "2026-11-21")), on: "2026-11-22")
        #expect(done.replacement?.invoice.firstReading.index.value == 1_000)
    }

    @Test("A photo of another subscriber's meter: the wrong one is free again, the right one has the invoice")
    func otherSubscriber() async throws {
        let books = try await SampleBooks()
        let wrong = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(7)))
        let right = try books.candidate(1, 1_042, "2026-11-21", origin: .clerk(name: "Deniz", photo: 7))
        let done = try await reverse(books, order(wrong.number, .reading(right), .subscriber), on: "2026-11-22")
        #expect(done.replacement?.subscriber == right.subscriber)
        let owed = try await books.store.read {
            (try $0.owedNow(by: wrong.subscriber), try $0.owedNow(by: right.subscriber))
        }
        #expect(owed.0 == .zero && owed.1 == done.replacement?.invoice.figures.payable)
        #expect(try await books.bill(try books.candidate(0, 1_009, "2026-11-22", origin: .photo(8))).invoice.days == 32)
    }

    @Test("A reversal that breaks off leaves nothing, and its numbers go to the next")
    func whole() async throws {
        struct Broken: Error {}
        let books = try await SampleBooks()
        let stored = try await books.bill(try books.candidate(0, 1_142, "2026-11-21"))
        let order = order(stored.number, try corrected(books, 1_042, "2026-11-21"))
        await #expect(throws: Broken.self) {
            try await books.store.write { transaction in
                _ = try transaction.reverse(order, at: at("2026-11-22"))
                throw Broken()
            }
        }
        #expect(try await books.store.read { try $0.reversal(of: stored.number) } == nil)
        #expect(try await books.store.read { try $0.readings(of: stored.subscriber, last: 1) }[0].index.value == 1_142)
        #expect(try await reverse(books, order, on: "2026-11-22").reversal.number.text == "OGZ2026000000002")
    }

    @Test("Every invoice, its reversals and replacements at random: the ledger sums to what stands", arguments: 1...3)
    func random(seed: UInt64) async throws {
        var state = seed
        func next(_ most: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % most
        }
        let books = try await SampleBooks(subscribers: 4)
        var expected: [Int: Int64] = [:]
        for number in 0..<4 {
            let stored = try await books.bill(
                try books.candidate(
                    number, 1_020 + Int64(next(80)), "2026-11-21", origin: .photo(Int64(number))))
            expected[number] = stored.invoice.figures.payable.kurus
            for _ in 0..<next(4) {
                let standing = try await books.store.read {
                    try $0.invoice(of: stored.subscriber, periodOf: stored.invoice.lastReading.date)
                }
                guard let standing else { break }
                let replacement: ReversalOrder.Replacement =
                    switch next(3) {
                    case 0: .none
                    case 1: .sameReading
                    default: try corrected(books, 1_020 + Int64(next(80)), "2026-11-21", subscriber: number)
                    }
                let done = try await reverse(books, order(standing.number, replacement), on: "2026-11-23")
                expected[number] = done.replacement?.invoice.figures.payable.kurus ?? 0
            }
        }
        for (number, kurus) in expected {
            #expect(try await books.store.read { try $0.owedNow(by: try SampleBooks.number(number)) }.kurus == kurus)
        }
        #expect(try await books.store.read { try $0.unbalancedLedgerEntries() }.isEmpty, "seed \(seed)")
    }
    @Test("An index of an earlier day leaves the rest of the period to the next invoice")
    func earlierDay() async throws {
        let books = try await SampleBooks()
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        let done = try await reverse(
            books, order(stored.number, try corrected(books, 1_010, "2026-11-08")), on: "2026-11-22")
        #expect(done.replacement?.invoice.figures.measuredVolume.description == "10.000")
        let next = try await books.bill(try books.candidate(0, 1_100, "2026-12-20", origin: .photo(8)))
        #expect(next.invoice.figures.measuredVolume.description == "90.000")
    }

    @Test("The other subscriber's invoice is taxed on its own day, and waits for that subscriber's return")
    func otherSubscribersTerms() async throws {
        let books = try await SampleBooks()
        let wrong = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(7)))
        let right = try books.candidate(1, 1_042, "2026-11-21", origin: .clerk(name: "Deniz", photo: 7))
        let order = order(wrong.number, .reading(right), .subscriber)
        let draft = try await books.store.read { try $0.replacementDraft(order, on: at("2026-11-24").civilDate) }
        #expect(draft?.taxDate.description == "2026-11-24")
        let freeze = try BillingFreeze(first: try CivilDate(iso8601: "2026-11-20"), returned: nil)
        let imported = ImportedFreeze(line: 2, subscriber: right.subscriber, freeze: freeze)
        _ = try await books.store.write {
            try $0.importFreezes([imported], sha256: "", actor: .command, at: at("2026-11-24"))
        }
        await #expect(throws: ReversalRefusal.replacement(.billing(.deferred(.frozen(freeze))))) {
            try await reverse(books, order, on: "2026-11-24")
        }
    }

    @Test("The same readings are billed again by the multiplier, the pressure and the tariff that they were billed by")
    func againOnTheSameTerms() async throws {
        let books = try await SampleBooks()
        let dearer = RetailPrice(perKilowattHour: try UnitPrice(parsing: "0.90000000", notation: .plain))
        let set = PolicySet(
            version: "2026.2", source: nil, sha256: "",
            tariffs: [
                PolicySet.Tariff(
                    name: "ticari", use: .commercial, rounding: .standard, dayCount: .excludeFirst, dueDays: 15,
                    minimumDays: 15,
                    prices: try RateTable([.init(from: try CivilDate(iso8601: "2026-01-01"), value: dearer)]))
            ], regions: [:], valueAddedTax: try RateTable([]), holidays: [])
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        // Later the place is a shop; the meter's row was written over in books of before.
        let record = try SampleBooks.record(0)
        let moved = ImportedSubscriber(
            line: 2,
            subscription: Subscription(
                subscriber: record.subscription.subscriber, meter: record.subscription.meter, region: "ornek",
                tariff: "ticari", language: "tr"),
            whatsapp: nil, businessScopedID: nil, lastReading: record.lastReading)
        try await books.store.write { transaction in
            try transaction.importPolicies(set, actor: .command, at: at("2026-11-22"))
            _ = try transaction.importSubscribers([moved], sha256: "", actor: .command, at: at("2026-11-22"))
            try transaction.run(
                "UPDATE meter SET multiplier_thousandths = 10000, pressure_mbar = 300 WHERE subscriber = 1")
        }
        let again = try await reverse(books, order(stored.number, .sameReading, .other), on: "2026-11-23")
        #expect(again.difference == .zero)
        let new = try #require(again.replacement)
        #expect(new.invoice.subscriber.kind == .residential && new.invoice.meter.pressureMillibar == 21)
        // An invoice of before knows its tariff by the version that it was made with.
        try await books.store.write { transaction in
            try transaction.run("DROP TRIGGER invoice_no_update")
            try transaction.run("UPDATE invoice SET tariff = NULL, region = NULL")
        }
        #expect(
            try await reverse(books, order(new.number, .sameReading, .other), on: "2026-11-24").difference == .zero)
    }
}

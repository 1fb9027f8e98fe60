import Accounts
import Billing
import Quantities
import Storage
import Testing

@Suite("Billing a reading")
struct BillReadingTests {
    @Test("Reading, number, invoice, ledger entry and audit entry are made together")
    func together() async throws {
        let books = try await SampleBooks()
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(7)))
        #expect(stored.number.text == "OGZ2026000000001")
        #expect(stored.invoice.figures.measuredVolume.description == "42.000")
        // 15 days after 21 November is Sunday, 6 December; the Monday after it is a holiday here.
        #expect(stored.invoice.dueDate.description == "2026-12-08")
        #expect(stored.invoice.tariffVersion == "konut · 2026.1")

        let (readings, counts, balances, audit) = try await books.store.read { view in
            (
                try view.readings(of: stored.subscriber, last: 5), try view.accountCounts(),
                try view.ledgerBalances(), try view.verifyAudit()
            )
        }
        #expect(readings.map(\.index.value) == [1_042, 1_000])
        #expect(readings.map(\.origin) == [.photo(7), .imported])
        #expect(readings[0].id == stored.reading)
        #expect(counts.readings == 1 && counts.invoices == 1 && counts.subscribers == 3)
        #expect(balances[.receivables] == stored.invoice.figures.payable)
        #expect(balances.values.reduce(0) { $0 + $1.kurus } == 0)
        guard case .intact(entries: 3, _) = audit else {
            Issue.record("\(audit)")
            return
        }
    }

    @Test("An invoice comes back equal, and its draft has the same figures")
    func roundTrip() async throws {
        let books = try await SampleBooks()
        let candidate = try books.candidate(0, 1_042, "2026-11-21")
        let issuer = books.issuer
        let draft = try await books.store.read { try $0.draft(candidate, issuer: issuer, on: candidate.date) }
        let stored = try await books.bill(candidate)
        #expect(draft.number == nil && draft.figures == stored.invoice.figures)
        let found = try await books.store.read { try $0.invoice(stored.number) }
        #expect(found == stored)
    }

    @Test(
        "A second reading of the period is told of the invoice that it has",
        arguments: [
            // The period ends on 21 November; a reading less than 15 days later begins no new one.
            ("2026-10-22", true), ("2026-11-21", true), ("2026-12-05", true), ("2026-12-06", false),
        ])
    func once(day: String, isSame: Bool) async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let second = try books.candidate(0, 1_050, day, origin: .photo(2))
        let found = try await books.store.read { try $0.invoice(of: first.subscriber, periodOf: second.date) }
        #expect((found == first) == isSame)
        if isSame {
            await #expect(throws: AccountsError.alreadyBilled(first)) { try await books.bill(second) }
        } else {
            #expect(try await books.bill(second).invoice.firstReading.index.value == 1_042)
        }
    }

    @Test("The same photo makes no second reading, whoever asks")
    func samePhoto() async throws {
        let books = try await SampleBooks()
        try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        await #expect(throws: (any Error).self) {
            try await books.bill(try books.candidate(1, 1_042, "2026-11-21", origin: .photo(1)))
        }
        #expect(try await books.store.read { try $0.accountCounts() }.invoices == 1)
    }

    @Test("A clerk may confirm a use above the limit, and never an index that is lower and no rollover")
    func clerk() async throws {
        let books = try await SampleBooks()
        // G4 for 31 days: 6 m3/h × 24 h × 31 × 10 % = 446.4 m3.
        await #expect(throws: AccountsError.self) {
            try await books.bill(try books.candidate(0, 1_447, "2026-11-21"))
        }
        try await books.bill(try books.candidate(1, 1_446, "2026-11-21", origin: .photo(2)))
        try await books.bill(
            try books.candidate(0, 1_447, "2026-11-21", origin: .clerk(name: "Deniz", photo: 1)))
        for origin in [ReadingOrigin.photo(3), .clerk(name: "Deniz", photo: 3)] {
            let lower = try books.candidate(2, 990, "2026-11-21", origin: origin)
            await #expect {
                try await books.bill(lower)
            } throws: { error in
                if case AccountsError.notPlausible(let found) = error { found.codes == "R2" } else { false }
            }
        }
    }

    @Test("A counter that passed its largest number within the limit is billed")
    func rollover() async throws {
        let books = try await SampleBooks(subscribers: 0)
        let record = try SampleBooks.record(0, index: 99_980)
        _ = try await books.store.write {
            try $0.importSubscribers([record], sha256: "", actor: .command, at: at("2026-10-22"))
        }
        let stored = try await books.bill(try books.candidate(0, 15, "2026-11-21"))
        #expect(stored.invoice.isRollover && stored.invoice.figures.measuredVolume.description == "35.000")
    }

    @Test("A prepaid meter, a stranger and a month without gas make no invoice")
    func refusals() async throws {
        let books = try await SampleBooks(subscribers: 0)
        let record = try SampleBooks.record(0, payment: .prepaid)
        _ = try await books.store.write {
            try $0.importSubscribers([record], sha256: "", actor: .command, at: at("2026-10-22"))
        }
        await #expect(throws: AccountsError.prepaid) {
            try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        }
        await #expect(throws: AccountsError.unknownSubscriber) {
            try await books.bill(try books.candidate(9, 1_042, "2026-11-21"))
        }
    }

    @Test("A use that is not above the minimum bill stays on the index and is billed with a later month")
    func minimumBill() async throws {
        let books = try await SampleBooks()
        let plain = try SampleBooks.policies()
        let tariff = plain.tariffs[0]
        let set = PolicySet(
            version: "2026.3", source: nil, sha256: "",
            tariffs: [
                PolicySet.Tariff(
                    name: tariff.name, use: tariff.use, rounding: tariff.rounding, dayCount: tariff.dayCount,
                    dueDays: tariff.dueDays, minimumDays: tariff.minimumDays, minimumBill: MeterVolume(litres: 10_000),
                    prices: tariff.prices)
            ], regions: plain.regions, valueAddedTax: plain.valueAddedTax, holidays: [])
        try await books.store.write { try $0.importPolicies(set, actor: .command, at: at("2026-11-01")) }
        let limit = MeterVolume(litres: 10_000)
        await #expect(throws: AccountsError.billing(.deferred(.belowMinimum(use: limit, limit: limit)))) {
            try await books.bill(try books.candidate(0, 1_010, "2026-11-21", origin: .clerk(name: "Deniz", photo: 1)))
        }
        let both = try await books.bill(
            try books.candidate(0, 1_025, "2026-12-20", origin: .clerk(name: "Deniz", photo: 2)))
        #expect(both.invoice.figures.measuredVolume.description == "25.000" && both.invoice.days == 60)
        #expect(both.invoice.policyVersions.contains { $0.hasPrefix("minimum-bill konut") })
        #expect(try await books.store.read { try $0.invoice(both.number) } == both)
    }

    @Test("A later price replaces the earlier one for new invoices, and leaves stored ones alone")
    func editions() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let dearer = try SampleBooks.policies(version: "2026.2", price: "0.50000000")
        try await books.store.write { try $0.importPolicies(dearer, actor: .command, at: at("2026-11-22")) }
        let second = try await books.bill(try books.candidate(1, 1_042, "2026-11-21", origin: .photo(2)))
        #expect(second.invoice.figures.averagePrice.description == "0.50000000")
        #expect(second.invoice.tariffVersion == "konut · 2026.2")
        #expect(try await books.store.read { try $0.invoice(first.number) } == first)
    }
}

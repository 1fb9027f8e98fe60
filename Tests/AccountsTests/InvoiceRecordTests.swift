import Accounts
import Billing
import Foundation
import Quantities
import Storage
import Testing

@Suite("Invoices that are stored")
struct InvoiceRecordTests {
    private static var golden: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/invoice-of-before-2.json")
    }

    /// The statements of the first migrations alone.
    private func oldFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.path + "/endeks-old-\(UUID().uuidString)"
        _ = try Store(folder: folder, migrations: Array(AccountsTables.migrations.prefix(4)))
        return folder
    }

    @Test("A folder of before reversals opens: invoice and ledger come back, and it can be reversed")
    func migrates() async throws {
        let folder = try oldFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let content = try String(contentsOf: Self.golden, encoding: .utf8)
        do {
            let old = try Store(folder: folder, migrations: Array(AccountsTables.migrations.prefix(4)))
            try await old.write { transaction in
                try transaction.run("INSERT INTO policy_edition (version, sha256, imported_at) VALUES ('1', '', 0)")
                try transaction.run("INSERT INTO policy_region (name) VALUES ('ornek')")
                try transaction.run(
                    "INSERT INTO policy_tariff VALUES ('konut', 'residential', 'standard', 'exclude_first', 15, 15, 1)")
                try transaction.run(
                    """
                    INSERT INTO subscriber (number, installation, name, address, payment, region, tariff, language)
                    VALUES ('4100001101', '7700001101', 'Ayşe Örnek', 'Ankara', 'afterUse', 'ornek', 'konut', 'tr')
                    """)
                try transaction.run("INSERT INTO meter VALUES (1, 1, '57666350', 'G4', 5, 3, 1000, 21)")
                for (id, index, day, origin) in [
                    (1, 16_241, "2026-10-21", "imported"), (2, 16_319, "2026-11-30", "photo"),
                ] {
                    try transaction.run(
                        "INSERT INTO reading VALUES (?, 1, 1, ?, 5, ?, ?, ?, NULL, 0)", id, index, day, origin,
                        origin == "photo" ? 7 : nil)
                }
                try transaction.run(
                    """
                    INSERT INTO invoice VALUES (1, 'GAZ2026000000001', 1, 1, 2, '2026-10-21', '2026-11-30', '2026-12-15',
                        85765, NULL, '[1]', ?, 0)
                    """, content)
                try transaction.run("INSERT INTO invoice_series VALUES ('GAZ', 2026, 1)")
                try transaction.run("INSERT INTO ledger_entry VALUES (1, 1, '2026-11-30', 3, 0)")
                for (line, account, kurus) in [(1, "120", 85_765), (2, "600", -71_471), (3, "391", -14_294)] {
                    try transaction.run("INSERT INTO ledger_line VALUES (1, ?, ?, ?)", line, account, kurus)
                }
            }
        }
        let store = try Store(folder: folder, migrations: AccountsTables.migrations)
        let number = try InvoiceNumber("GAZ2026000000001")
        let stored = try #require(try await store.read { try $0.invoice(number) })
        // As the file has it: what is new has the value that it had without a name.
        #expect(
            stored.invoice.figures.payable.description == "857.65" && stored.invoice.dueDate.description == "2026-12-15"
        )
        #expect(stored.invoice.figures.valueAddedTaxBase.description == "714.71")
        #expect(stored.invoice.taxDate == stored.invoice.invoiceDate && stored.invoice.minimumInstalments == 1)
        #expect(stored.invoice.replaces == nil && stored.invoice.charges.isEmpty && stored.invoice.meterChanges.isEmpty)
        #expect(stored.invoice.issuer.bankAccounts == [try IBAN("TR330006100519786457841326")])
        #expect(stored.invoice.policyVersions == ["konut · ornek-2026.1", "standard"])
        #expect(stored.invoice.derivation.count == 11)
        let owed = try await store.read { try $0.owedNow(by: stored.subscriber) }
        #expect(owed.description == "857.65")
        let open = try await store.read { try $0.openInvoices(of: stored.subscriber) }
        #expect(open.map(\.reference) == [number.text] && open.map(\.due.description) == ["2026-12-15"])
        for statement in ["UPDATE ledger_line SET kurus = 0", "DELETE FROM invoice", "DELETE FROM ledger_entry"] {
            await #expect(throws: StoreError.self) { _ = try await store.write { try $0.run(statement) } }
        }
        let order = ReversalOrder(number, reason: .other, clerk: "Deniz", replacement: .none)
        let done = try await store.write { try $0.reverse(order, at: at("2026-12-01")) }
        #expect(done.reversal.payable.description == "-857.65")
        #expect(try await store.read { try $0.owedNow(by: stored.subscriber) } == .zero)
    }

    // Row 110; the folder of before above holds an invoice with one.
    @Test("An invoice comes back with every account of its issuer, with one or with none", arguments: [0, 1, 3])
    func bankAccounts(count: Int) async throws {
        let accounts = [
            "TR020001000179350985625001", "TR120004600114888000243417", "TR330006100519786457841326",
        ].prefix(count)
        let books = try await SampleBooks(bankAccounts: Array(accounts))
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        #expect(stored.invoice.issuer.bankAccounts.map(\.text) == Array(accounts))
        #expect(try await books.store.read { try $0.invoice(stored.number) } == stored)
    }

    @Test("An invoice over a meter change of another pressure, with an earlier debt, comes back equal")
    func everything() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let change = try MeterChangeTests.change(pressure: 300)
        let payment = try PaymentTests.payment("1", "10.00", subscriber: 0)
        try await books.store.write { transaction in
            _ = try transaction.importMeterChanges([change], sha256: "", actor: .command, at: at("2026-12-06"))
            _ = try transaction.importPayments([payment], sha256: "", actor: .command, at: at("2026-12-06"))
        }
        let stored = try await books.bill(try books.candidate(0, 12, "2026-12-20", origin: .photo(2)))
        #expect(stored.invoice.meterChanges.count == 1 && stored.invoice.meterChanges[0].correction != nil)
        #expect(stored.invoice.previousDebt.kurus == first.invoice.figures.payable.kurus - 1_000)
        #expect(try await books.store.read { try $0.invoice(stored.number) } == stored)
        #expect(stored.invoice.figures.measuredVolume.description == "30.000")
    }
}

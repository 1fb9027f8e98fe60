import Accounts
import Foundation
import Storage
import Testing

@Suite("What is written once")
struct AppendOnlyTests {
    @Test(
        "Neither ledger nor invoice nor audit log can be changed or taken from",
        arguments: [
            "UPDATE ledger_line SET kurus = kurus + 1", "DELETE FROM ledger_line", "UPDATE ledger_entry SET day = ''",
            "DELETE FROM ledger_entry", "UPDATE invoice SET payable_kurus = 0", "DELETE FROM invoice",
            "UPDATE audit SET action = 'nothing'", "DELETE FROM audit",
            // An entry is whole when it is written: no line is added to it, whoever's it is.
            """
            INSERT INTO ledger_line (entry, line, account, holder_kind, holder, kurus)
            VALUES (1, 4, '600', 'company', '', 5)
            """,
            // A period is billed once, and an event is posted once.
            """
            INSERT INTO invoice (number, subscriber, first_reading, reading, first_day, last_day, next_from,
                payable_kurus, editions, content, issued_at, due_day)
            SELECT 'OGZ2026000000009', subscriber, first_reading, reading, first_day, last_day, next_from,
                payable_kurus, editions, content, issued_at, due_day FROM invoice
            """,
            """
            INSERT INTO ledger_entry (source, reference, event, day, lines, posted_at)
            SELECT source, reference, event, day, lines, posted_at FROM ledger_entry
            """,
            // Only what was reversed is replaced.
            """
            INSERT INTO invoice (number, subscriber, first_reading, reading, first_day, last_day, next_from,
                payable_kurus, editions, content, issued_at, due_day, replaces)
            SELECT 'OGZ2026000000009', 2, 3, 3, first_day, last_day, next_from,
                payable_kurus, editions, content, issued_at, due_day, id FROM invoice
            """,
        ])
    func refused(statement: String) async throws {
        let books = try await SampleBooks()
        try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        await #expect {
            _ = try await books.store.write { try $0.run(statement) }
        } throws: { error in
            if case StoreError.constraint = error { true } else { false }
        }
    }

    @Test(
        "Whoever goes past the triggers is found out by the chain",
        arguments: [
            "UPDATE audit SET details = replace(details, '1042', '1024') WHERE id = 3",
            "UPDATE audit SET at = at + 1 WHERE id = 2", "DELETE FROM audit WHERE id = 1",
            "DELETE FROM audit WHERE id = 2",
            "UPDATE audit SET actor = 'clerk', name = '' WHERE id = 3",
        ])
    func chain(statement: String) async throws {
        let books = try await SampleBooks()
        try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        let verdict = try await books.store.write { transaction in
            try transaction.run("DROP TRIGGER audit_no_update")
            try transaction.run("DROP TRIGGER audit_no_delete")
            let before = try transaction.verifyAudit()
            try transaction.run(statement)
            return (before, try transaction.verifyAudit())
        }
        guard case .intact(entries: 3, _) = verdict.0, case .broken = verdict.1 else {
            Issue.record("\(verdict)")
            return
        }
    }
}

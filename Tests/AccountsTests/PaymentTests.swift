import Accounts
import Billing
import Foundation
import Quantities
import Storage
import Testing

@Suite("Payments")
struct PaymentTests {
    static func payment(
        _ reference: String, _ amount: String, subscriber: Int? = nil, text: String = "", line: Int = 2,
        day: String = "2026-12-01", desk: Bool = false, place: MoneyPlace? = nil
    ) throws -> ImportedPayment {
        ImportedPayment(
            line: line, reference: reference, date: try CivilDate(iso8601: day),
            amount: try Money(parsing: amount, notation: .plain),
            place: try place ?? (desk ? Self.desk : Self.bank()),
            subscriber: try subscriber.map { try SampleBooks.number($0) }, text: text)
    }

    static let desk = MoneyPlace.cashDesk(CashDesk(branch: "merkez", number: 2))
    static let otherDesk = MoneyPlace.cashDesk(CashDesk(branch: "sincan", number: 1))
    static func bank() throws -> MoneyPlace { .bankAccount(try IBAN("TR330006100519786457841326")) }

    private func take(_ books: SampleBooks, _ payments: [ImportedPayment]) async throws -> PaymentImportOutcome {
        try await books.store.write {
            try $0.importPayments(payments, sha256: "", actor: .command, at: at("2026-12-25"))
        }
    }

    private func balances(_ books: SampleBooks, _ number: Int = 0) async throws -> [LedgerAccount: Money] {
        try await books.store.read { try $0.ledgerBalances(of: try SampleBooks.number(number)) }
    }

    @Test("A payment goes to what fell due first, the rest is credit, and a reference posts once")
    func oldestFirst() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        let (one, two) = (first.invoice.figures.payable, second.invoice.figures.payable)
        let part = Money(kurus: one.kurus + 100)
        let payment = try Self.payment("A", part.description, subscriber: 0)
        #expect(try await take(books, [payment]).toInvoices == part)
        let open = try await books.store.read { try $0.openInvoices(of: first.subscriber) }
        #expect(open.map(\.reference) == [second.number.text])
        #expect(open.map(\.principal.kurus) == [two.kurus - 100])
        let again = try await take(books, [payment, payment])
        #expect(again.known.number == 2 && again.paid.number == 0)

        let rest = try await take(
            books, [try Self.payment("B", Money(kurus: two.kurus).description, subscriber: 0, desk: true)])
        #expect(rest.toCredit.kurus == 100)
        #expect(try await balances(books)[.receivables] == .zero)
        #expect(try await balances(books)[.customerCredit]?.kurus == -100)
        // Who owes nothing and pays: credit, as a duplicate.
        let twice = try await take(books, [try Self.payment("C", "5.00", subscriber: 0)])
        #expect(twice.duplicates.number == 1)
        #expect(try await books.store.read { try $0.owedNow(by: first.subscriber) }.kurus == -600)
        #expect(try await books.store.read { try $0.unbalancedLedgerEntries() }.isEmpty)
    }

    @Test("The same reference with another amount, and a day to come, refuse the file whole")
    func refused() async throws {
        let books = try await SampleBooks()
        try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        _ = try await take(books, [try Self.payment("A", "5.00", subscriber: 0)])
        await #expect {
            try await take(
                books,
                [
                    try Self.payment("B", "1.00", subscriber: 0, line: 2),
                    try Self.payment("A", "6.00", subscriber: 0, line: 3),
                    try Self.payment("D", "1.00", subscriber: 0, line: 4, day: "2026-12-26"),
                ])
        } throws: { error in
            let problems = (error as? PaymentImportRefusal)?.problems ?? []
            return problems.map(\.line) == [3, 4]
                && problems.map(\.reason) == [.otherAmount(Money(kurus: 500)), .future]
        }
        #expect(try await books.store.read { try $0.ledgerEntry(try Self.bank().key(of: "B")) } == nil)
    }

    @Test("A number in the text books, a name only suggests, and what nobody is found for waits")
    func texts() async throws {
        let books = try await SampleBooks()
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        let text = "\(try SampleBooks.number(0).text) KASIM FATURASI"
        let outcome = try await take(
            books,
            [
                try Self.payment("N", "1.00", text: text), try Self.payment("I", "2.00", text: "AYSE ORNEK 0"),
                try Self.payment("X", "3.00", text: "DOGALGAZ"),
            ])
        #expect(outcome.paid.number == 1 && outcome.suspended.number == 2 && outcome.suspended.sum.kurus == 500)
        let waiting = try await books.store.read { try $0.suspendedPayments() }
        #expect(Set(waiting.map(\.reference)) == ["I", "X"])
        #expect(try await books.store.read { try $0.ledgerBalances() }[.suspense]?.kurus == -500)
        let allocation = try await books.store.write {
            try $0.assignSuspended("X", to: stored.subscriber, actor: .clerk(name: "Deniz"), at: at("2026-12-25"))
        }
        #expect(allocation?.principals.kurus == 300)
        let again = try await books.store.write {
            try $0.assignSuspended("X", to: stored.subscriber, actor: .clerk(name: "Deniz"), at: at("2026-12-25"))
        }
        #expect(again == nil)
        #expect(try await books.store.read { try $0.suspendedPayments() }.map(\.reference) == ["I"])
        #expect(
            try await books.store.read { try $0.owedNow(by: stored.subscriber) }.kurus
                == stored.invoice.figures.payable.kurus - 400)
    }

    @Test("What came in on an account that is none of the issuer's waits for a person, whoever it is said to be from")
    func foreignAccount() async throws {
        let books = try await SampleBooks()
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        let payments = [
            try Self.payment("A", "5.00", subscriber: 0), try Self.payment("B", "6.00", text: stored.subscriber.text),
            try Self.payment("D", "7.00", subscriber: 0, desk: true),
        ]
        let other = Issuer(
            name: "Örnek Gaz", address: "Ankara", taxOffice: "Örnek", taxNumber: books.issuer.issuer.taxNumber,
            bankAccounts: [try IBAN("TR020001000179350985625001")])
        let outcome = try await books.store.write {
            try $0.importPayments(payments, to: other, sha256: "", actor: .command, at: at("2026-12-25"))
        }
        // A desk is the utility's own.
        #expect(outcome.paid.number == 1 && outcome.suspended.number == 2)
        let waiting = try await books.store.read { try $0.suspendedPayments() }
        #expect(waiting.map(\.reason) == [.accountUnknown, .accountUnknown])
        #expect(waiting.map(\.suggested) == [stored.subscriber, nil])
        let again = try await books.store.write {
            try $0.importPayments(payments, to: books.issuer.issuer, sha256: "", actor: .command, at: at("2026-12-25"))
        }
        #expect(again.known.number == 3, "what waits is not booked a second time")
    }

    @Test("What is owed is what the ledger of the library says over the same transactions")
    func sameAsLedger() async throws {
        let books = try await SampleBooks()
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        _ = try await take(
            books, [try Self.payment("A", "5.00", subscriber: 0), try Self.payment("B", "900.00", subscriber: 0)])
        let keys = [
            LedgerKey(.invoice, stored.number.text), try Self.bank().key(of: "A"), try Self.bank().key(of: "B"),
        ]
        var ledger = Ledger()
        for key in keys {
            try ledger.post(try #require(try await books.store.read { try $0.ledgerEntry(key) }).transaction)
        }
        #expect(
            try await books.store.read { try $0.owedNow(by: stored.subscriber) }
                == ledger.owedNow(by: stored.subscriber))
    }

    @Test("Earlier debt is printed once payments are told; before that nothing is known of it")
    func previousDebt() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let issuer = books.issuer
        func draft() async throws -> Invoice {
            let candidate = try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2))
            return try await books.store.read { try $0.draft(candidate, issuer: issuer, on: candidate.date) }
        }
        #expect(try await draft().previousDebt == .zero)
        _ = try await take(books, [try Self.payment("A", "1.00", subscriber: 0)])
        #expect(try await draft().previousDebt.kurus == first.invoice.figures.payable.kurus - 100)
        // Information alone: the amount to pay is the same.
        #expect(
            try await draft().figures.payable
                == books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2))).invoice.figures.payable)
    }

    @Test("A paid invoice that is replaced by a cheaper one leaves the difference as the subscriber's")
    func paidAndReversed() async throws {
        let books = try await SampleBooks()
        let wrong = try await books.bill(try books.candidate(0, 1_142, "2026-11-21"))
        _ = try await take(books, [try Self.payment("A", wrong.invoice.figures.payable.description, subscriber: 0)])
        let right = try books.candidate(0, 1_042, "2026-11-21", origin: .corrected(by: "Deniz", photo: 1))
        let done = try await books.store.write {
            try $0.reverse(
                ReversalOrder(wrong.number, reason: .index, clerk: "Deniz", replacement: .reading(right)),
                at: at("2026-12-02"))
        }
        let owed = try await books.store.read { try $0.owedNow(by: wrong.subscriber) }
        #expect(owed == done.difference && owed < .zero)
        let new = try #require(done.replacement).invoice
        #expect(new.previousDebt == .zero && new.figures.payable == .zero)
        // What was paid for the wrong one is credit, of which the right one took what it needs.
        let balances = try await balances(books)
        #expect(balances[.receivables] == .zero && balances[.customerCredit] == owed)
        #expect(try await books.store.read { try $0.openInvoices(of: wrong.subscriber) }.isEmpty)
    }

    @Test("A payment above every limit is refused with its line, and the sums of the books stay whole")
    func tooMuch() async throws {
        let books = try await SampleBooks()
        let huge = try Self.payment("1", "92233720368547758.07", subscriber: 0, line: 7)
        let refusal = await #expect(throws: PaymentImportRefusal.self) {
            _ = try await books.store.write {
                try $0.importPayments([huge], sha256: "", actor: .command, at: at("2026-12-06"))
            }
        }
        #expect(refusal?.problems.map(\.line) == [7] && refusal?.problems.map(\.reason) == [.tooMuch(.shipped)])
        #expect(try await books.store.read { try $0.ledgerBalances() }.isEmpty)
    }
    @Test("Two desks may give the same receipt number on one day: both payments are booked, and known again")
    func sameNumberAtTwoDesks() async throws {
        let books = try await SampleBooks()
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        let payments = [
            try Self.payment("000123", "5.00", subscriber: 0, place: Self.desk),
            try Self.payment("000123", "5.00", subscriber: 0, line: 3, place: Self.otherDesk),
            try Self.payment("000123", "5.00", subscriber: 0, line: 4),
        ]
        #expect(try await take(books, payments).paid.number == 3)
        #expect(try await take(books, payments).known.number == 3)
        let owed = try await books.store.read { try $0.owedNow(by: stored.subscriber) }
        #expect(owed.kurus == stored.invoice.figures.payable.kurus - 1_500)
    }

    @Test("What was booked before the place was in the key is known where it came in, and another place's is booked")
    func keyOfBefore() async throws {
        let books = try await SampleBooks()
        let stored = try await books.bill(try books.candidate(0, 1_042, "2026-11-21"))
        let day = try CivilDate(iso8601: "2026-12-01")
        let old = try LedgerTransaction.duplicatePayment(
            of: stored.subscriber, Money(kurus: 500), keptAsCredit: true, at: Self.desk,
            key: LedgerKey(.receipt, "000123"), on: day)
        _ = try await books.store.write { try $0.post(old, at: at("2026-12-01")) }
        let payments = [
            try Self.payment("000123", "5.00", subscriber: 0, place: Self.desk),
            try Self.payment("000123", "5.00", subscriber: 0, line: 3, place: Self.otherDesk),
        ]
        let outcome = try await take(books, payments)
        #expect(outcome.known.number == 1 && outcome.paid.number == 1)
        #expect(try await take(books, payments).known.number == 2)
    }

    @Test("A reference that comes again of another day or for another subscriber is told, and nothing is booked")
    func contradicted() async throws {
        let books = try await SampleBooks()
        _ = try await take(books, [try Self.payment("A", "5.00", subscriber: 0)])
        let again = [
            try Self.payment("A", "5.00", subscriber: 0, line: 2, day: "2026-12-02"),
            try Self.payment("A", "5.00", subscriber: 1, line: 3),
            try Self.payment("A", "5.00", text: try SampleBooks.number(1).text, line: 4),
            try Self.payment("A", "5.00", line: 5), try Self.payment("A", "5.00", subscriber: 0, line: 6),
        ]
        await #expect {
            try await take(books, again)
        } throws: { error in
            let owner = try SampleBooks.number(0)
            return (error as? PaymentImportRefusal)?.problems.map(\.reason) == [
                .otherDay(try CivilDate(iso8601: "2026-12-01")), .otherSubscriber(owner), .otherSubscriber(owner),
            ]
        }
    }

    @Test(
        "A bank's payment and a desk's of one number wait beside one another, and the place says which one is assigned")
    func twoWait() async throws {
        let books = try await SampleBooks()
        let owner = try SampleBooks.number(0)
        let payments = [
            try Self.payment("7", "5.00", text: "DOGALGAZ"),
            try Self.payment("7", "6.00", text: "DOGALGAZ", line: 3, desk: true),
        ]
        #expect(try await take(books, payments).suspended.number == 2)
        let waiting = try await books.store.read { try $0.suspendedPayments() }
        #expect(waiting.map(\.place) == [try Self.bank(), Self.desk])
        func assign(_ place: MoneyPlace?) async throws -> PaymentAllocation? {
            try await books.store.write {
                try $0.assignSuspended(
                    "7", from: place, to: owner, actor: .clerk(name: "Deniz"), at: at("2026-12-25"))
            }
        }
        await #expect {
            try await assign(nil)
        } throws: { error in
            (error as? SeveralSuspended)?.payments == waiting
        }
        #expect(try await assign(Self.otherDesk) == nil)
        #expect(try await assign(Self.desk)?.payment.kurus == 600)
        #expect(try await assign(nil)?.payment.kurus == 500)
        #expect(try await balances(books)[.customerCredit]?.kurus == -1_100)
    }

    @Test("What waits in books of before goes on waiting, and is assigned")
    func waitsFromBefore() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/endeks-waits-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let last = try #require(AccountsTables.migrations.firstIndex { $0.name == "Accounts/6 payments by place" })
        let policies = try SampleBooks.policies()
        let records = [try SampleBooks.record(0)]
        let suspended = try LedgerTransaction.suspended(
            Money(kurus: 500), at: Self.desk, key: LedgerKey(.receipt, "7"),
            on: try CivilDate(iso8601: "2026-12-01"))
        do {
            let old = try Store(folder: folder, migrations: Array(AccountsTables.migrations.prefix(last)))
            try await old.write { transaction in
                try transaction.importPolicies(policies, actor: .system, at: at("2026-01-01"))
                _ = try transaction.importSubscribers(records, sha256: "", actor: .command, at: at("2026-10-22"))
                let entry = try transaction.post(suspended, at: at("2026-12-01"))
                try transaction.run(
                    """
                    INSERT INTO suspended_payment (entry, reference, kurus, day, text, result, reason)
                    VALUES (?, '7', 500, '2026-12-01', 'DOGALGAZ', 'suspense', 'nothingKnown')
                    """, entry)
            }
        }
        let store = try Store(folder: folder, migrations: AccountsTables.migrations)
        let payment = try Self.payment("7", "5.00", text: "DOGALGAZ", desk: true)
        let owner = try SampleBooks.number(0)
        let (known, allocation) = try await store.write { transaction in
            (
                try transaction.importPayments([payment], sha256: "", actor: .command, at: at("2026-12-25")).known,
                try transaction.assignSuspended("7", to: owner, actor: .command, at: at("2026-12-25"))
            )
        }
        #expect(known.number == 1 && allocation?.payment.kurus == 500)
    }
}

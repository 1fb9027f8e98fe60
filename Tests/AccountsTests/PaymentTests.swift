import Accounts
import Billing
import Quantities
import Storage
import Testing

@Suite("Payments")
struct PaymentTests {
    static func payment(
        _ reference: String, _ amount: String, subscriber: Int? = nil, text: String = "", line: Int = 2,
        day: String = "2026-12-01", desk: Bool = false
    ) throws -> ImportedPayment {
        ImportedPayment(
            line: line, reference: reference, date: try CivilDate(iso8601: day),
            amount: try Money(parsing: amount, notation: .plain),
            place: desk
                ? .cashDesk(CashDesk(branch: "merkez", number: 2))
                : .bankAccount(try IBAN("TR330006100519786457841326")),
            subscriber: try subscriber.map { try SampleBooks.number($0) }, text: text)
    }

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
        #expect(try await books.store.read { try $0.ledgerEntry(LedgerKey(.bank, "B")) } == nil)
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
        let keys = [LedgerKey(.invoice, stored.number.text), LedgerKey(.bank, "A"), LedgerKey(.bank, "B")]
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
}

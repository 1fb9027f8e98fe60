import Accounts
import Billing
import Quantities
import Storage
import Testing

@Suite("What subscribers have in hand")
struct CreditTests {
    private func pay(_ books: SampleBooks, _ reference: String, _ kurus: Int64, day: String) async throws {
        let payment = try PaymentTests.payment(
            reference, Money(kurus: kurus).description, subscriber: 0, day: day)
        _ = try await books.store.write {
            try $0.importPayments([payment], sha256: "", actor: .command, at: at(day))
        }
    }

    private func balances(_ books: SampleBooks) async throws -> [LedgerAccount: Money] {
        try await books.store.read { try $0.ledgerBalances(of: try SampleBooks.number(0)) }
    }

    private func reverse(
        _ books: SampleBooks, _ number: InvoiceNumber, _ replacement: ReversalOrder.Replacement = .none,
        on day: String
    ) async throws -> ReversedInvoice {
        try await books.store.write {
            try $0.reverse(
                ReversalOrder(number, reason: .index, clerk: "Deniz", replacement: replacement), at: at(day))
        }
    }

    @Test("What was overpaid is set off on the next invoice, in ledger and paper, and its reversal gives it back")
    func overpaid() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        try await pay(books, "A", first.invoice.figures.payable.kurus + 5_000, day: "2026-12-01")
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        let figures = second.invoice.figures
        #expect(second.invoice.charges == [InvoiceCharge(code: .credit, amount: Money(kurus: -5_000), isTaxed: false)])
        #expect(figures.payable.kurus == figures.total.kurus + figures.payableRounding.kurus - 5_000)
        #expect(second.invoice.carried.credit == .zero && second.invoice.previousDebt == .zero)
        var balances = try await balances(books)
        #expect(balances[.customerCredit] == .zero && balances[.receivables] == figures.payable)
        // The stored invoice says the same as the one that was made.
        #expect(try await books.store.read { try $0.invoice(second.number) } == second)

        let done = try await reverse(books, second.number, on: "2026-12-21")
        #expect(done.difference.kurus == -(figures.payable.kurus + 5_000))
        balances = try await self.balances(books)
        #expect(balances[.customerCredit]?.kurus == -5_000 && balances[.receivables] == .zero)
        let third = try await books.bill(try books.candidate(0, 1_081, "2026-12-22", origin: .photo(3)))
        #expect(third.invoice.charges.map(\.amount.kurus) == [-5_000])
        #expect(try await books.store.read { try $0.unbalancedLedgerEntries() }.isEmpty)
    }

    @Test("No invoice falls below zero: what it does not need stays in hand for the one after")
    func neverNegative() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        try await pay(books, "A", first.invoice.figures.payable.kurus + 10_000_000, day: "2026-12-01")
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        #expect(second.invoice.figures.payable == .zero)
        let left = second.invoice.carried.credit
        #expect(left.kurus == 10_000_000 - second.invoice.figures.total.kurus)
        #expect(try await balances(books)[.customerCredit]?.kurus == -left.kurus)
        #expect(try await balances(books)[.receivables] == .zero)
        #expect(try await books.store.read { try $0.openInvoices(of: second.subscriber) }.isEmpty)
    }

    @Test("A surplus of a reversal becomes credit by an entry of its own, and the next invoice takes it")
    func surplus() async throws {
        let books = try await SampleBooks()
        let wrong = try await books.bill(try books.candidate(0, 1_142, "2026-11-21", origin: .photo(1)))
        try await pay(books, "A", wrong.invoice.figures.payable.kurus, day: "2026-12-01")
        let done = try await reverse(books, wrong.number, on: "2026-12-02")
        let entry = try await books.store.read {
            try $0.ledgerEntry(LedgerKey(.invoice, done.reversal.number.text + "/surplus"))
        }
        #expect(entry?.transaction.event == .surplusCredited)
        #expect(try await balances(books)[.receivables] == .zero)
        #expect(try await balances(books)[.customerCredit]?.kurus == -wrong.invoice.figures.payable.kurus)
        let right = try await books.bill(try books.candidate(0, 1_043, "2026-12-03", origin: .photo(2)))
        #expect(right.invoice.figures.payable == .zero)
        let left = wrong.invoice.figures.payable.kurus - right.invoice.figures.total.kurus
        #expect(try await balances(books)[.customerCredit]?.kurus == -left && left > 0)
    }

    @Test("An invoice in the place of one that used credit uses it again, and the customer pays the difference once")
    func replacedWithCredit() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        try await pay(books, "A", first.invoice.figures.payable.kurus + 5_000, day: "2026-12-01")
        let wrong = try await books.bill(try books.candidate(0, 1_180, "2026-12-20", origin: .photo(2)))
        let right = try books.candidate(0, 1_080, "2026-12-20", origin: .corrected(by: "Deniz", photo: 2))
        let done = try await reverse(books, wrong.number, .reading(right), on: "2026-12-21")
        let new = try #require(done.replacement).invoice
        #expect(new.charges.map(\.amount.kurus) == [-5_000])
        #expect(done.difference.kurus == new.figures.payable.kurus - wrong.invoice.figures.payable.kurus)
        #expect(try await books.store.read { try $0.owedNow(by: wrong.subscriber) } == new.figures.payable)
        #expect(try await balances(books)[.customerCredit] == .zero)
    }

    @Test("Who has credit and owes an older invoice more has the credit set off against that, and none on the paper")
    func olderDebt() async throws {
        let books = try await SampleBooks()
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        try await pay(books, "A", first.invoice.figures.payable.kurus, day: "2026-12-01")
        try await pay(books, "B", 500, day: "2026-12-01")
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        #expect(second.invoice.charges.map(\.amount.kurus) == [-500])
        // Credit that comes to be while an invoice is open, as a TL correction makes it.
        try await books.store.write {
            let credit = try LedgerTransaction.correction(
                of: second.subscriber, net: Money(kurus: -300), valueAddedTax: Money(kurus: -60),
                key: LedgerKey(.correction, "K1"), on: at("2026-12-21").civilDate)
            try $0.post(credit, at: at("2026-12-21"))
        }
        let third = try await books.bill(try books.candidate(0, 1_120, "2027-01-19", origin: .photo(3)))
        #expect(third.invoice.charges.isEmpty)
        #expect(third.invoice.previousDebt.kurus == second.invoice.figures.payable.kurus - 360)
        let open = try await books.store.read { try $0.openInvoices(of: second.subscriber) }
        #expect(
            open.map(\.principal.kurus) == [
                second.invoice.figures.payable.kurus - 360, third.invoice.figures.payable.kurus,
            ])
        #expect(try await balances(books)[.customerCredit] == .zero)
    }

    @Test(
        "Payments, invoices, reversals and replacements at random: nobody loses or gains a kuruş", arguments: 1...8)
    func random(seed: UInt64) async throws {
        var state = seed
        func next(_ most: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % most
        }
        let books = try await SampleBooks(subscribers: 1)
        let owner = try SampleBooks.number(0)
        var (index, paid, day): (Int64, Int64, CivilDate) = (1_000, 0, try CivilDate(iso8601: "2026-10-21"))
        var last: StoredInvoice?
        for round in 0..<24 {
            switch next(4) {
            case 0, 1:
                index += 10 + Int64(next(60))
                day = try day.advanced(byDays: 30)
                last = try await books.bill(
                    try books.candidate(0, index, day.description, origin: .clerk(name: "Deniz", photo: Int64(round))))
            case 2:
                let kurus = Int64(next(60_000)) + 1
                paid += kurus
                try await pay(books, "P\(round)", kurus, day: day.description)
            default:
                guard let wrong = last else { continue }
                let new = max(wrong.invoice.firstReading.index.value + 1, index - Int64(next(9)))
                let right = try books.candidate(
                    0, new, wrong.invoice.lastReading.date.description, origin: .corrected(by: "Deniz", photo: nil))
                let done = try await reverse(books, wrong.number, .reading(right), on: day.description)
                (last, index) = (done.replacement, new)
            }
            let standing = try await books.store.read { view in
                try view.rows(
                    "SELECT i.number FROM invoice i WHERE \(Self.stands)"
                ).map { try InvoiceNumber(try $0.text("number")) }
            }
            var charged: Int64 = 0
            for number in standing {
                let invoice = try #require(try await books.store.read { try $0.invoice(number) }).invoice
                #expect(invoice.figures.payable >= .zero)
                charged += try invoice.charged().kurus
            }
            let balances = try await balances(books)
            #expect(try await books.store.read { try $0.owedNow(by: owner) }.kurus == charged - paid, "seed \(seed)")
            #expect((balances[.customerCredit] ?? .zero) <= .zero && (balances[.receivables] ?? .zero) >= .zero)
        }
        #expect(try await books.store.read { try $0.unbalancedLedgerEntries() }.isEmpty, "seed \(seed)")
    }

    private static let stands = "NOT EXISTS (SELECT 1 FROM invoice_reversal v WHERE v.invoice = i.id)"
}

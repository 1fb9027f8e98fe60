import Accounts
import Billing
import Quantities
import Storage
import Testing

@Suite("Late fees")
struct LateFeeTests {
    private func books(_ terms: ContractLateFee?) async throws -> SampleBooks {
        let books = try await SampleBooks()
        let policies = try SampleBooks.policies(version: "2026.2", lateFee: terms)
        try await books.store.write { try $0.importPolicies(policies, actor: .command, at: at("2026-10-23")) }
        return books
    }

    /// Pays subscriber 0's invoice on a day.
    private func pay(
        _ books: SampleBooks, _ reference: String, _ amount: Money, _ day: String, text: String? = nil
    ) async throws -> PaymentImportOutcome {
        let payment = try PaymentTests.payment(
            reference, amount.description, subscriber: text == nil ? 0 : nil, text: text ?? "", day: day)
        return try await books.store.write {
            try $0.importPayments([payment], sha256: "", actor: .command, at: at(day))
        }
    }

    @Test("A late payment costs what the library computes, once, as a charge of the next invoice with its KDV")
    func charged() async throws {
        let books = try await books(.publicClaims)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        // Due on 8 December, the 7th being a holiday; paid 12 days later: 12 thirtieths of 3.7 %.
        #expect(first.invoice.dueDate.description == "2026-12-08")
        let payable = first.invoice.figures.payable
        let fee = Money(kurus: (payable.kurus * 37 * 12 + 15_000) / 30_000)
        let outcome = try await pay(books, "A", payable, "2026-12-20")
        #expect(outcome.lateFees.number == 1 && outcome.lateFees.sum == fee && fee > .zero)
        #expect(try await pay(books, "A", payable, "2026-12-20").lateFees.number == 0)

        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        #expect(second.invoice.charges == [InvoiceCharge(code: .lateFee, amount: fee, isTaxed: true)])
        let figures = second.invoice.figures
        #expect(figures.valueAddedTaxBase.kurus == figures.consumptionCharge.kurus + fee.kurus)
        #expect(try await books.store.read { try $0.ledgerBalances() }[.lateFeeIncome]?.kurus == -fee.kurus)
        let stored = try await books.store.read { try $0.lateFees(of: first.subscriber) }
        #expect(stored.map(\.chargedBy) == [second.number] && stored.map(\.invoice) == [first.number])
        let third = try await books.bill(try books.candidate(0, 1_120, "2027-01-19", origin: .photo(3)))
        #expect(third.invoice.charges.isEmpty)
    }

    @Test("Without a clause nothing is charged, and a payment in time costs nothing")
    func off() async throws {
        for (terms, day) in [(nil, "2026-12-20"), (ContractLateFee.publicClaims, "2026-12-08")] {
            let books = try await books(terms)
            let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
            #expect(try await pay(books, "A", first.invoice.figures.payable, day).lateFees.number == 0)
            let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
            #expect(second.invoice.charges.isEmpty)
        }
    }

    @Test("A rate of the contract's own, and interest by law where the utility asks for it")
    func otherTerms() async throws {
        // 12 days: 12 thirtieths of 2 %, and 12 of 365 parts of 24 % for a household.
        let cases: [(ContractLateFee, Int64, Int64)] = [
            (.monthly(Rate(partsPerMillion: 20_000)), 20 * 12, 30_000), (.statutory, 240 * 12, 365_000),
        ]
        for (terms, times, over) in cases {
            let books = try await books(terms)
            let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
            let payable = first.invoice.figures.payable
            let outcome = try await pay(books, "A", payable, "2026-12-20")
            #expect(outcome.lateFees.sum.kurus == (payable.kurus * times + over / 2) / over)
        }
    }

    @Test("The invoice that charged a fee is taken back: the one in its place charges it, never both")
    func reversed() async throws {
        let books = try await books(.publicClaims)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        _ = try await pay(books, "A", first.invoice.figures.payable, "2026-12-20")
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        let fee = try #require(second.invoice.charges.first?.amount)
        let right = try books.candidate(0, 1_070, "2026-12-20", origin: .corrected(by: "Deniz", photo: 2))
        let done = try await books.store.write {
            try $0.reverse(
                ReversalOrder(second.number, reason: .index, clerk: "Deniz", replacement: .reading(right)),
                at: at("2026-12-21"))
        }
        #expect(done.replacement?.invoice.charges == [InvoiceCharge(code: .lateFee, amount: fee, isTaxed: true)])
        #expect(try await books.store.read { try $0.ledgerBalances() }[.lateFeeIncome]?.kurus == -fee.kurus)
        _ = try await books.store.write {
            try $0.reverse(
                ReversalOrder(
                    try #require(done.replacement).number, reason: .other, clerk: "Deniz", replacement: .none),
                at: at("2026-12-22"))
        }
        #expect(try await books.store.read { try $0.ledgerBalances() }[.lateFeeIncome] == .zero)
        let again = try await books.bill(try books.candidate(0, 1_071, "2026-12-22", origin: .photo(3)))
        #expect(again.invoice.charges.map(\.amount) == [fee])
    }

    @Test("The late fee on an invoice that is taken back comes back with its KDV, once, whatever is taken back after")
    func cancelled() async throws {
        let books = try await books(.publicClaims)
        let owner = try SampleBooks.number(0)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let paid = first.invoice.figures.payable
        _ = try await pay(books, "A", paid, "2026-12-20")
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        let fee = try #require(second.invoice.charges.first?.amount)
        func owed() async throws -> Int64 { try await books.store.read { try $0.owedNow(by: owner) }.kurus }
        func reverse(_ number: InvoiceNumber) async throws -> ReversedInvoice {
            try await books.store.write {
                try $0.reverse(
                    ReversalOrder(number, reason: .price, clerk: "Deniz", replacement: .sameReading),
                    at: at("2026-12-22"))
            }
        }
        let new = try #require(try await reverse(first.number).replacement)
        let tax = (fee.kurus * 2 + 5) / 10
        #expect(try await books.store.read { try $0.ledgerBalances() }[.lateFeeIncome] == .zero)
        let invoices = try new.invoice.charged().kurus + second.invoice.charged().kurus
        #expect(try await owed() == invoices - paid.kurus - fee.kurus - tax)
        // The invoice that charged it goes too: the one in its place charges none, and nothing comes back twice.
        let later = try #require(try await reverse(second.number).replacement)
        #expect(!later.invoice.charges.contains { $0.code == .lateFee })
        #expect(try await books.store.read { try $0.ledgerBalances() }[.lateFeeIncome] == .zero)
        #expect(try await owed() == new.invoice.charged().kurus + later.invoice.charged().kurus - paid.kurus)
        #expect(try await books.store.read { try $0.unbalancedLedgerEntries() }.isEmpty)
    }

    @Test("Frozen days are free, and money found on the suspense account is late by the day on which it came")
    func frozenAndSuspended() async throws {
        let books = try await books(.publicClaims)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let payable = first.invoice.figures.payable
        // Ten of the twelve days are frozen.
        let freeze = ImportedFreeze(
            line: 2, subscriber: first.subscriber,
            freeze: try BillingFreeze(
                first: try CivilDate(iso8601: "2026-12-09"), returned: try CivilDate(iso8601: "2026-12-19")))
        _ = try await books.store.write {
            try $0.importFreezes([freeze], sha256: "", actor: .command, at: at("2026-12-09"))
        }
        let outcome = try await pay(books, "A", payable, "2026-12-20", text: "DOGALGAZ")
        #expect(outcome.suspended.number == 1 && outcome.lateFees.number == 0)
        _ = try await books.store.write {
            try $0.assignSuspended("A", to: first.subscriber, actor: .clerk(name: "Deniz"), at: at("2027-01-10"))
        }
        let fees = try await books.store.read { try $0.lateFees(of: first.subscriber) }
        #expect(fees.map(\.fee.kurus) == [(payable.kurus * 37 * 2 + 15_000) / 30_000])
        #expect(fees.map(\.paid.description) == ["2026-12-20"])
    }
    /// Tells that a subscriber's invoices were stopped.
    private func freeze(
        _ books: SampleBooks, _ first: String, _ returned: String?, on day: String
    ) async throws -> FreezeCounts {
        let freeze = ImportedFreeze(
            line: 2, subscriber: try SampleBooks.number(0),
            freeze: try BillingFreeze(
                first: try CivilDate(iso8601: first), returned: try returned.map { try CivilDate(iso8601: $0) }))
        return try await books.store.write {
            try $0.importFreezes([freeze], sha256: "", actor: .command, at: at(day))
        }
    }

    /// The late fee of so many days on an amount: thirtieths of 3.7 %.
    private func fee(_ kurus: Int64, days: Int64) -> Int64 { (kurus * 37 * days + 15_000) / 30_000 }

    // Law 6183 and B.14: simple, never compound.
    @Test("A late invoice that charges a late fee costs on its own amount alone; what is paid goes to the fee first")
    func simple() async throws {
        let books = try await books(.publicClaims)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        _ = try await pay(books, "A", first.invoice.figures.payable, "2026-12-20")
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        let charge = try #require(second.invoice.charges.first?.amount.kurus)
        let charged = charge + (charge * 2 + 5) / 10
        let principal = second.invoice.figures.payable.kurus - charged
        let open = try await books.store.read { try $0.openInvoices(of: first.subscriber) }
        #expect(open.map(\.lateFee.kurus) == [charged] && open.map(\.principal.kurus) == [principal])
        // The charged fee and 1.00 of the rest, five days late; then the rest, a whole month late.
        let late = try second.invoice.dueDate.advanced(byDays: 5)
        let part = try await pay(books, "B", Money(kurus: charged + 100), late.description)
        #expect(part.toInvoices.kurus == charged + 100 && part.lateFees.sum.kurus == fee(100, days: 5))
        let month = try second.invoice.dueDate.advanced(byMonths: 1)
        let rest = try await pay(books, "C", Money(kurus: principal - 100), month.description)
        #expect(rest.lateFees.sum.kurus == fee(principal - 100, days: 30))
        let (owed, unbalanced) = try await books.store.read {
            (try $0.ledgerBalances(of: first.subscriber), try $0.unbalancedLedgerEntries())
        }
        #expect(owed[.receivables] == .zero && owed[.lateFees] == nil && unbalanced.isEmpty)
    }

    @Test("A freeze that is told after the payment makes the fee that waits smaller, and its step says so")
    func frozenAfterPayment() async throws {
        let books = try await books(.publicClaims)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let payable = first.invoice.figures.payable
        #expect(try await pay(books, "A", payable, "2026-12-20").lateFees.sum.kurus == fee(payable.kurus, days: 12))
        // Ten of the twelve days.
        #expect(try await freeze(books, "2026-12-09", "2026-12-19", on: "2026-12-20").chargedFees.isEmpty)
        let waiting = try await books.store.read { try $0.moneyInWaiting(on: at("2026-12-20").civilDate) }
        #expect(waiting.lateFees.number == 1 && waiting.lateFees.amount.kurus == fee(payable.kurus, days: 2))
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        #expect(second.invoice.charges.map(\.amount.kurus) == [fee(payable.kurus, days: 2)])
        let steps = try await books.store.read { try $0.lateFeeSteps(chargedBy: second.number) }
        #expect(steps.map(\.result) == [second.invoice.charges[0].amount.figure])
        // The invoice that was late is taken back: what was charged comes back, not what arose.
        _ = try await books.store.write {
            try $0.reverse(
                ReversalOrder(first.number, reason: .price, clerk: "Deniz", replacement: .sameReading),
                at: at("2026-12-22"))
        }
        #expect(try await books.store.read { try $0.ledgerBalances() }[.lateFeeIncome] == .zero)
    }

    @Test("A payment in an open freeze costs nothing until the return is told, and its days since the return then")
    func returnAfterPayment() async throws {
        let books = try await books(.publicClaims)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let payable = first.invoice.figures.payable
        _ = try await freeze(books, "2026-12-01", nil, on: "2026-12-01")
        #expect(try await pay(books, "A", payable, "2026-12-20").lateFees.number == 0)
        #expect(try await books.store.read { try $0.lateFees(of: first.subscriber) }.isEmpty)
        _ = try await freeze(books, "2026-12-01", "2026-12-16", on: "2026-12-20")
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        // The day of the return is frozen no more: 16 to 20 December.
        #expect(second.invoice.charges.map(\.amount.kurus) == [fee(payable.kurus, days: 5)])
    }

    @Test("A fee that was charged before its freeze is told is named for a person, and charged right once billed again")
    func chargedBeforeFreeze() async throws {
        let books = try await books(.publicClaims)
        let first = try await books.bill(try books.candidate(0, 1_042, "2026-11-21", origin: .photo(1)))
        let payable = first.invoice.figures.payable.kurus
        _ = try await pay(books, "A", Money(kurus: payable), "2026-12-20")
        let second = try await books.bill(try books.candidate(0, 1_080, "2026-12-20", origin: .photo(2)))
        let counts = try await freeze(books, "2026-12-09", "2026-12-19", on: "2026-12-21")
        let changed = try #require(counts.chargedFees.first)
        #expect(counts.chargedFees.count == 1)
        #expect(changed.subscriber == first.subscriber && changed.chargedBy == second.number)
        #expect(changed.charged.kurus == fee(payable, days: 12) && changed.fee.kurus == fee(payable, days: 2))
        #expect(try await freeze(books, "2026-12-09", "2026-12-19", on: "2026-12-21").chargedFees.isEmpty)
        let done = try await books.store.write {
            try $0.reverse(
                ReversalOrder(second.number, reason: .other, clerk: "Deniz", replacement: .sameReading),
                at: at("2026-12-22"))
        }
        #expect(done.replacement?.invoice.charges.map(\.amount.kurus) == [fee(payable, days: 2)])
    }
}

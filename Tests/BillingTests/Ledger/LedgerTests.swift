import Billing
import Quantities
import Testing
import Trials

@Suite("Ledger")
struct LedgerTests {
    private func line(_ account: LedgerAccount, _ holder: LedgerHolder, _ kurus: Int64) -> LedgerLine {
        LedgerLine(account, holder, Money(kurus: kurus))
    }

    @Test("Lines that do not add up to zero, one line, and a holder that cannot hold the account make no entry")
    func entries() throws {
        let owner = LedgerHolder.subscriber(try SubscriberNumber("4100012345"))
        #expect(throws: LedgerError.unbalanced) {
            try LedgerEntry([line(.receivables, owner, 2), line(.sales, .company, -1)])
        }
        #expect(throws: LedgerError.tooFewLines) { try LedgerEntry([line(.sales, .company, 0)]) }
        #expect(throws: LedgerError.wrongHolder(of: .receivables)) {
            try LedgerEntry([line(.receivables, .company, 1), line(.sales, .company, -1)])
        }
        // The sum of these wraps to zero in 64 bits.
        #expect(throws: LedgerError.unbalanced) {
            try LedgerEntry([
                line(.sales, .company, .max), line(.sales, .company, .max), line(.sales, .company, 2),
            ])
        }
    }

    @Test("An invoice posts the receivable against sale, KDV and rounding, and an invoice of nothing posts too")
    func invoice() throws {
        var sample = SampleRequest()
        sample.rounding = .bursagaz
        let invoice = try sample.invoice()
        let figures = invoice.figures
        let entry = try LedgerEntry(invoice)
        let owner = LedgerHolder.subscriber(invoice.subscriber.number)
        #expect(entry.lines.first == LedgerLine(.receivables, owner, figures.payable))
        #expect(entry.lines.map(\.account).prefix(3) == [.receivables, .sales, .valueAddedTax])
        let rounding = figures.payableRounding
        #expect(
            entry.lines.first { $0.account == .roundingGain || $0.account == .roundingLoss }?.amount.kurus
                == (rounding == .zero ? nil : -rounding.kurus))
        var nothing = InvoicePosting(
            subscriber: invoice.subscriber.number, payable: .zero, gas: .zero, valueAddedTax: .zero)
        #expect(try LedgerEntry(nothing).lines.map(\.amount) == [.zero, .zero])
        nothing.correction = Money(kurus: 1)
        #expect(throws: LedgerError.unbalanced) { try LedgerEntry(nothing) }
    }

    @Test("System use, TL correction and ÖTV of an invoice go to accounts of their own, none of them income")
    func parts() throws {
        let number = try SubscriberNumber("4100012345")
        var posting = InvoicePosting(
            subscriber: number, payable: Money(kurus: 12_000), gas: Money(kurus: 5_000),
            valueAddedTax: Money(kurus: 2_000))
        posting.systemUse = Money(kurus: 4_000)
        posting.correction = Money(kurus: 1_000)
        posting.specialConsumptionTax = Money(kurus: 120)
        var ledger = Ledger()
        try ledger.post(.invoice(posting, key: LedgerKey(.invoice, "OGZ2026000000001"), on: DebtSample.start))
        for (account, kurus): (LedgerAccount, Int64) in [
            (.sales, -5_000), (.systemUsePassThrough, -4_000), (.correctionPassThrough, -1_000),
            (.valueAddedTax, -2_000), (.specialConsumptionTaxMemo, 120), (.receivables, 12_000),
        ] {
            #expect(try ledger.balance(of: account).kurus == kurus)
        }
    }

    // Invariant 10 of the domain's list.
    @Test("The same event told again changes nothing; another one under its key is refused; a reversal is its negative")
    func keys() throws {
        let owner = try SubscriberNumber("4100012345")
        let place = MoneyPlace.cashDesk(CashDesk(branch: "Sincan", number: 1))
        let key = LedgerKey(.bank, "B1")
        let paid = try LedgerTransaction.duplicatePayment(
            of: owner, Money(kurus: 500), keptAsCredit: true, at: place, key: key, on: DebtSample.start)
        let other = try LedgerTransaction.suspended(Money(kurus: 500), at: place, key: key, on: DebtSample.start)
        var ledger = Ledger()
        #expect(try ledger.post(paid) == .posted)
        #expect(try ledger.post(paid) == .alreadyPosted)
        #expect(throws: LedgerError.keyTaken) { try ledger.post(other) }
        #expect(ledger.balance(of: .customerCredit, .subscriber(owner)).kurus == -500)
        #expect(try ledger.reverse(key, on: DebtSample.start) == .posted)
        #expect(ledger.balance(of: .customerCredit, .subscriber(owner)) == .zero)
        #expect(ledger.transactions.count == 2)
        #expect(throws: LedgerError.alreadyReversed) { try ledger.reverse(key, on: DebtSample.start) }
        #expect(throws: LedgerError.alreadyReversed) { try ledger.reverse(key.reversal, on: DebtSample.start) }
        #expect(throws: LedgerError.unknownKey) { try ledger.reverse(LedgerKey(.bank, "B2"), on: DebtSample.start) }
        // The bank tells of it once more: it stays reversed.
        #expect(try ledger.post(paid) == .alreadyPosted)
    }

    @Test("Nothing of a transaction stays behind where one of its balances would not fit")
    func overflow() throws {
        let place = MoneyPlace.bankAccount(try IBAN("TR12 0004 6001 1488 8000 2434 17"))
        var ledger = Ledger()
        for number in 1...2 {
            let transaction = try LedgerTransaction.suspended(
                Money(kurus: .max), at: place, key: LedgerKey(.bank, "\(number)"), on: DebtSample.start)
            if number == 1 {
                try ledger.post(transaction)
            } else {
                #expect(throws: LedgerError.overflow) { try ledger.post(transaction) }
            }
        }
        #expect(ledger.transactions.count == 1 && ledger.balance(of: .suspense, .company).kurus == -Int64.max)
    }

    @Test("A settlement pays late fees, open invoices, instalments and the final invoice in this order")
    func settlement() throws {
        let number = try SubscriberNumber("4100012345")
        var items = FinalSettlement.Items()
        // The case `owes` of final_invoice.csv.
        items.finalInvoice = try DebtSample.lira("2040.94")
        items.openInvoices = try DebtSample.lira("926.68")
        items.lateFee = try DebtSample.lira("17.14")
        items.instalmentsLeft = try DebtSample.lira("250.00")
        items.deposit = try DebtSample.lira("650.00")
        items.depositInterest = try DebtSample.lira("350.09")
        let transaction = try LedgerTransaction.settlement(
            of: number, FinalSettlement(items), key: LedgerKey(.closing, "1"), on: DebtSample.start)
        var ledger = Ledger()
        try ledger.post(transaction)
        let owner = LedgerHolder.subscriber(number)
        #expect(ledger.balance(of: .lateFees, owner).description == "-17.14")
        #expect(ledger.balance(of: .instalments, owner).description == "-250.00")
        // 1000.09 − 17.14 − 926.68 = 56.27 went to the instalments; 193.73 of them fall due.
        #expect(ledger.balance(of: .receivables, owner).description == "-732.95")
        #expect(ledger.balance(of: .deposits, owner).description == "650.00")
        #expect(ledger.balance(of: .refundsPayable, owner) == .zero)
    }

    // What a reminder is decided on. Mutation tried: late fees left out; this fails.
    @Test("What is owed now is invoices and late fees less what is in hand; instalments not yet due are left out")
    func owedNow() throws {
        let number = try SubscriberNumber("4100012345")
        let posting = InvoicePosting(
            subscriber: number, payable: Money(kurus: 100_000), gas: Money(kurus: 100_000), valueAddedTax: .zero)
        let plan = try InstalmentPlan(
            amount: Money(kurus: 40_000), from: DebtSample.start, workingDays: WorkingDays(holidays: []),
            policy: .downPaymentAndThree)
        var ledger = Ledger()
        try ledger.post(.invoice(posting, key: LedgerKey(.invoice, "1"), on: DebtSample.start))
        try ledger.post(.instalmentPlan(of: number, plan, key: LedgerKey(.plan, "1"), on: DebtSample.start))
        try ledger.post(
            .duplicatePayment(
                of: number, Money(kurus: 5_000), keptAsCredit: true,
                at: .cashDesk(CashDesk(branch: "Sincan", number: 1)), key: LedgerKey(.receipt, "1"),
                on: DebtSample.start))
        let fee = try LateFee(
            principal: Money(kurus: 92_668), due: DebtSample.day("2026-02-24"), paid: DebtSample.day("2026-03-11"),
            clause: .publicClaimRate, policy: .shipped)
        try ledger.post(.lateFee(of: number, fee, key: LedgerKey(.decision, "1"), on: DebtSample.start))
        // 1000.00 − 400.00 − 50.00 + 17.14 + 3.43
        #expect(try ledger.owedNow(by: number).description == "570.57")
    }

    // Invariant 14 of the domain's list, for the ledger.
    @Test("Nothing of the ledger prints a person's number")
    func masked() throws {
        let number = try SubscriberNumber("4100012345")
        let iban = try IBAN("TR12 0004 6001 1488 8000 2434 17")
        let transaction = try LedgerTransaction.depositTaken(
            from: number, Money(kurus: 1), at: .bankAccount(iban), key: LedgerKey(.contract, "4100012345"),
            on: DebtSample.start)
        var ledger = Ledger()
        try ledger.post(transaction)
        let printed = "\(transaction) \(ledger) \(LedgerHolder.subscriber(number)) \([transaction.key.reversal])"
        let reflected = String(reflecting: transaction) + String(reflecting: ledger)
        for secret in ["4100012345", iban.text, "8000 2434"] {
            #expect(!printed.contains(secret) && !reflected.contains(secret))
        }
        #expect(printed.contains("45"))
    }
}

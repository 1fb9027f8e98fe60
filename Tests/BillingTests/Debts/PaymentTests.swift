import Billing
import Quantities
import Testing
import Trials

@Suite("Payments")
struct PaymentTests {
    private static func invoices(_ generator: inout SeededGenerator) throws -> [OpenInvoice] {
        try (0..<generator.count(in: 0...6)).map { number in
            try OpenInvoice(
                reference: "I\(number)", due: DebtSample.day(&generator, within: 5),
                lateFee: generator.oneIn(3) ? DebtSample.amount(&generator) : .zero,
                principal: DebtSample.amount(&generator))
        }
    }

    @Test("A payment is used up to the kuruş, nothing is paid twice, and nothing newer while something older is owed")
    func allocates() {
        forAll("allocation", seed: 31) { generator in
            let within = generator.element(of: AllocationPolicy.Within.allCases)
            let invoices = try Self.invoices(&generator)
            let payment = Money(kurus: DebtSample.amount(&generator).kurus * 3)
            generator.note("payment, invoices", (payment, invoices))
            let allocation = try PaymentAllocation(
                payment: payment, to: invoices, policy: AllocationPolicy(version: "test", within: within))
            try holdEqual(
                allocation.lateFees.kurus + allocation.principals.kurus + allocation.surplus.kurus, payment.kurus)
            try holdEqual(Set(allocation.shares.map(\.invoice.reference)), Set(invoices.map(\.reference)))
            var isShort = false
            var due = CivilDate(shipped: 1900, 1, 1)
            for share in allocation.shares {
                let (fee, principal) = (share.invoice.lateFee, share.invoice.principal)
                try hold(share.lateFee >= .zero && share.lateFee <= fee, "a fee is not overpaid")
                try hold(share.principal >= .zero && share.principal <= principal, "a principal is not overpaid")
                try hold(due <= share.invoice.due, "the oldest comes first")
                due = share.invoice.due
                try hold(!isShort || (share.lateFee == .zero && share.principal == .zero), "nothing newer is paid")
                isShort = isShort || share.lateFee < fee || share.principal < principal
                let second = within == .feeFirst ? share.principal : share.lateFee
                let isFirstPaid = within == .feeFirst ? share.lateFee == fee : share.principal == principal
                try hold(isFirstPaid || second == .zero, "inside an invoice the policy's order")
            }
            try hold(!isShort || allocation.surplus == .zero, "no surplus while something is owed")
            let shown = allocation.derivation.reduce(Int128(0)) { $0 + $1.result.units }
            try holdEqual(shown, Int128(payment.kurus - allocation.surplus.kurus), "the steps")
        }
    }

    @Test("A negative payment or debt and an invoice that stands twice are refused")
    func refused() throws {
        let invoice = try OpenInvoice(
            reference: "I1", due: DebtSample.start, lateFee: .zero, principal: Money(kurus: 1))
        #expect(throws: DebtError.outOfBounds(.payment)) {
            try PaymentAllocation(payment: Money(kurus: -1), to: [], policy: .shipped)
        }
        #expect(throws: DebtError.invoiceTwice) {
            try PaymentAllocation(payment: .zero, to: [invoice, invoice], policy: .shipped)
        }
        #expect(throws: DebtError.outOfBounds(.principal)) {
            try OpenInvoice(reference: "I1", due: DebtSample.start, lateFee: .zero, principal: Money(kurus: -1))
        }
    }

    @Test("The late fee that an invoice charges is paid before the rest of it, from the same receivable")
    func invoicedFee() throws {
        let number = try SubscriberNumber("4100000001")
        let open = try OpenInvoice(
            reference: "I1", due: DebtSample.start, lateFee: Money(kurus: 2_057), principal: Money(kurus: 92_667),
            isFeeInvoiced: true)
        let allocation = try PaymentAllocation(payment: Money(kurus: 2_157), to: [open], policy: .shipped)
        #expect(allocation.lateFees.kurus == 2_057 && allocation.principals.kurus == 100)
        #expect(allocation.receivables.kurus == 2_157)
        let desk = MoneyPlace.cashDesk(CashDesk(branch: "merkez", number: 1))
        let posted = try LedgerTransaction.payment(
            of: number, allocation, at: desk, key: desk.key(of: "1"), on: DebtSample.start)
        #expect(posted.entry.lines.map(\.account) == [.cash, .receivables])
        #expect(posted.entry.lines.map(\.amount.kurus) == [2_157, -2_157])
    }

    @Test("A reference is one of its account or desk alone")
    func keys() throws {
        let places: [MoneyPlace] = [
            .cashDesk(CashDesk(branch: "merkez", number: 1)), .cashDesk(CashDesk(branch: "sincan", number: 1)),
            .bankAccount(try IBAN("TR330006100519786457841326")), .bankAccount(try IBAN("TR020001000179350985625001")),
        ]
        #expect(Set(places.map { $0.key(of: "000123") }).count == 4)
        #expect(places[0].key(of: "000123") == LedgerKey(.receipt, "merkez/1/000123"))
        #expect(places[2].key(of: "7") == LedgerKey(.bank, "TR330006100519786457841326/7"))
    }

    @Test("The reference decides whether a payment is the same one; another one of a paid invoice is a duplicate")
    func duplicates() throws {
        let (amount, other) = (try DebtSample.lira("500.00"), try DebtSample.lira("500.01"))
        let (one, two) = (try SubscriberNumber("4100000001"), try SubscriberNumber("4100000002"))
        let (day, next) = (DebtSample.start, try DebtSample.start.advanced(byDays: 1))
        let posted = IncomingPayment.Posted(reference: "B1", amount: amount, day: day, subscriber: one)
        func payment(
            _ amount: Money, on day: CivilDate, of owner: SubscriberNumber?, _ posted: IncomingPayment.Posted?,
            owed: Money
        ) -> IncomingPayment {
            IncomingPayment(amount: amount, on: day, of: owner, postedBefore: posted, owed: owed)
        }
        #expect(payment(amount, on: day, of: one, nil, owed: amount) == .payment)
        #expect(payment(amount, on: day, of: one, nil, owed: .zero) == .duplicate)
        #expect(payment(amount, on: day, of: one, posted, owed: amount) == .alreadyPosted)
        #expect(payment(amount, on: day, of: nil, posted, owed: .zero) == .alreadyPosted)
        for contradiction in [
            payment(other, on: day, of: one, posted, owed: amount),
            payment(amount, on: next, of: one, posted, owed: amount),
            payment(amount, on: day, of: two, posted, owed: amount),
        ] {
            #expect(contradiction == .contradiction(before: posted))
        }
        let waiting = IncomingPayment.Posted(reference: "B1", amount: amount, day: day, subscriber: nil)
        #expect(payment(amount, on: day, of: two, waiting, owed: amount) == .alreadyPosted)
    }
}

@Suite("Reminders")
struct ReminderTests {
    private func facts(_ balance: String, due: String = "2026-01-20") throws -> ReminderDecision.Facts {
        .init(
            due: try DebtSample.day(due), balance: try DebtSample.lira(balance), day: try DebtSample.day("2026-02-04"),
            hour: 9)
    }

    // Mistake 10 of the domain's list, first part. Made in a scratch copy (`nothingOwed` left out, as for a list built the
    // night before): this test and the property below failed.
    @Test("Who paid after the list was built is not reminded")
    func paid() throws {
        #expect(ReminderDecision(try facts("500.00"), policy: .shipped).isSent)
        #expect(ReminderDecision(try facts("120.00"), policy: .shipped).isSent)
        #expect(ReminderDecision(try facts("0.00"), policy: .shipped).reasons == [.nothingOwed])
        #expect(ReminderDecision(try facts("-10.00"), policy: .shipped).reasons == [.nothingOwed])
        #expect(ReminderDecision(try facts("500.00", due: "2026-02-04"), policy: .shipped).reasons == [.notOverdue])
    }

    @Test("A reminder to someone whose payment was posted late is apologised for")
    func apology() throws {
        let sent = ReminderDecision(try facts("500.00"), policy: .shipped)
        #expect(sent.needsApology(afterwards: try facts("0.00"), policy: .shipped))
        #expect(!sent.needsApology(afterwards: try facts("120.00"), policy: .shipped))
        let held = ReminderDecision(try facts("0.00"), policy: .shipped)
        #expect(!held.needsApology(afterwards: try facts("0.00"), policy: .shipped))
    }

    // Invariant 11 of the domain's list.
    @Test("No reminder goes out where nothing is owed, a bank file is pending, or anything else speaks against it")
    func never() {
        forAll("reminder", seed: 11) { generator in
            let sent = try DebtSample.day(&generator)
            var facts = ReminderDecision.Facts(
                due: try DebtSample.day(&generator, after: sent.advanced(byDays: -5), within: 10),
                balance: Money(kurus: generator.integer(in: -3...3)), day: sent, hour: generator.count(in: 0...23))
            facts.isBankFilePending = generator.oneIn(6)
            facts.isDisputed = generator.oneIn(6)
            facts.isConsentWithdrawn = generator.oneIn(6)
            facts.isPlanKept = generator.oneIn(6)
            facts.isInLegal = generator.oneIn(6)
            generator.note("facts", facts)
            let decision = ReminderDecision(facts, policy: .shipped)
            let against =
                facts.balance.kurus <= 0 || facts.due >= facts.day || facts.isBankFilePending || facts.isDisputed
                || facts.isConsentWithdrawn || facts.isPlanKept || facts.isInLegal || facts.hour < 8 || facts.hour > 19
            try holdEqual(decision.isSent, !against)
            try hold(decision.isSent == decision.reasons.isEmpty, "a reason for the log")
        }
    }
}

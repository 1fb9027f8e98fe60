package import Billing
package import Quantities
package import Storage

extension Transaction {
    /// Takes over payments: each to its subscriber's open invoices, oldest due first, what is left to their credit, and what
    /// nobody could be found for to the suspense account.
    ///
    /// A reference posts once. A text posts by a number alone; a name only suggests. What came in on an account that is not
    /// the `issuer`'s waits for a person, whoever it is said to be from. Throws `PaymentImportRefusal` with every line that is
    /// wrong, `StoreError`, and `LedgerError` or `ArithmeticError` for amounts that are too large.
    package func importPayments(
        _ payments: [ImportedPayment], to issuer: Issuer? = nil, sha256: String, actor: AuditActor, at moment: Moment
    ) throws -> PaymentImportOutcome {
        var outcome = PaymentImportOutcome()
        var problems: [PaymentImportRefusal.Problem] = []
        var directory: TransferDirectory?
        for payment in payments.sorted(by: { ($0.date, $0.line) < ($1.date, $1.line) }) {
            guard payment.date <= moment.civilDate else {
                problems.append(.init(line: payment.line, reason: .future))
                continue
            }
            guard payment.amount <= PaymentLimit.shipped.most else {
                problems.append(.init(line: payment.line, reason: .tooMuch(.shipped)))
                continue
            }
            let posted = try ledgerEntry(payment.key).map { known in
                IncomingPayment.Posted(
                    bankReference: payment.reference, amount: known.transaction.amountReceived)
            }
            var owner = try payment.subscriber.flatMap { try subscription($0)?.subscriber.number }
            var match: TransferMatch?
            if posted == nil, owner == nil || payment.isForeign(to: issuer) {
                if directory == nil { directory = try transferDirectory() }
                if let directory { match = payment.match(in: directory, of: issuer) }
                owner = match?.result == .post ? match?.account : nil
            }
            let open = try owner.map { try openInvoices(of: $0) } ?? []
            let owed = try open.reduce(Money.zero) { try $0.adding($1.principal) }
            switch IncomingPayment(amount: payment.amount, postedBefore: posted, owed: owed) {
            case .alreadyPosted: try outcome.known.add(payment.amount)
            case .contradiction(let before):
                problems.append(.init(line: payment.line, reason: .otherAmount(before)))
            case .payment, .duplicate:
                guard let owner else {
                    try suspend(payment, match, &outcome, actor: actor, at: moment)
                    continue
                }
                try post(payment, of: owner, to: open, &outcome, actor: actor, at: moment)
            }
        }
        try PaymentImportRefusal.check(problems)
        try audit(
            AuditEntry(
                actor: actor, action: "payments.imported", kind: "file", subject: sha256,
                details: [
                    "paid": "\(outcome.paid.number)", "duplicates": "\(outcome.duplicates.number)",
                    "suspended": "\(outcome.suspended.number)", "known": "\(outcome.known.number)",
                ]), at: moment)
        return outcome
    }

    /// Gives a suspended payment to the subscriber whose it is, as a person decided; nil where none of that reference waits,
    /// or there is no such subscriber.
    package func assignSuspended(
        _ reference: String, to number: SubscriberNumber, actor: AuditActor, at moment: Moment
    ) throws -> PaymentAllocation? {
        let row = try row(
            "SELECT * FROM suspended_payment WHERE reference = ? AND cleared IS NULL", reference)
        guard let row, try subscription(number) != nil else { return nil }
        let payment = try SuspendedPayment(row)
        let allocation = try PaymentAllocation(
            payment: payment.amount, to: try openInvoices(of: number), policy: .shipped)
        let cleared = try LedgerTransaction.suspenseCleared(
            to: number, allocation, key: LedgerKey(.decision, "suspense/\(reference)"), on: moment.civilDate)
        let entry = try post(cleared, at: moment)
        // The money came on the day that the bank says, whenever somebody found out whose it is.
        _ = try recordLateFees(of: number, allocation, payment: entry, on: payment.date, actor: actor, at: moment)
        try run("UPDATE suspended_payment SET cleared = ? WHERE entry = ?", entry, try row.integer("entry"))
        try audit(
            AuditEntry(
                actor: actor, action: "payment.assigned", kind: "ledger_entry", subject: "\(entry)",
                details: ["amount": "\(payment.amount)"]), at: moment)
        return allocation
    }

    private func post(
        _ payment: ImportedPayment, of owner: SubscriberNumber, to open: [OpenInvoice],
        _ outcome: inout PaymentImportOutcome, actor: AuditActor, at moment: Moment
    ) throws {
        guard !open.isEmpty else {
            let duplicate = try LedgerTransaction.duplicatePayment(
                of: owner, payment.amount, keptAsCredit: true, at: payment.place, key: payment.key, on: payment.date)
            try record(duplicate, "payment.kept-as-credit", payment.amount, actor: actor, at: moment)
            try outcome.duplicates.add(payment.amount)
            return
        }
        let allocation = try PaymentAllocation(payment: payment.amount, to: open, policy: .shipped)
        let posting = try LedgerTransaction.payment(
            of: owner, allocation, at: payment.place, key: payment.key, on: payment.date)
        let entry = try record(posting, "payment.posted", payment.amount, actor: actor, at: moment)
        let fees = try recordLateFees(
            of: owner, allocation, payment: entry, on: payment.date, actor: actor, at: moment)
        for fee in fees { try outcome.lateFees.add(fee) }
        try outcome.paid.add(payment.amount)
        outcome.toInvoices = try outcome.toInvoices.adding(allocation.principals)
        outcome.toCredit = try outcome.toCredit.adding(allocation.surplus)
    }

    private func suspend(
        _ payment: ImportedPayment, _ match: TransferMatch?, _ outcome: inout PaymentImportOutcome,
        actor: AuditActor, at moment: Moment
    ) throws {
        let posting = try LedgerTransaction.suspended(
            payment.amount, at: payment.place, key: payment.key, on: payment.date)
        let entry = try record(posting, "payment.suspended", payment.amount, actor: actor, at: moment)
        let suspended = SuspendedPayment(
            reference: payment.reference, amount: payment.amount, date: payment.date, text: payment.text,
            result: match?.result ?? .suspense, reason: match?.reason ?? .nothingKnown,
            suggested: match?.account ?? payment.subscriber)
        try run(
            """
            INSERT INTO suspended_payment (entry, reference, kurus, day, text, result, reason, suggested)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, entry, suspended.reference, suspended.amount.kurus, suspended.date.description, suspended.text,
            suspended.result.rawValue, suspended.reason.rawValue, suspended.suggested?.text)
        try outcome.suspended.add(payment.amount)
        if suspended.suggested != nil { outcome.suggestions.append(suspended) }
    }

    @discardableResult
    private func record(
        _ posting: LedgerTransaction, _ action: String, _ amount: Money, actor: AuditActor, at moment: Moment
    ) throws -> Int64 {
        let entry = try post(posting, at: moment)
        try audit(
            AuditEntry(
                actor: actor, action: action, kind: "ledger_entry", subject: "\(entry)",
                details: ["amount": "\(amount)"]), at: moment)
        return entry
    }
}

extension LedgerTransaction {
    /// What came in at a desk or on a bank account by it.
    fileprivate var amountReceived: Money {
        Money(
            kurus: entry.lines.reduce(0) { sum, line in
                line.account == .cash || line.account == .bank ? sum + line.amount.kurus : sum
            })
    }
}

extension ImportedPayment {
    /// Whether it came in on an account that is none of the issuer's; never where no issuer is known.
    fileprivate func isForeign(to issuer: Issuer?) -> Bool {
        guard let issuer, case .bankAccount(let account) = place else { return false }
        return !issuer.bankAccounts.contains(account)
    }

    fileprivate func match(in directory: TransferDirectory, of issuer: Issuer?) -> TransferMatch {
        guard let issuer, case .bankAccount(let account) = place else { return TransferMatch(text, in: directory) }
        return TransferMatch(text, in: directory, on: account, of: issuer)
    }
}

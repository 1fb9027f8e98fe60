package import Billing
package import Quantities
package import Storage

extension Transaction {
    /// Takes over payments: each to its subscriber's open invoices, oldest due first, what is left to their credit, and what
    /// nobody could be found for to the suspense account.
    ///
    /// A reference posts once at its place. A text posts by a number alone; a name only suggests. What came in on an account
    /// that is not the `issuer`'s waits for a person, whoever it is said to be from. Throws `PaymentImportRefusal` with every
    /// line that is wrong, `StoreError`, and `LedgerError` or `ArithmeticError` for amounts that are too large.
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
            let posted = try posted(payment)
            var owner = try payment.subscriber.flatMap { try subscription($0)?.subscriber.number }
            var match: TransferMatch?
            if owner == nil || payment.isForeign(to: issuer) {
                if directory == nil { directory = try transferDirectory() }
                if let directory { match = payment.match(in: directory, of: issuer) }
                owner = match?.result == .post ? match?.account : nil
            }
            let open = try posted == nil ? owner.map { try openInvoices(of: $0) } ?? [] : []
            let owed = try open.reduce(Money.zero) { try $0.adding($1.lateFee).adding($1.principal) }
            switch IncomingPayment(
                amount: payment.amount, on: payment.date, of: owner, postedBefore: posted, owed: owed)
            {
            case .alreadyPosted: try outcome.known.add(payment.amount)
            case .contradiction(let before):
                problems.append(.init(line: payment.line, reason: payment.contradiction(to: before)))
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
    ///
    /// Throws `SeveralSuspended` where several of that reference wait, and the `place` of one is not told.
    package func assignSuspended(
        _ reference: String, from place: MoneyPlace? = nil, to number: SubscriberNumber, actor: AuditActor,
        at moment: Moment
    ) throws -> PaymentAllocation? {
        let waiting = try suspendedPayments(reference).filter { place == nil || $0.place == place }
        guard waiting.count <= 1 else { throw SeveralSuspended(payments: waiting) }
        guard let payment = waiting.first, try subscription(number) != nil else { return nil }
        let allocation = try PaymentAllocation(
            payment: payment.amount, to: try openInvoices(of: number), policy: .shipped)
        let cleared = try LedgerTransaction.suspenseCleared(
            to: number, allocation, key: LedgerKey(.decision, "suspense/\(payment.key)"), on: moment.civilDate)
        let entry = try post(cleared, at: moment)
        // The money came on the day that the bank says, whenever somebody found out whose it is.
        _ = try recordLateFees(of: number, allocation, payment: entry, on: payment.date, actor: actor, at: moment)
        try run("UPDATE suspended_payment SET cleared = ? WHERE entry = ?", entry, payment.entry)
        try audit(
            AuditEntry(
                actor: actor, action: "payment.assigned", kind: "ledger_entry", subject: "\(entry)",
                details: ["amount": "\(payment.amount)"]), at: moment)
        return allocation
    }

    /// What was posted under a payment's reference at its place.
    private func posted(_ payment: ImportedPayment) throws(StoreError) -> IncomingPayment.Posted? {
        var known = try ledgerEntry(payment.key)
        // Another place's payment of that reference is another payment.
        if known == nil, let before = try ledgerEntry(payment.keyOfBefore),
            before.transaction.entry.lines.contains(where: { $0.holder == payment.place.holder })
        {
            known = before
        }
        return known.map { known in
            IncomingPayment.Posted(
                reference: payment.reference, amount: known.transaction.amountReceived, day: known.transaction.day,
                subscriber: known.transaction.owner)
        }
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
        outcome.toInvoices = try outcome.toInvoices.adding(allocation.receivables)
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
            entry: entry, key: payment.key.reference, reference: payment.reference, place: payment.place,
            amount: payment.amount, date: payment.date, text: payment.text,
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

    /// Whose it is; nil of what waits on the suspense account.
    fileprivate var owner: SubscriberNumber? {
        for line in entry.lines {
            if case .subscriber(let number) = line.holder { return number }
        }
        return nil
    }
}

extension ImportedPayment {
    /// What of it is not as it was posted before.
    fileprivate func contradiction(to posted: IncomingPayment.Posted) -> PaymentImportReason {
        if posted.amount != amount { return .otherAmount(posted.amount) }
        guard posted.day == date, let owner = posted.subscriber else { return .otherDay(posted.day) }
        return .otherSubscriber(owner)
    }

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

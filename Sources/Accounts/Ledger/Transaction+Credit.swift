import Billing
import Quantities
import Storage

extension Transaction {
    /// Sets off what a subscriber has in hand when an invoice was posted: older debts first, the oldest due before the
    /// others, then what the invoice itself says that it uses.
    ///
    /// The invoice's part stands under a key of its own, so that its reversal gives back just that.
    func setOffCredit(_ issue: InvoiceIssue, invoice: Int64, at moment: Moment) throws(StoreError) {
        let used = issue.creditUsed
        guard issue.preparation.standing.hasCredit || used > .zero else { return }
        let (number, owner, day) = (issue.number, issue.invoice.subscriber.number, moment.civilDate)
        try creditSurplus(of: owner, beside: issue.posting, key: .surplus(with: number), invoice: invoice, at: moment)
        let inHand = try ledgerBalances(of: owner)[.customerCredit] ?? .zero
        let open = try openInvoices(of: owner)
        do {
            let forOlder = try Money.zero.subtracting(inHand).subtracting(used)
            let older = open.filter { $0.reference != number.text }
            if forOlder > .zero, !older.isEmpty {
                let allocation = try PaymentAllocation(payment: forOlder, to: older, policy: .shipped)
                _ = try insert(
                    try .allocation(of: owner, allocation, key: .olderDebts(before: number), on: day),
                    invoice: invoice, at: moment)
            }
            guard used > .zero else { return }
            let itself = try OpenInvoice(
                reference: number.text, due: issue.invoice.dueDate, lateFee: .zero, principal: issue.posting.receivable)
            let allocation = try PaymentAllocation(payment: used, to: [itself], policy: .shipped)
            _ = try insert(
                try .allocation(of: owner, allocation, key: .credit(usedBy: number), on: day), invoice: invoice,
                at: moment)
        } catch let error as StoreError {
            throw error
        } catch {
            throw .failed("the credit of a subscriber cannot be set off")
        }
    }

    /// Gives back the credit that an invoice used, and makes credit of what was paid for it, once its own entry is mirrored.
    func giveBackCredit(_ original: StoredInvoice, _ reversal: InvoiceReversal, invoice: Int64, at moment: Moment)
        throws(StoreError)
    {
        if let used = try ledgerEntry(.credit(usedBy: original.number)) {
            let mirror: LedgerTransaction
            do throws(LedgerError) {
                mirror = try used.transaction.reversed(on: reversal.date)
            } catch {
                throw .failed("a ledger entry has no mirror")
            }
            _ = try insert(mirror, invoice: invoice, at: moment)
        }
        try creditSurplus(
            of: original.subscriber, beside: nil, key: .surplus(with: reversal.number), invoice: invoice, at: moment)
    }

    /// Makes credit of what a subscriber paid beyond the receivables, a posting that is just made left out.
    private func creditSurplus(
        of owner: SubscriberNumber, beside posting: LedgerTransaction?, key: LedgerKey, invoice: Int64,
        at moment: Moment
    ) throws(StoreError) {
        var surplus = try ledgerBalances(of: owner)[.receivables] ?? .zero
        do {
            for line in posting?.entry.lines ?? [] where line.account == .receivables {
                surplus = try surplus.subtracting(line.amount)
            }
            guard surplus < .zero else { return }
            let credit = try Money.zero.subtracting(surplus)
            _ = try insert(
                try .surplusCredited(to: owner, credit, key: key, on: moment.civilDate), invoice: invoice, at: moment)
        } catch let error as StoreError {
            throw error
        } catch {
            throw .column("kurus")
        }
    }
}

extension InvoiceIssue {
    /// What the invoice uses of the subscriber's credit, zero or above.
    var creditUsed: Money {
        Money(kurus: invoice.charges.reduce(0) { $0 - ($1.code == .credit ? $1.amount.kurus : 0) })
    }
}

extension LedgerTransaction {
    /// What the subscribers owe by it.
    fileprivate var receivable: Money {
        Money(kurus: entry.lines.reduce(0) { $0 + ($1.account == .receivables ? $1.amount.kurus : 0) })
    }
}

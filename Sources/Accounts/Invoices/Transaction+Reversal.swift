import Billing
import Quantities
package import Storage

extension Transaction {
    /// Takes an invoice back: its reversal with a number of its own, the mirror of its ledger entry, and, where the order says
    /// so, the invoice in its place, all or none.
    ///
    /// The invoice itself stays as it was issued. A reading that is wrong is superseded, not deleted, and where there is no
    /// replacement the period is free to be billed again. Throws `ReversalRefusal` where it cannot be; then nothing was
    /// written, and no number is lost. The same order again is refused with the reversal that there is.
    package func reverse(_ order: ReversalOrder, at moment: Moment) throws(ReversalRefusal) -> ReversedInvoice {
        let day = moment.civilDate
        let found = try reversalPreparation(order, on: day)
        let (original, prefix) = (found.original, String(found.original.number.text.prefix(3)))
        let numbers: [InvoiceNumber]
        let issue: InvoiceIssue?
        do throws(AccountsError) {
            let series = try series(prefix, year: day.year)
            numbers = [try series.nextNumber(), try series.afterNext().nextNumber()]
            issue = try found.replacement.map { replacement throws(AccountsError) in
                try InvoiceIssue(replacement, number: numbers[1], issuer: original.invoice.issuer, on: day)
            }
        } catch {
            throw ReversalRefusal(error)
        }
        let reversal: InvoiceReversal
        let difference: Money
        do throws(InvoiceReversalError) {
            reversal = try InvoiceReversal(
                of: original.invoice, number: numbers[0], date: day, reason: order.reason)
            if let issue {
                difference = try InvoiceReplacement(
                    of: original.invoice, by: issue.invoice, reversal: reversal
                ).difference
            } else {
                difference = try opposite(original.invoice)
            }
        } catch {
            throw .billing(error)
        }
        do throws(StoreError) {
            return try savepoint { () throws(StoreError) in
                try take(back: found, reversal, order, prefix: prefix, at: moment)
                let present = try subscription(original.subscriber)?.tariff
                countUse(of: original.invoice, tariff: found.tariff ?? present ?? "", takenBack: true)
                let replacement = try issue.map { issue throws(StoreError) in
                    try takeNumbers(1, prefix, year: day.year)
                    let reading = try store(issue, content: InvoiceRecord.json(issue.invoice), at: moment)
                    return issue.stored(reading: reading, at: moment)
                }
                try writeClassUse()
                return ReversedInvoice(
                    original: original, reversal: reversal, replacement: replacement, difference: difference)
            }
        } catch {
            throw .store(error)
        }
    }

    private func take(
        back found: ReversalPreparation, _ reversal: InvoiceReversal, _ order: ReversalOrder, prefix: String,
        at moment: Moment
    ) throws(StoreError) {
        try takeNumbers(1, prefix, year: reversal.date.year)
        try run(
            """
            INSERT INTO invoice_reversal (invoice, number, reason, clerk, day, payable_kurus, issued_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, found.id, reversal.number.text, reversal.reason.rawValue, order.clerk, reversal.date.description,
            reversal.payable.kurus, moment)
        guard let posted = try ledgerEntry(LedgerKey(.invoice, reversal.original.text)) else {
            throw .failed("an invoice has no ledger entry")
        }
        let mirror: LedgerTransaction
        do throws(LedgerError) {
            mirror = try posted.transaction.reversed(on: reversal.date)
        } catch {
            throw .failed("a ledger entry has no mirror")
        }
        _ = try insert(mirror, invoice: found.id, at: moment)
        try forgetCancelledFees(
            chargedBy: reversal.original, invoice: found.id, day: reversal.date, at: moment)
        try cancelLateFees(on: found.original, invoice: found.id, day: reversal.date, at: moment)
        try giveBackCredit(found.original, reversal, invoice: found.id, at: moment)
        if found.replacement?.keptReading == nil {
            try run("UPDATE reading SET superseded_at = ? WHERE id = ?", moment, found.original.reading)
        }
        try audit(
            AuditEntry(
                actor: .clerk(name: order.clerk), action: "invoice.reversed", kind: "invoice",
                subject: reversal.original.text,
                details: [
                    "reversal": reversal.number.text, "reason": reversal.reason.rawValue,
                    "payable": "\(reversal.payable)",
                ]), at: moment)
    }

    /// What the customer pays less by a reversal without a replacement.
    private func opposite(_ invoice: Billing.Invoice) throws(InvoiceReversalError) -> Money {
        do throws(ArithmeticError) {
            return try Money.zero.subtracting(try invoice.charged())
        } catch {
            throw .overflow
        }
    }
}

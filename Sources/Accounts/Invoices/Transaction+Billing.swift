import Billing
import Quantities
package import Storage

extension Transaction {
    /// Takes a reading and issues its invoice: reading, number, invoice, ledger entry and audit entry, all or none.
    ///
    /// The invoice is dated by `moment`. Throws `AccountsError` where there is none to be made; then nothing was written,
    /// and no number is lost.
    package func bill(
        _ candidate: ReadingCandidate, issuer: InvoiceIssuer, at moment: Moment
    ) throws(AccountsError) -> StoredInvoice {
        let day = moment.civilDate
        // Everything that can refuse comes before the first write.
        let issue = try InvoiceIssue(
            try preparation(candidate, on: day), number: try series(issuer.prefix, year: day.year).nextNumber(),
            issuer: issuer.issuer, on: day)
        do throws(StoreError) {
            // Whoever catches what is thrown here must not keep half of it.
            return try savepoint { () throws(StoreError) in
                try takeNumbers(1, issuer.prefix, year: day.year)
                let reading = try store(issue, content: InvoiceRecord.json(issue.invoice), at: moment)
                try writeClassUse()
                return issue.stored(reading: reading, at: moment)
            }
        } catch {
            throw .store(error)
        }
    }

    /// Moves a series on by so many numbers, in the transaction that stores their invoices.
    func takeNumbers(_ count: Int, _ prefix: String, year: Int) throws(StoreError) {
        try run(
            """
            INSERT INTO invoice_series (prefix, year, last) VALUES (?, ?, ?)
            ON CONFLICT (prefix, year) DO UPDATE SET last = last + excluded.last
            """, prefix, year, count)
    }

    /// Stores an invoice whose number was taken, with `content` as its JSON; the key of its reading.
    ///
    /// What it throws must undo all that it wrote.
    @discardableResult
    func store(_ issue: InvoiceIssue, content: String, at moment: Moment) throws(StoreError) -> Int64 {
        let reading: Int64
        if let kept = issue.preparation.keptReading {
            reading = kept
        } else {
            reading = try insertReading(
                issue.preparation.last, subscriber: issue.preparation.row.id, meter: issue.preparation.row.meterID,
                origin: issue.preparation.origin, at: moment)
        }
        try run(
            """
            INSERT INTO invoice (number, subscriber, first_reading, reading, first_day, last_day, next_from,
                payable_kurus, source, editions, content, issued_at, due_day, tariff, region, replaces)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM invoice WHERE number = ?))
            """, issue.number.text, issue.preparation.row.id, issue.preparation.first.id, reading,
            issue.invoice.firstReading.date.description, issue.invoice.lastReading.date.description,
            issue.preparation.nextFrom.description, issue.invoice.figures.payable.kurus,
            issue.preparation.terms.source, issue.editions, content, moment, issue.invoice.dueDate.description,
            issue.preparation.row.subscription.tariff, issue.preparation.row.subscription.region,
            issue.invoice.replaces?.text)
        let key = lastInsertedKey
        _ = try insert(issue.posting, invoice: key, at: moment)
        try setOffCredit(issue, invoice: key, at: moment)
        try chargeLateFees(issue, invoice: key)
        countUse(of: issue.invoice, tariff: issue.preparation.row.subscription.tariff)
        var details = issue.auditDetails
        details["reading"] = "\(reading)"
        try audit(
            AuditEntry(
                actor: issue.preparation.origin.actor, action: "invoice.issued", kind: "invoice",
                subject: issue.number.text, details: details),
            at: moment)
        return reading
    }

    /// Writes a reading; its key.
    func insertReading(
        _ reading: MeterReading, subscriber: Int64, meter: Int64, origin: ReadingOrigin, at moment: Moment
    ) throws(StoreError) -> Int64 {
        try run(
            """
            INSERT INTO reading (subscriber, meter, index_value, digits, day, origin, photo, clerk, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, subscriber, meter, reading.index.value, reading.index.digits, reading.date.description, origin.code,
            origin.photo, origin.clerk, moment)
        return lastInsertedKey
    }
}

extension ReadingOrigin {
    /// Who made the invoice of such a reading.
    var actor: AuditActor {
        if let clerk { return .clerk(name: clerk) }
        if case .round = self { return .command }
        return .system
    }
}

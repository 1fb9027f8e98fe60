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
                let stored = try store(issue, content: InvoiceRecord.json(issue.invoice), at: moment)
                try writeClassUse()
                return stored
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

    /// Stores an invoice whose number was taken, with `content` as its JSON; what it throws must undo all that it wrote.
    func store(_ issue: InvoiceIssue, content: String, at moment: Moment) throws(StoreError) -> StoredInvoice {
        let (invoice, number, preparation) = (issue.invoice, issue.number, issue.preparation)
        let (subscriber, origin) = (preparation.row.id, preparation.origin)
        let reading: Int64
        if let kept = preparation.keptReading {
            reading = kept
        } else {
            reading = try insertReading(
                preparation.last, subscriber: subscriber, meter: preparation.row.meterID, origin: origin, at: moment)
        }
        try run(
            """
            INSERT INTO invoice (number, subscriber, first_reading, reading, first_day, last_day, next_from,
                payable_kurus, source, editions, content, issued_at, due_day, replaces)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM invoice WHERE number = ?))
            """, number.text, subscriber, preparation.first.id, reading, invoice.firstReading.date.description,
            invoice.lastReading.date.description, preparation.nextFrom.description, invoice.figures.payable.kurus,
            preparation.policies.source,
            "[" + preparation.policies.editions.map { "\($0)" }.joined(separator: ",") + "]",
            content, moment, invoice.dueDate.description, invoice.replaces?.text)
        let key = lastInsertedKey
        _ = try insert(issue.posting, invoice: key, at: moment)
        try setOffCredit(issue, invoice: key, at: moment)
        try chargeLateFees(issue, invoice: key)
        countUse(of: invoice, tariff: preparation.row.subscription.tariff)
        var details = ["reading": "\(reading)", "index": "\(invoice.lastReading.index)"]
        details["payable"] = "\(invoice.figures.payable)"
        details["replaces"] = invoice.replaces?.text
        try audit(
            AuditEntry(
                actor: origin.actor, action: "invoice.issued",
                kind: "invoice", subject: number.text,
                details: details.merging(preparation.assessment.auditDetails) { $1 }
                    .merging(preparation.flags.auditDetails) { $1 }),
            at: moment)
        return StoredInvoice(
            number: number, subscriber: preparation.row.subscription.subscriber.number, invoice: invoice,
            reading: reading, issuedAt: moment, source: preparation.policies.source)
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

/// An invoice that is ready to be stored, with what it posts.
struct InvoiceIssue: Sendable {
    let preparation: InvoicePreparation
    let number: InvoiceNumber
    let invoice: Invoice
    let posting: LedgerTransaction

    init(
        _ preparation: InvoicePreparation, number: InvoiceNumber, issuer: Issuer, on day: CivilDate
    ) throws(AccountsError) {
        self.preparation = preparation
        self.number = number
        invoice = try preparation.invoice(number: number, issuer: issuer, on: day)
        do throws(LedgerError) {
            posting = try .invoice(try InvoicePosting(invoice), key: LedgerKey(.invoice, number.text), on: day)
        } catch {
            throw .billing(.overflow(.total))
        }
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

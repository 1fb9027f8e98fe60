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
            try preparation(candidate, on: day), candidate,
            number: try series(issuer.prefix, year: day.year).nextNumber(),
            issuer: issuer, on: day)
        do throws(StoreError) {
            // Whoever catches what is thrown here must not keep half of it.
            return try savepoint { () throws(StoreError) in
                try takeNumbers(1, issuer.prefix, year: day.year)
                return try store(issue, content: try InvoiceRecord.json(issue.invoice), at: moment)
            }
        } catch {
            throw .store(error)
        }
    }

    /// The series that an invoice of that year is numbered by.
    func series(_ prefix: String, year: Int) throws(AccountsError) -> InvoiceSeries {
        do throws(StoreError) {
            let row = try row("SELECT last FROM invoice_series WHERE prefix = ? AND year = ?", prefix, year)
            return InvoiceSeries(prefix: prefix, year: year, last: Int(try row?.integer("last") ?? 0))
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
        let (subscriber, candidate) = (preparation.row.id, issue.candidate)
        let reading = try insertReading(
            preparation.last, subscriber: subscriber, meter: preparation.row.meterID, origin: candidate.origin,
            at: moment)
        try run(
            """
            INSERT INTO invoice (number, subscriber, first_reading, reading, first_day, last_day, next_from,
                payable_kurus, source, editions, content, issued_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, number.text, subscriber, preparation.first.id, reading, invoice.firstReading.date.description,
            invoice.lastReading.date.description, preparation.nextFrom.description, invoice.figures.payable.kurus,
            preparation.policies.source,
            "[" + preparation.policies.editions.map { "\($0)" }.joined(separator: ",") + "]", content, moment)
        try post(issue.entry, invoice: lastInsertedKey, on: invoice.invoiceDate, at: moment)
        try audit(
            AuditEntry(
                actor: candidate.origin.actor, action: "invoice.issued",
                kind: "invoice", subject: number.text,
                details: [
                    "reading": "\(reading)", "index": "\(candidate.index)", "payable": "\(invoice.figures.payable)",
                ].merging(preparation.assessment.auditDetails) { $1 }),
            at: moment)
        return StoredInvoice(
            number: number, subscriber: candidate.subscriber, invoice: invoice, reading: reading, issuedAt: moment,
            source: preparation.policies.source)
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

/// An invoice that is ready to be stored: whatever can refuse it lies behind.
struct InvoiceIssue: Sendable {
    let preparation: InvoicePreparation
    let candidate: ReadingCandidate
    let number: InvoiceNumber
    let invoice: Invoice
    let entry: LedgerEntry

    init(
        _ preparation: InvoicePreparation, _ candidate: ReadingCandidate, number: InvoiceNumber,
        issuer: InvoiceIssuer, on day: CivilDate
    ) throws(AccountsError) {
        (self.preparation, self.candidate, self.number) = (preparation, candidate, number)
        invoice = try preparation.invoice(number: number, issuer: issuer, on: day)
        do throws(LedgerError) {
            entry = try LedgerEntry(invoice)
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

extension InvoicePreparation {
    /// The first day on which a reading begins the next period.
    var nextFrom: CivilDate {
        // Past the last day that there is, no period begins anyway.
        (try? last.date.advanced(byDays: max(1, policies.minimumDays))) ?? last.date
    }
}

import Billing
import Quantities
import Storage

/// An invoice that is ready to be stored, with what it posts.
///
/// A class, since a run hands a thousand of them from the thread that judges to the one that stores.
final class InvoiceIssue: Sendable {
    let preparation: InvoicePreparation
    let number: InvoiceNumber
    let invoice: Invoice
    let posting: LedgerTransaction
    /// The editions of policies that it was made with, as JSON.
    let editions: String
    /// What the audit log keeps of it, but for the key of its reading.
    let auditDetails: [String: String]

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
        editions = preparation.terms.editions
        var details = ["index": "\(invoice.lastReading.index)", "payable": "\(invoice.figures.payable)"]
        details["replaces"] = invoice.replaces?.text
        for (key, value) in preparation.assessment.auditDetails { details[key] = value }
        for (key, value) in preparation.flags.auditDetails { details[key] = value }
        auditDetails = details
    }

    /// The invoice as it was stored.
    func stored(reading: Int64, at moment: Moment) -> StoredInvoice {
        StoredInvoice(
            number: number, subscriber: preparation.row.subscription.subscriber.number, invoice: invoice,
            reading: reading, issuedAt: moment, source: preparation.terms.source)
    }
}

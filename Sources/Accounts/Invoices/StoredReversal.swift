package import Billing
package import Quantities
package import Storage

/// The reversal of an invoice as it was issued; what is stored never changes.
package struct StoredReversal: Hashable, Sendable {
    /// Its own number.
    package let number: InvoiceNumber
    /// The invoice that it takes back.
    package let original: InvoiceNumber
    package let reason: InvoiceReversal.Reason
    /// Who reversed it, by the name that they gave.
    package let clerk: String?
    package let date: CivilDate
    package let issuedAt: Moment
    /// The invoice that stands in its place, if there is one.
    package let replacement: InvoiceNumber?
}

extension StoredReversal {
    /// The document that it issued: it follows from the invoice that it mirrors, and nothing of it is stored twice.
    package func document(of original: StoredInvoice) throws(InvoiceReversalError) -> InvoiceReversal {
        try InvoiceReversal(of: original.invoice, number: number, date: date, reason: reason)
    }
}

extension Statements {
    /// The reversal of an invoice; nil for one that stands.
    package func reversal(of invoice: InvoiceNumber) throws(StoreError) -> StoredReversal? {
        try row("\(StoredReversal.query) WHERE i.number = ?", invoice.text).map { row throws(StoreError) in
            try StoredReversal(row)
        }
    }

    /// The reversal of that number.
    package func reversal(_ number: InvoiceNumber) throws(StoreError) -> StoredReversal? {
        try row("\(StoredReversal.query) WHERE v.number = ?", number.text).map { row throws(StoreError) in
            try StoredReversal(row)
        }
    }
}

extension StoredReversal {
    fileprivate static let query = """
        SELECT v.*, i.number AS original, n.number AS replacement FROM invoice_reversal v
        JOIN invoice i ON i.id = v.invoice LEFT JOIN invoice n ON n.replaces = v.invoice
        """

    fileprivate init(_ row: Row) throws(StoreError) {
        number = try row.value("number") { try InvoiceNumber($0) }
        original = try row.value("original") { try InvoiceNumber($0) }
        reason = try row.code("reason")
        clerk = try row.optionalText("clerk")
        date = try row.day("day")
        issuedAt = try row.moment("issued_at")
        replacement =
            try row.optionalText("replacement") == nil ? nil : row.value("replacement") { try InvoiceNumber($0) }
    }
}

package import Billing
package import Quantities
package import Storage

/// Who issues invoices, and the three letters that their numbers begin with.
package struct InvoiceIssuer: Hashable, Sendable {
    package let issuer: Billing.Issuer
    package let prefix: String

    /// Throws `IdentifierError` where no invoice number can begin with the prefix.
    package init(issuer: Billing.Issuer, prefix: String) throws(IdentifierError) {
        _ = try InvoiceNumber(prefix + "2026000000001")
        self.issuer = issuer
        self.prefix = prefix
    }
}

/// An invoice as it was issued; what is stored never changes.
package struct StoredInvoice: Hashable, Sendable {
    package let number: InvoiceNumber
    package let subscriber: SubscriberNumber
    package let invoice: Billing.Invoice
    /// The key of the reading that it ends with.
    package let reading: Int64
    package let issuedAt: Moment
    /// Where the prices come from, as the policies say, for the paper.
    package let source: String?
}

extension Statements {
    /// The invoice of a number.
    package func invoice(_ number: InvoiceNumber) throws(StoreError) -> StoredInvoice? {
        try row("\(StoredInvoice.query) WHERE i.number = ?", number.text).map { row throws(StoreError) in
            try StoredInvoice(row)
        }
    }

    /// The standing invoice that was made from the reading of a photo.
    package func invoice(madeFromPhoto photo: Int64) throws(StoreError) -> StoredInvoice? {
        try row(
            """
            \(StoredInvoice.query) JOIN reading r ON r.id = i.reading
            WHERE r.photo = ? AND r.superseded_at IS NULL AND \(StoredInvoice.stands)
            """, photo
        ).map { row throws(StoreError) in
            try StoredInvoice(row)
        }
    }

    /// The standing invoice that a reading of that day falls under: of the period that the day lies in, or of the newest one, where
    /// the day comes so soon after it that it begins no new period.
    package func invoice(
        of number: SubscriberNumber, periodOf day: CivilDate
    ) throws(StoreError) -> StoredInvoice? {
        // ISO days are ordered as texts.
        let row = try row(
            """
            \(StoredInvoice.query)
            WHERE s.number = ? AND i.first_day < ? AND i.next_from > ? AND \(StoredInvoice.stands)
            ORDER BY i.last_day DESC LIMIT 1
            """, number.text, day.description, day.description)
        return try row.map { row throws(StoreError) in try StoredInvoice(row) }
    }
}

extension StoredInvoice {
    /// That the invoice `i` of a statement was not reversed.
    static let stands = stands("i.id")

    /// That the invoice of a key was not reversed.
    static func stands(_ key: String) -> String {
        "NOT EXISTS (SELECT 1 FROM invoice_reversal v WHERE v.invoice = \(key))"
    }

    static let query =
        "SELECT i.*, s.number AS subscriber_number FROM invoice i JOIN subscriber s ON s.id = i.subscriber"

    init(_ row: Row) throws(StoreError) {
        number = try row.value("number") { try InvoiceNumber($0) }
        subscriber = try row.value("subscriber_number") { try SubscriberNumber($0) }
        invoice = try InvoiceRecord.invoice(json: try row.text("content"))
        reading = try row.integer("reading")
        issuedAt = try row.moment("issued_at")
        source = try row.optionalText("source")
    }
}

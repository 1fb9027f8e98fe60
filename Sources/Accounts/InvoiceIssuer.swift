package import Billing

/// Who issues the invoices, and the three letters that their numbers begin with.
package struct InvoiceIssuer: Sendable {
    package let issuer: Billing.Issuer
    package let prefix: String

    package init(issuer: Billing.Issuer, prefix: String) {
        self.issuer = issuer
        self.prefix = prefix
    }
}

package import Billing
package import Quantities
package import Wording

/// The reversal of an invoice with all that its paper needs beside the figures.
package struct ReversalSheet: Sendable {
    package let reversal: InvoiceReversal
    /// The invoice that it takes back.
    package let original: Invoice
    /// The invoice in its place, if there is one.
    package let replacement: InvoiceNumber?
    /// The language that the subscriber is written to in.
    package let language: Language
    /// Whether it is made with sample data.
    package let isSample: Bool

    package init(
        _ reversal: InvoiceReversal, of original: Invoice, replacement: InvoiceNumber?, language: Language,
        isSample: Bool = false
    ) {
        self.reversal = reversal
        self.original = original
        self.replacement = replacement
        self.language = language
        self.isSample = isSample
    }
}

import Billing
import Quantities
import Wording

extension InvoiceSheet {
    /// The invoice as a PDF of one A4 page; the same sheet gives the same bytes.
    ///
    /// - Throws: `DocumentError` when a text does not fit on the page, or it cannot be drawn.
    package func pdf(fonts: DocumentFonts) throws(DocumentError) -> [UInt8] {
        let marks = try InvoiceLayout.marks(of: self, fonts: fonts)
        let writer = InvoiceWriter(language)
        // No personal data stands in the description: a viewer shows it in lists and logs.
        let number = invoice.number.map { " \($0.text)" } ?? ""
        let page = try PDFPage(
            width: InvoiceLayout.pageWidth, height: InvoiceLayout.pageHeight,
            description: PDFPage.Description(
                title: writer.words(InvoiceWords.title) + number, author: invoice.issuer.name,
                created: "\(invoice.invoiceDate)T00:00:00Z"))
        try page.draw(marks, fonts: fonts)
        return try page.finish()
    }
}

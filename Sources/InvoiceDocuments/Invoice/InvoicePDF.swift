import Billing
import Quantities
import Wording

extension InvoiceSheet {
    /// The invoice as a PDF of one A4 page, and behind it, where it takes another one's place, the reversal of that one; the
    /// same sheets give the same bytes.
    ///
    /// - Throws: `DocumentError` when a text does not fit on the page, or it cannot be drawn.
    package func pdf(fonts: DocumentFonts, behind: ReversalSheet? = nil) throws(DocumentError) -> [UInt8] {
        var pages = [try InvoiceLayout.marks(of: self, fonts: fonts)]
        if let behind { pages.append(try ReversalLayout.marks(of: behind, fonts: fonts)) }
        // No personal data stands in the description: a viewer shows it in lists and logs.
        let number = invoice.number.map { " \($0.text)" } ?? ""
        return try PDFPage.file(
            of: pages, fonts: fonts, title: InvoiceWriter(language).words(InvoiceWords.title) + number,
            issuer: invoice.issuer, day: invoice.invoiceDate)
    }
}

extension ReversalSheet {
    /// The reversal as a PDF of one A4 page; the same sheet gives the same bytes.
    ///
    /// - Throws: `DocumentError` when a text does not fit on the page, or it cannot be drawn.
    package func pdf(fonts: DocumentFonts) throws(DocumentError) -> [UInt8] {
        try PDFPage.file(
            of: [try ReversalLayout.marks(of: self, fonts: fonts)], fonts: fonts,
            title: "\(InvoiceWriter(language).words(ReversalWords.title)) \(reversal.number.text)",
            issuer: original.issuer, day: reversal.date)
    }
}

extension PDFPage {
    /// A file of A4 pages.
    fileprivate static func file(
        of pages: [[PageMark]], fonts: DocumentFonts, title: String, issuer: Issuer, day: CivilDate
    ) throws(DocumentError) -> [UInt8] {
        let file = try PDFPage(
            width: InvoiceLayout.pageWidth, height: InvoiceLayout.pageHeight,
            description: PDFPage.Description(title: title, author: issuer.name, created: "\(day)T00:00:00Z"))
        for (place, marks) in pages.enumerated() {
            if place > 0 { file.next() }
            try file.draw(marks, fonts: fonts)
        }
        return try file.finish()
    }
}

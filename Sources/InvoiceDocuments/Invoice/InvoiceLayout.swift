import Billing
import Quantities
import Wording

/// Where everything stands on the one A4 page of an invoice.
///
/// Amount and due date come first and are the largest; then the index beside the photo it was read from; then the
/// computation, line by line; then what is known of the parties; at the foot the rights of the subscriber.
struct InvoiceLayout {
    static let pageWidth = 595.276
    static let pageHeight = 841.890
    static let left = 48.0
    static let right = pageWidth - 48
    static let top = 42.0
    static let bottom = pageHeight - 34
    static let width = right - left

    let sheet: InvoiceSheet
    let writer: InvoiceWriter
    /// How large everything below the amount is set, 1 being the usual size.
    let scale: Double
    var page: PageComposer

    var invoice: Invoice { sheet.invoice }

    /// The marks of the page, as large as they fit.
    ///
    /// - Throws: `DocumentError.textTooLong` when a text does not fit at the smallest size.
    static func marks(of sheet: InvoiceSheet, fonts: DocumentFonts) throws(DocumentError) -> [PageMark] {
        // A period over many months has a long computation: the page then takes a smaller size, never a second page.
        let (issuer, subscriber) = (sheet.invoice.issuer, sheet.invoice.subscriber)
        for text in [issuer.name, issuer.address, subscriber.name, subscriber.address] {
            // Both weights have the same characters.
            if let missing = fonts.regular.firstMissing(in: text) { throw .characterMissing(missing) }
        }
        var problem = DocumentError.textTooLong(place: "derivation")
        for scale in [1.15, 1.1, 1.05, 1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6] {
            var layout = InvoiceLayout(
                sheet: sheet, writer: InvoiceWriter(sheet.language), scale: scale, page: PageComposer(fonts: fonts))
            do throws(DocumentError) {
                if try layout.compose() { return layout.page.marks }
            } catch {
                // What is too long at this size may fit at a smaller one.
                guard case .textTooLong = error else { throw error }
                problem = error
            }
        }
        throw problem
    }

    /// Sets the page; false when it does not fit at this scale.
    private mutating func compose() throws(DocumentError) -> Bool {
        var y = try head(top: Self.top)
        y = try amount(top: y)
        y = try customerAndReading(top: y + 14 * scale)
        y = try derivation(top: y + 16 * scale)
        y = try particulars(top: y + 16 * scale)
        let foot = try footHeight()
        guard y + 12 * scale + foot <= Self.bottom else { return false }
        try self.foot(top: Self.bottom - foot)
        return true
    }

    func style(_ size: Double, _ weight: TextStyle.Weight = .regular, gray: Double = 0) -> TextStyle {
        TextStyle(size: size * scale, weight: weight, gray: gray)
    }

    /// The gray of labels: clearly less than the figures, clearly legible in print.
    static let labelGray = 0.35
}

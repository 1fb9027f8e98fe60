import Billing
import Wording

extension InvoiceLayout {
    /// The rights of the subscriber, the number for an emergency, and the versions that made the invoice.
    mutating func foot(top: Double) throws(DocumentError) {
        page.rule(y: top, from: Self.left, to: Self.right, width: 0.5)
        var y = top + 6 * scale
        for text in notes {
            y = try page.paragraph(
                text, x: Self.left, top: y, width: Self.width, lines: 6, style: noteStyle, place: "notes")
            y += 3 * scale
        }
        page.text(
            writer.words(InvoiceWords.emergency, ["phone": invoice.issuer.emergencyPhone]), x: Self.left,
            baseline: y + 14 * scale, style: style(11, .bold))
        try page.fitted(
            versions, x: Self.left, baseline: y + 28 * scale, width: Self.width,
            style: style(6.5, gray: Self.labelGray), place: "versions")
    }

    func footHeight() throws(DocumentError) -> Double {
        var height = 6 * scale
        for text in notes {
            let fitted = try FittedText(
                text, width: Self.width, lines: 6, style: noteStyle, place: "notes", fonts: page.fonts)
            height += fitted.height + 3 * scale
        }
        return height + 29 * scale
    }

    private var noteStyle: TextStyle { style(7) }

    private var notes: [String] {
        let issuer = invoice.issuer
        // A telephone number is not torn at the end of a line.
        let phone = issuer.callCentre.map { String($0.map { $0 == " " ? "\u{A0}" : $0 }) }
        let contact = [phone, issuer.name, issuer.address].compactMap(\.self).joined(separator: ", ")
        let objection = sheet.isReadByMachine ? InvoiceWords.objection : InvoiceWords.objectionToPerson
        return [
            writer.words(objection, ["contact": contact]), writer.words(InvoiceWords.privacy),
        ]
    }

    private var versions: String {
        var parts = [writer.words(InvoiceWords.tariffVersion, ["version": invoice.tariffVersion])]
        if let source = sheet.tariffSource { parts.append(writer.words(InvoiceWords.source, ["source": source])) }
        parts.append(writer.words(InvoiceWords.wordingVersion, ["version": WordingEdition.version]))
        return parts.joined(separator: "  ·  ")
    }
}

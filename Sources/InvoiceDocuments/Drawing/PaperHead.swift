import Billing
import Quantities
import Wording

/// The head of a paper: its issuer on the left; what it is, its own number and its day on the right.
struct PaperHead {
    let issuer: Issuer
    let title: Phrase
    let labelled: [(label: Phrase, value: String)]
    /// What keeps somebody from taking a sample for the real thing.
    let warning: Phrase?

    /// Sets the head; the answer is where it ends.
    func compose(
        on page: inout PageComposer, _ writer: InvoiceWriter, top: Double
    ) throws(DocumentError) -> Double {
        let (left, right) = (InvoiceLayout.left, InvoiceLayout.right)
        let column = InvoiceLayout.width * 0.58
        var y = try page.paragraph(
            issuer.name, x: left, top: top, width: column, lines: 2, style: TextStyle(size: 14, weight: .bold),
            place: "issuer name")
        let small = TextStyle(size: 7.5, gray: InvoiceLayout.labelGray)
        y = try page.paragraph(
            issuer.address, x: left, top: y + 1, width: column, lines: 2, style: small, place: "issuer address")
        var registration = "\(issuer.taxOffice) · \(writer.words(InvoiceWords.taxNumber)) \(issuer.taxNumber.text)"
        if let phone = issuer.callCentre {
            registration += " · \(writer.words(InvoiceWords.callCentre)) \(phone)"
        }
        y = try page.paragraph(
            registration, x: left, top: y + 1, width: column, lines: 2, style: small, place: "issuer tax office")

        page.text(
            writer.words(title), x: right, baseline: top + 13, style: TextStyle(size: 11, weight: .bold),
            alignment: .right)
        var baseline = top + 28.0
        for (label, value) in labelled {
            let width = page.text(
                value, x: right, baseline: baseline, style: TextStyle(size: 8.5, weight: .bold), alignment: .right)
            page.text(
                writer.words(label), x: right - width - 6, baseline: baseline,
                style: TextStyle(size: 8, gray: InvoiceLayout.labelGray), alignment: .right)
            baseline += 12
        }
        if let warning {
            page.text(
                writer.words(warning), x: right, baseline: baseline + 1, style: TextStyle(size: 8, weight: .bold),
                alignment: .right)
            baseline += 12
        }
        return max(y, baseline - 6)
    }
}

import Billing
import Quantities
import Wording

/// Where everything stands on the one A4 page of a reversal: which invoice is taken back and for how much, why, every amount
/// with the opposite sign, and what it means for the subscriber.
struct ReversalLayout {
    let sheet: ReversalSheet
    let writer: InvoiceWriter
    var page: PageComposer

    /// The marks of the page.
    ///
    /// - Throws: `DocumentError` when a text does not fit.
    static func marks(of sheet: ReversalSheet, fonts: DocumentFonts) throws(DocumentError) -> [PageMark] {
        let (issuer, subscriber) = (sheet.original.issuer, sheet.original.subscriber)
        for text in [issuer.name, issuer.address, subscriber.name, subscriber.address] {
            if let missing = fonts.regular.firstMissing(in: text) { throw .characterMissing(missing) }
        }
        var layout = ReversalLayout(
            sheet: sheet, writer: InvoiceWriter(sheet.language), page: PageComposer(fonts: fonts))
        try layout.compose()
        return layout.page.marks
    }

    private mutating func compose() throws(DocumentError) {
        let (reversal, original) = (sheet.reversal, sheet.original)
        let head = PaperHead(
            issuer: original.issuer, title: ReversalWords.title,
            labelled: [
                (ReversalWords.number, reversal.number.text), (ReversalWords.date, writer.date(reversal.date)),
            ], warning: sheet.isSample ? InvoiceWords.sample : nil)
        var y = try head.compose(on: &page, writer, top: InvoiceLayout.top)
        y = try takenBack(top: y)
        y = try party(top: y + 14)
        y = try amounts(top: y + 18)
        try notes(top: y + 20)
    }

    /// The invoice that is taken back and its amount, the two largest things on the page, and why.
    private mutating func takenBack(top: Double) throws(DocumentError) -> Double {
        let (left, right, width) = (InvoiceLayout.left, InvoiceLayout.right, InvoiceLayout.width)
        page.rule(y: top + 9, from: left, to: right, width: 1.6)
        let second = left + width * 0.6
        page.text(writer.words(ReversalWords.takenBack), x: left, baseline: top + 29, style: label(10))
        page.text(writer.words(ReversalWords.amount), x: second, baseline: top + 29, style: label(10))
        try page.fitted(
            sheet.reversal.original.text, x: left, baseline: top + 58, width: width * 0.57,
            style: TextStyle(size: 28, weight: .bold), place: "original")
        try page.fitted(
            writer.money(sheet.reversal.payable), x: second, baseline: top + 58, width: right - second,
            style: TextStyle(size: 28, weight: .bold), place: "payable")
        let reason = ReversalWords.reason(sheet.reversal.reason.rawValue, in: sheet.language)
        var lines = [
            writer.words(ReversalWords.issued, ["date": writer.date(sheet.original.invoiceDate)]),
            writer.words(ReversalWords.why, ["reason": reason]),
        ]
        if let replacement = sheet.replacement {
            lines.append(writer.words(ReversalWords.replacedBy, ["number": replacement.text]))
        }
        var y = top + 66
        for line in lines {
            y = try page.paragraph(
                line, x: left, top: y + 3, width: width, lines: 2, style: TextStyle(size: 10), place: "reason")
        }
        page.rule(y: y + 6, from: left, to: right, width: 0.5)
        return y + 6
    }

    /// Whose invoice it was, and of which period.
    private mutating func party(top: Double) throws(DocumentError) -> Double {
        let original = sheet.original
        let (subscriber, left, width) = (original.subscriber, InvoiceLayout.left, InvoiceLayout.width)
        var y = try page.paragraph(
            subscriber.name, x: left, top: top, width: width * 0.5, lines: 5,
            style: TextStyle(size: 10, weight: .bold), place: "subscriber name")
        y = try page.paragraph(
            subscriber.address, x: left, top: y + 1, width: width * 0.5, lines: 8, style: TextStyle(size: 9),
            place: "subscriber address")
        var baseline = top + 9
        for (phrase, value) in [
            (InvoiceWords.subscriberNumber, subscriber.number.text),
            (InvoiceWords.installationNumber, subscriber.installation.text),
            (
                InvoiceWords.period,
                "\(writer.date(original.firstReading.date)) – \(writer.date(original.lastReading.date))"
            ),
            (InvoiceWords.lastIndex, original.lastReading.index.description),
        ] {
            page.text(writer.words(phrase), x: left + width * 0.56, baseline: baseline, style: label(8.5))
            try page.fitted(
                value, x: InvoiceLayout.right, baseline: baseline, width: width * 0.28, style: TextStyle(size: 8.5),
                alignment: .right, place: writer.words(phrase))
            baseline += 12
        }
        return max(y, baseline - 6)
    }

    /// Every amount of the original with the opposite sign, as the sums go.
    private mutating func amounts(top: Double) throws(DocumentError) -> Double {
        let (left, right, width) = (InvoiceLayout.left, InvoiceLayout.right, InvoiceLayout.width)
        page.text(
            writer.words(ReversalWords.amounts), x: left, baseline: top + 8, style: TextStyle(size: 9.5, weight: .bold))
        page.rule(y: top + 13, from: left, to: right, width: 0.8)
        var y = top + 13
        for (place, row) in ReversalRow.rows(of: sheet.reversal, writer).enumerated() {
            if place > 0 { page.rule(y: y, from: left, to: right, width: 0.3, gray: 0.75) }
            let style = TextStyle(size: 9, weight: row.isStrong ? .bold : .regular)
            let baseline = y + 12
            try page.fitted(
                row.name, x: left, baseline: baseline, width: width * 0.36, style: style, place: row.name)
            try page.fitted(
                row.formula, x: left + width * 0.38, baseline: baseline, width: width * 0.36, style: TextStyle(size: 9),
                place: row.name)
            page.text(row.amount, x: right, baseline: baseline, style: style, alignment: .right)
            y = baseline + 5
        }
        page.rule(y: y, from: left, to: right, width: 0.8)
        return y
    }

    private mutating func notes(top: Double) throws(DocumentError) {
        let issuer = sheet.original.issuer
        let contact = [issuer.callCentre, issuer.name, issuer.address].compactMap(\.self).joined(separator: ", ")
        var y = top
        for text in [
            writer.words(ReversalWords.money), writer.words(ReversalWords.contact, ["contact": contact]),
            writer.words(InvoiceWords.privacy),
        ] {
            y = try page.paragraph(
                text, x: InvoiceLayout.left, top: y, width: InvoiceLayout.width, lines: 6, style: TextStyle(size: 8),
                place: "notes")
            y += 4
        }
        page.text(
            writer.words(InvoiceWords.emergency, ["phone": issuer.emergencyPhone]), x: InvoiceLayout.left,
            baseline: y + 14, style: TextStyle(size: 11, weight: .bold))
    }

    private func label(_ size: Double) -> TextStyle { TextStyle(size: size, gray: InvoiceLayout.labelGray) }
}

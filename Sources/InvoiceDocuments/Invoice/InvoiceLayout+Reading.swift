import Billing
import Quantities
import Wording

extension InvoiceLayout {
    /// Whom the invoice is for and from which index to which, the photo's crop beside the index it was read as.
    mutating func customerAndReading(top: Double) throws(DocumentError) -> Double {
        let column = Self.width * 0.50
        let photoLeft = Self.left + Self.width * 0.56
        let label = style(8, gray: Self.labelGray)

        page.text(writer.words(InvoiceWords.customer), x: Self.left, baseline: top + 8 * scale, style: label)
        var y = try page.paragraph(
            invoice.subscriber.name, x: Self.left, top: top + 11 * scale, width: column, lines: 3,
            style: style(11, .bold), place: "subscriber name")
        y = try page.paragraph(
            invoice.subscriber.address, x: Self.left, top: y, width: column, lines: 4, style: style(8.5),
            place: "subscriber address")
        let readingBottom = try indexes(top: y + 14 * scale, width: column)

        var photoBottom = top
        if let crop = sheet.crop {
            let bottom = page.picture(
                crop, x: photoLeft, top: top + 3, width: Self.right - photoLeft, height: 92 * max(scale, 1))
            page.text(
                writer.words(InvoiceWords.photoCaption, ["index": invoice.lastReading.index.description]),
                x: photoLeft, baseline: bottom + 12 * scale, style: style(8.5, .bold))
            photoBottom = bottom + 15 * scale
        }
        return max(readingBottom, photoBottom)
    }

    /// `02166 → 02319`, each with its day above, the volume and the days below.
    private mutating func indexes(top: Double, width: Double) throws(DocumentError) -> Double {
        let label = style(8, gray: Self.labelGray)
        let number = style(22, .bold)
        let first = invoice.firstReading.index.description
        let last = invoice.lastReading.index.description
        let firstWidth = max(page.fonts.width(of: first, in: number), page.fonts.width(of: firstLabel, in: label))
        let arrowLeft = Self.left + firstWidth + 9 * scale
        let arrowWidth = page.fonts.width(of: "→", in: style(18))
        let lastLeft = arrowLeft + arrowWidth + 9 * scale

        page.text(firstLabel, x: Self.left, baseline: top + 8 * scale, style: label)
        page.text(lastLabel, x: lastLeft, baseline: top + 8 * scale, style: label)
        let baseline = top + 31 * scale
        try page.fitted(
            first, x: Self.left, baseline: baseline, width: width / 2, style: number, place: "first index")
        page.text("→", x: arrowLeft, baseline: baseline - 1, style: style(18, gray: Self.labelGray))
        try page.fitted(
            last, x: lastLeft, baseline: baseline, width: Self.left + width - lastLeft + 20, style: number,
            place: "last index")
        let days = writer.words(InvoiceWords.days, ["days": String(invoice.days)])
        let volume = writer.figure(invoice.figures.measuredVolume.figure.withoutTrailingZeros)
        page.text(
            "\(writer.words(InvoiceWords.consumption))  \(volume) m³  ·  \(days)", x: Self.left,
            baseline: baseline + 17 * scale,
            style: style(9.5))
        return baseline + 20 * scale
    }

    private var firstLabel: String {
        "\(writer.words(InvoiceWords.firstIndex)) · \(writer.date(invoice.firstReading.date))"
    }

    private var lastLabel: String {
        "\(writer.words(InvoiceWords.lastIndex)) · \(writer.date(invoice.lastReading.date))"
    }
}

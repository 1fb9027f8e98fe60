import Billing
import Quantities
import Wording

extension InvoiceLayout {
    /// The computation, a row a step: what it is, from which figures, and the result with its unit.
    mutating func derivation(top: Double) throws(DocumentError) -> Double {
        page.text(writer.words(InvoiceWords.derivation), x: Self.left, baseline: top + 8 * scale, style: heading)
        page.rule(y: top + 13 * scale, from: Self.left, to: Self.right, width: 0.8)
        let formulaLeft = Self.left + Self.width * 0.29
        let unitLeft = Self.right - 40 * scale
        let resultRight = unitLeft - 5 * scale
        var y = top + 13 * scale
        let rows = DerivationRow.rows(of: invoice, writer)
        for (place, row) in rows.enumerated() {
            if place > 0 {
                page.rule(
                    y: y, from: Self.left, to: Self.right, width: row.isStrong ? 0.6 : 0.3,
                    gray: row.isStrong ? 0.2 : 0.75)
            }
            let size = style(8.5, row.isStrong ? .bold : .regular)
            let baseline = y + 11 * scale
            try page.fitted(
                row.name, x: Self.left, baseline: baseline, width: formulaLeft - Self.left - 6, style: size,
                place: row.name)
            let resultWidth = page.text(row.result, x: resultRight, baseline: baseline, style: size, alignment: .right)
            page.text(row.unit, x: unitLeft, baseline: baseline, style: style(8, gray: Self.labelGray))
            let formulaWidth = resultRight - resultWidth - 12 * scale - formulaLeft
            let bottom = try page.paragraph(
                row.formula, x: formulaLeft, top: baseline - 8.5 * scale, width: formulaWidth, lines: 40,
                style: style(8.5), place: row.name)
            y = max(baseline, bottom - 2 * scale) + 4.5 * scale
        }
        page.rule(y: y, from: Self.left, to: Self.right, width: 0.8)
        return y
    }

    var heading: TextStyle { style(9.5, .bold) }
}

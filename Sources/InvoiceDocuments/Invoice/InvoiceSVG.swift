import Foundation
import Wording

extension InvoiceSheet {
    /// The invoice as SVG, to be looked at on a screen: the marks of the paper, its texts as text.
    ///
    /// It names the typeface of the paper and states how wide each text is, so that it keeps its shape where another
    /// typeface must stand in. The same sheet gives the same text.
    ///
    /// - Throws: `DocumentError` when a text does not fit on the page.
    package func svg(fonts: DocumentFonts) throws(DocumentError) -> String {
        let marks = try InvoiceLayout.marks(of: self, fonts: fonts)
        let title = InvoiceWriter(language).words(InvoiceWords.title)
        let (width, height) = (InvoiceLayout.pageWidth, InvoiceLayout.pageHeight)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(length(width)) \(length(height))" role="img" \
            lang="\(language.rawValue)" font-family="'DejaVu Sans', Verdana, sans-serif">
            <title>\(escaped(title))</title>
            \(marks.map { element($0, fonts: fonts) }.joined(separator: "\n"))
            </svg>
            """
    }

    private func element(_ mark: PageMark, fonts: DocumentFonts) -> String {
        switch mark {
        case .text(let text, let x, let baseline, let style):
            let weight = style.weight == .bold ? " font-weight=\"bold\"" : ""
            return """
                <text x="\(length(x))" y="\(length(baseline))" font-size="\(length(style.size))"\(weight) \
                fill="\(gray(style.gray))" textLength="\(length(fonts.width(of: text, in: style)))" \
                lengthAdjust="spacingAndGlyphs">\(escaped(text))</text>
                """
        case .line(let fromX, let fromY, let toX, let toY, let width, let gray):
            return """
                <line x1="\(length(fromX))" y1="\(length(fromY))" x2="\(length(toX))" y2="\(length(toY))" \
                stroke="\(self.gray(gray))" stroke-width="\(length(width))"/>
                """
        case .image(let image, let x, let y, let width, let height):
            return """
                <image x="\(length(x))" y="\(length(y))" width="\(length(width))" height="\(length(height))" \
                href="data:image/jpeg;base64,\(Data(image.bytes).base64EncodedString())"/>
                """
        }
    }

    /// A length to a hundredth of a point.
    private func length(_ points: Double) -> String {
        let hundredths = Int((points * 100).rounded())
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        return "\(hundredths < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    private func gray(_ gray: Double) -> String {
        let level = Int((gray * 255).rounded())
        return "rgb(\(level),\(level),\(level))"
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

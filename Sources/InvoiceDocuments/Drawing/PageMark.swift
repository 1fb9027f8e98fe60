/// One thing that stands on a page.
///
/// Lengths are points, the origin is the page's upper left corner.
enum PageMark {
    /// A line of text whose left end stands at `x`.
    case text(String, x: Double, baseline: Double, style: TextStyle)
    /// A straight line.
    case line(fromX: Double, fromY: Double, toX: Double, toY: Double, width: Double, gray: Double)
    /// A picture.
    case image(JPEGImage, x: Double, y: Double, width: Double, height: Double)
}

/// How a text is set.
struct TextStyle: Hashable {
    enum Weight: Hashable { case regular, bold }

    var size: Double
    var weight: Weight = .regular
    /// 0 is black, 1 is white; nothing that must be read is lighter than 0.4.
    var gray: Double = 0

    func scaled(by factor: Double) -> TextStyle { TextStyle(size: size * factor, weight: weight, gray: gray) }
}

extension DocumentFonts {
    /// The typeface of a weight.
    func font(_ weight: TextStyle.Weight) -> DocumentFont {
        switch weight {
        case .regular: regular
        case .bold: bold
        }
    }

    /// How wide a text is in a style.
    func width(of text: String, in style: TextStyle) -> Double {
        font(style.weight).width(of: text, size: style.size)
    }
}

extension PDFPage {
    /// Puts marks on the page, in their order.
    func draw(_ marks: [PageMark], fonts: DocumentFonts) throws(DocumentError) {
        for mark in marks {
            switch mark {
            case .text(let text, let x, let baseline, let style):
                self.text(
                    text, x: x, baseline: baseline, font: fonts.font(style.weight), size: style.size, gray: style.gray)
            case .line(let fromX, let fromY, let toX, let toY, let width, let gray):
                line(from: (fromX, fromY), to: (toX, toY), width: width, gray: gray)
            case .image(let image, let x, let y, let width, let height):
                try self.image(image, x: x, y: y, width: width, height: height)
            }
        }
    }
}

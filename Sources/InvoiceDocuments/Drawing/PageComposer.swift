/// Collects the marks of a page and knows how wide its texts are.
struct PageComposer {
    enum Alignment { case left, right, center }

    let fonts: DocumentFonts
    private(set) var marks: [PageMark] = []

    init(fonts: DocumentFonts) { self.fonts = fonts }

    /// Sets a line of text, `x` being its left end, its right end or its middle; the answer is its width.
    @discardableResult
    mutating func text(
        _ text: String, x: Double, baseline: Double, style: TextStyle, alignment: Alignment = .left
    ) -> Double {
        let width = fonts.width(of: text, in: style)
        let left: Double =
            switch alignment {
            case .left: x
            case .right: x - width
            case .center: x - width / 2
            }
        marks.append(.text(text, x: left, baseline: baseline, style: style))
        return width
    }

    /// A line of text that is made smaller where it would be wider than `width`.
    ///
    /// - Throws: `DocumentError.textTooLong` with `place` when it does not fit at the smallest size either.
    mutating func fitted(
        _ text: String, x: Double, baseline: Double, width: Double, style: TextStyle, alignment: Alignment = .left,
        place: String
    ) throws(DocumentError) {
        let natural = fonts.width(of: text, in: style)
        let factor = min(1, width / max(natural, 1))
        guard factor >= 0.5 else { throw .textTooLong(place: place) }
        self.text(text, x: x, baseline: baseline, style: style.scaled(by: factor), alignment: alignment)
    }

    /// A text over as many lines as it needs and is allowed; the answer is where it ends at the bottom.
    ///
    /// - Throws: `DocumentError.textTooLong` as `FittedText` does.
    mutating func paragraph(
        _ text: String, x: Double, top: Double, width: Double, lines: Int, style: TextStyle, smallest: Double = 0.6,
        place: String
    ) throws(DocumentError) -> Double {
        let fitted = try FittedText(
            text, width: width, lines: lines, style: style, smallest: smallest, place: place, fonts: fonts)
        for (number, line) in fitted.lines.enumerated() {
            self.text(
                line, x: x, baseline: top + fitted.style.size + Double(number) * fitted.leading, style: fitted.style)
        }
        return top + fitted.height
    }

    /// A level rule.
    mutating func rule(y: Double, from: Double, to: Double, width: Double, gray: Double = 0) {
        marks.append(.line(fromX: from, fromY: y, toX: to, toY: y, width: width, gray: gray))
    }

    /// A picture within a place, as large as its shape allows, with a hairline around it; the answer is its bottom.
    mutating func picture(_ image: JPEGImage, x: Double, top: Double, width: Double, height: Double) -> Double {
        let factor = min(width / Double(image.width), height / Double(image.height))
        let (drawnWidth, drawnHeight) = (Double(image.width) * factor, Double(image.height) * factor)
        marks.append(.image(image, x: x, y: top, width: drawnWidth, height: drawnHeight))
        let (right, bottom) = (x + drawnWidth, top + drawnHeight)
        for (fromX, fromY, toX, toY) in [
            (x, top, right, top), (right, top, right, bottom), (right, bottom, x, bottom), (x, bottom, x, top),
        ] {
            marks.append(.line(fromX: fromX, fromY: fromY, toX: toX, toY: toY, width: 0.4, gray: 0.3))
        }
        return bottom
    }
}

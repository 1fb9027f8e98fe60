/// Text and single characters, as outlines.
extension Canvas {
    /// How wide a text will be.
    func width(of text: String, _ face: FontFace, height: Double, stretch: Double = 1) -> Double {
        text.unicodeScalars.reduce(0) { $0 + face.glyph($1).advance } * height * stretch
    }

    /// Draws a line of text; `at` is its left (anchor 0), middle (0.5) or right (1), half-way up its digits.
    ///
    /// `height` is that of the digit zero, `bold` widens every stroke.
    /// - Returns: the width.
    @discardableResult
    func text(
        _ text: String, _ face: FontFace, at point: Point, height: Double, stretch: Double = 1, _ colour: Colour,
        alpha: Double = 1, bold: Double = 0, anchor: Double = 0, spacing: Double = 0
    ) -> Double {
        let gaps = Double(max(0, text.unicodeScalars.count - 1))
        let width = width(of: text, face, height: height, stretch: stretch) + spacing * gaps
        var x = point.x - width * anchor
        guard sees(Box(x, point.y - height, x + width, point.y + height)) else { return width }
        let baseline = point.y + height / 2
        let placement = placement
        var outline = Outline(reserving: text.utf8.count * 40)
        for character in text.unicodeScalars {
            let glyph = face.glyph(character)
            add(glyph, to: &outline, placement) { Point(x + $0.x * height * stretch, baseline + $0.y * height) }
            x += glyph.advance * height * stretch + spacing
        }
        ink(outline, colour, alpha: alpha, bold: bold)
        return width
    }
}

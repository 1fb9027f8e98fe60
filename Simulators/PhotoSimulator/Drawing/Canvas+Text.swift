import CCairo

/// Text and single characters, as outlines.
extension Canvas {
    /// How wide a text will be.
    func width(of text: String, _ face: FontFace, height: Double, stretch: Double = 1) -> Double {
        text.reduce(0) { $0 + face.glyph($1).advance } * height * stretch
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
        let width = width(of: text, face, height: height, stretch: stretch) + spacing * Double(max(0, text.count - 1))
        var x = point.x - width * anchor
        guard sees(Box(x, point.y - height, x + width, point.y + height)) else { return width }
        let baseline = point.y + height / 2
        for character in text {
            let glyph = face.glyph(character)
            trace(glyph) { Point(x + $0.x * height * stretch, baseline + $0.y * height) }
            x += glyph.advance * height * stretch + spacing
        }
        paintGlyphs(colour, alpha, bold)
        return width
    }

    /// Draws one character, each point of its outline laid by a map; units as in ``Glyph``.
    func glyph(_ character: Character, _ face: FontFace, _ colour: Colour, bold: Double = 0, by map: (Point) -> Point) {
        trace(face.glyph(character), by: map)
        paintGlyphs(colour, 1, bold)
    }

    func trace(_ glyph: Glyph, by map: (Point) -> Point) {
        for step in glyph.steps {
            switch step {
            case .move(let point):
                let p = map(point)
                cairo_move_to(context, p.x, p.y)
            case .line(let point):
                let p = map(point)
                cairo_line_to(context, p.x, p.y)
            case .curve(let first, let second, let end):
                let (a, b, c) = (map(first), map(second), map(end))
                cairo_curve_to(context, a.x, a.y, b.x, b.y, c.x, c.y)
            case .close: cairo_close_path(context)
            }
        }
    }

    func paintGlyphs(_ colour: Colour, _ alpha: Double, _ bold: Double) {
        set(colour, alpha)
        if bold > 0 {
            cairo_set_line_width(context, bold)
            cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
            cairo_fill_preserve(context)
            cairo_stroke(context)
        } else {
            cairo_fill(context)
        }
    }
}

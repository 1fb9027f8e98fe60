/// Text as plates have it: within a room, leaning, with letters that a face may lack.
extension Canvas {
    /// Prints a line no wider than its room; `fills` stretches it to just that.
    func print(
        _ text: String, _ face: FontFace, at point: Point, _ style: PlateMark.Style, room: Double, fills: Bool = false,
        _ colour: Colour, alpha: Double = 1
    ) {
        let box = PlateMark.text(text, point, style, room: room).box
        guard sees(box.grown(by: style.height * 0.4)) else { return }
        var known = String.UnicodeScalarView()
        for character in text.unicodeScalars { known.append(face.has(character) ? character : Canvas.plain(character)) }
        let text = String(known)
        let natural = width(of: text, face, height: style.height)
        let stretch = fills ? room / max(1, natural) : min(1.04, room / max(1, natural))
        if style.slant == 0 {
            self.text(
                text, face, at: point, height: style.height, stretch: stretch, colour, alpha: alpha, bold: style.bold,
                anchor: style.anchor)
        } else {
            var x = point.x - natural * stretch * style.anchor
            let baseline = point.y + style.height / 2
            let placement = placement
            var outline = Outline()
            for character in known {
                let glyph = face.glyph(character)
                add(glyph, to: &outline, placement) { place in
                    Point(
                        x + (place.x - place.y * style.slant) * style.height * stretch,
                        baseline + place.y * style.height)
                }
                x += glyph.advance * style.height * stretch
            }
            ink(outline, colour, alpha: alpha, bold: style.bold)
        }
    }

    private static func plain(_ character: Unicode.Scalar) -> Unicode.Scalar {
        switch character {
        case "³": "3"
        case "ğ": "g"
        case "Ş": "S"
        case "ı": "i"
        case "≙": "="
        case "…", "·": "-"
        case "°", "№": "o"
        default: " "
        }
    }
}

/// A text broken into lines that are no wider than its place.
struct FittedText {
    let lines: [String]
    let style: TextStyle

    /// How high the lines stand together.
    var height: Double { Double(lines.count) * leading }
    /// From one baseline to the next.
    var leading: Double { style.size * 1.32 }

    /// `text` in at most `lines` lines of `width`, at the size of `style` or as much smaller as it must be, down to
    /// `smallest` of it.
    ///
    /// - Throws: `DocumentError.textTooLong` with `place` when it does not fit at the smallest size either.
    init(
        _ text: String, width: Double, lines most: Int, style: TextStyle, smallest: Double = 0.6,
        place: String, fonts: DocumentFonts
    ) throws(DocumentError) {
        var factor = 1.0
        while factor >= smallest - 1e-9 {
            let scaled = style.scaled(by: factor)
            let broken = FittedText.lines(of: text, width: width, style: scaled, fonts: fonts)
            if broken.count <= most {
                self.lines = broken
                self.style = scaled
                return
            }
            factor -= 0.05
        }
        throw .textTooLong(place: place)
    }

    /// Breaks at spaces; a word that is wider than the line is broken where the line ends.
    static func lines(of text: String, width: Double, style: TextStyle, fonts: DocumentFonts) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if fonts.width(of: longer, in: style) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for letter in word {
                if !line.isEmpty, fonts.width(of: line + String(letter), in: style) > width {
                    lines.append(line)
                    line = ""
                }
                line.append(letter)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}

/// The seven segments of a digit: which of them make a character, and their shapes.
///
/// Bits from the lowest: a (top), b (upper right), c (lower right), d (bottom), e (lower left), f (upper left), g (middle).
package enum SevenSegments {
    package static let all: UInt8 = 0x7F

    /// Segments of a character; nil where seven segments cannot show it.
    package static func pattern(of character: Character) -> UInt8? {
        switch character {
        case "0", "O": 0x3F
        case "1": 0x06
        case "2": 0x5B
        case "3": 0x4F
        case "4": 0x66
        case "5", "S": 0x6D
        case "6": 0x7D
        case "7": 0x07
        case "8": 0x7F
        case "9": 0x6F
        case "A": 0x77
        case "b": 0x7C
        case "C": 0x39
        case "d": 0x5E
        case "E": 0x79
        case "F": 0x71
        case "H": 0x76
        case "L": 0x38
        case "o": 0x5C
        case "P": 0x73
        case "r": 0x50
        case "t": 0x78
        case "U": 0x3E
        case "-": 0x40
        case " ": 0
        default: nil
        }
    }

    /// Outlines of a pattern's segments on a digit of a size, from its top left.
    ///
    /// `stroke` is a segment's breadth, `gap` what lies between two of them, both in the unit of the size.
    package static func outlines(
        of pattern: UInt8, width: Double, height: Double, stroke: Double, gap: Double
    ) -> [[Point]] {
        let (w, h, t, g) = (width, height, stroke, gap / 2)
        let half = h / 2
        let m = t / 2
        // Mitred at the outer corners, pointed in the middle.
        let shapes: [[Point]] = [
            [Point(g, 0), Point(w - g, 0), Point(w - t - g, t), Point(t + g, t)],
            [
                Point(w, g), Point(w, half - g), Point(w - m, half - g), Point(w - t, half - m - g),
                Point(w - t, t + g),
            ],
            [
                Point(w - m, half + g), Point(w, half + g), Point(w, h - g), Point(w - t, h - t - g),
                Point(w - t, half + m + g),
            ],
            [Point(t + g, h - t), Point(w - t - g, h - t), Point(w - g, h), Point(g, h)],
            [Point(0, half + g), Point(m, half + g), Point(t, half + m + g), Point(t, h - t - g), Point(0, h - g)],
            [Point(0, g), Point(t, t + g), Point(t, half - m - g), Point(m, half - g), Point(0, half - g)],
            [
                Point(m + g, half), Point(t + g, half - m), Point(w - t - g, half - m), Point(w - m - g, half),
                Point(w - t - g, half + m), Point(t + g, half + m),
            ],
        ]
        return shapes.indices.filter { pattern >> UInt8($0) & 1 == 1 }.map { shapes[$0] }
    }
}

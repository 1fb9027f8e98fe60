/// One thing printed on a plate.
enum PlateMark: Sendable {
    /// How a line of text is set.
    struct Style: Sendable {
        enum Face: Sendable { case plain, name, serial }

        var face = Face.plain
        var height: Double
        /// 0 begins at the place, 0.5 is centred on it, 1 ends there.
        var anchor = 0.0
        var bold = 0.0
        var slant = 0.0
        var alpha = 1.0
    }

    /// `room` is how wide the text may be; a wider one is narrowed.
    case text(String, Point, Style, room: Double)
    case rule(Point, Point, width: Double)
    case frame(Box, radius: Double, width: Double)
    case disc(Point, radius: Double, width: Double?)
    /// Light letters on a dark field.
    case badge(String, Box)
    /// A firm's sign: a lozenge, two arrows in a ring, or bars.
    case sign(Int, Box)
    /// Which way the gas flows.
    case arrow(Box)

    /// What it covers.
    var box: Box {
        switch self {
        case .text(_, let at, let style, let room):
            Box(
                at.x - room * style.anchor, at.y - style.height * 0.62, at.x + room * (1 - style.anchor),
                at.y + style.height * 0.62)
        case .rule(let from, let to, let width): Box(around: [from, to]).grown(by: width / 2)
        case .frame(let box, _, _), .badge(_, let box), .sign(_, let box), .arrow(let box): box
        case .disc(let centre, let radius, _): Box(around: [centre]).grown(by: radius)
        }
    }

    /// A text's width in a common face, for the layout; drawing narrows whatever is wider.
    static func room(for text: String, height: Double) -> Double {
        text.reduce(0) { sum, character in
            switch character {
            case "i", "l", "1", ".", ",", ":", " ", "I", "³", "/": sum + 0.46
            case "m", "M", "W": sum + 1.12
            default: sum + (character.isUppercase ? 0.98 : 0.8)
            }
        } * height
    }
}

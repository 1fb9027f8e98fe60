/// The dark ground printed or moulded round the wheels, which most diaphragm meters have: it reaches over the drums' upper and
/// lower ends, and beyond the window on all sides.
///
/// Lengths are in hundredths of the window's height.
struct CounterMask: Sendable {
    /// What the mask is before the red wheels.
    enum RedPart: String, Sendable, CaseIterable { case same, red, white }
    /// How it ends at the right.
    enum Tail: String, Sendable, CaseIterable {
        case square
        /// Notched as a fish's tail.
        case notch
        /// Square, with a light angle on it that points at the wheels.
        case chevron
    }
    /// What tells red wheels from black ones on it.
    enum Border: String, Sendable, CaseIterable {
        case none
        /// A light stroke from its upper edge to the wheels.
        case tick
        /// A bar before the wheels, from edge to edge.
        case bar
    }

    let above: Double
    let below: Double
    let left: Double
    /// How far its tail reaches beyond the window.
    let tail: Double
    let tailForm: Tail
    /// How far it reaches over the drums, at their upper and lower ends.
    let upperLip: Double
    let lowerLip: Double
    /// Whether it has an opening for each wheel.
    let posts: Bool
    let colour: Colour
    let redPart: RedPart
    let redColour: Colour
    let border: Border
    /// Whether the comma stands in a light field of its own.
    let commaField: Bool
    /// How bright the cut edge shines below the wheels and beside them; 0 is not at all.
    let shine: Double
    /// How bright the light lies on the mask's upper end.
    let gloss: Double

    /// Whether something light follows the last wheel.
    var endsLight: Bool { tailForm == .notch || redPart == .white }

    static let chance = Parameter.flag("mask.printed", "A dark mask round the wheels")
    static let aboveParameter = Parameter.number("mask.above", 0...40, "How far it reaches above the window")
    static let belowParameter = Parameter.number("mask.below", 0...60, "How far it reaches below the window")
    static let leftParameter = Parameter.number("mask.left", 0...80, "How far it reaches left of the window")
    static let tailParameter = Parameter.number("mask.tail", 0...140, "How far it reaches right of the window")
    static let formParameter = Parameter.choice("mask.end", Tail.self, "How the mask ends at the right")
    static let lipParameter = Parameter.number("mask.lip", 0...25, "How far it reaches over the drums' ends")
    static let postsParameter = Parameter.flag("mask.posts", "An opening of the mask for each wheel")
    static let toneParameter = Parameter.number("mask.tone", 0...0.4, "How grey the mask is")
    static let blueParameter = Parameter.flag("mask.blue", "A blue mask in place of a black one")
    static let redPartParameter = Parameter.choice("mask.red-part", RedPart.self, "What it is before the red wheels")
    static let borderParameter = Parameter.choice("mask.border", Border.self, "What tells red wheels from black on it")
    static let commaParameter = Parameter.flag(
        "mask.comma-field", "Whether the comma stands in a light field of its own")
    static let shineParameter = Parameter.number("mask.shine", 0...1, "How bright its cut edge shines")
    static let glossParameter = Parameter.number("mask.gloss", 0...0.6, "How bright the light lies on its upper end")
    static let parameters = [
        chance, aboveParameter, belowParameter, leftParameter, tailParameter, formParameter, lipParameter,
        postsParameter, toneParameter, blueParameter, redPartParameter, borderParameter, commaParameter,
        shineParameter, glossParameter,
    ]

    /// Nil where the wheels stand in the plate itself; `room` is what is free above a digit, and below.
    init?(room: Double, isRedFrame: Bool, scarlet: Colour, _ dice: inout Dice) {
        let isThere = dice.flag(CounterMask.chance)
        above = dice.number(CounterMask.aboveParameter)
        below = dice.number(CounterMask.belowParameter)
        left = dice.number(CounterMask.leftParameter)
        tail = dice.number(CounterMask.tailParameter)
        tailForm = dice.choice(CounterMask.formParameter)
        let lip = dice.number(CounterMask.lipParameter)
        upperLip = max(0, min(room, lip + dice.random.normal(2)))
        lowerLip = max(0, min(room, lip + dice.random.normal(3)))
        posts = dice.flag(CounterMask.postsParameter)
        let tone = dice.number(CounterMask.toneParameter)
        let black = Colour(grey: tone).varied(by: 0.02, &dice.random)
        let blue = Colour(dice.random.within(0...0.15), dice.random.within(0.2...0.4), dice.random.within(0.5...0.75))
        colour = dice.flag(CounterMask.blueParameter) ? blue : black
        let part: RedPart = dice.choice(CounterMask.redPartParameter)
        redPart = isRedFrame ? .red : part
        redColour =
            switch redPart {
            case .same: colour
            case .red: scarlet
            case .white: Colour(grey: dice.random.within(0.75...0.95))
            }
        border = dice.choice(CounterMask.borderParameter)
        commaField = dice.flag(CounterMask.commaParameter)
        shine = dice.number(CounterMask.shineParameter)
        gloss = dice.number(CounterMask.glossParameter)
        guard isThere else { return nil }
    }
}

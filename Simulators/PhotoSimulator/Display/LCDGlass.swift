/// A liquid crystal's colours and faults: what every display has, whatever it shows.
struct LCDGlass: Sendable {
    /// What the glass looks like.
    enum Ground: String, CaseIterable, Sendable {
        case greenish, grey
        /// Dark on a lit yellow-green ground.
        case litGreen = "lit-green"
        /// White on a lit blue ground.
        case litBlue = "lit-blue"
    }

    let ground: Colour
    /// A segment that is on, where the glass shows it palest.
    let ink: Colour
    /// A segment that is on where the glass shows it best.
    let fullInk: Colour
    /// How far segments that are off are seen, as a share of those that are on.
    let ghost: Double
    /// What is lost of the contrast at the far side, by the angle of view; below 0 it is the right or the lower side.
    let fade: Double
    let fadesAcross: Bool
    /// How uneven the polariser is.
    let shading: Double
    let shadingAt: Point
    let isLit: Bool
    /// Breadth of the frame round the glass.
    let frame: Double
    let frameColour: Colour
    let scratches: Double
    /// Where scratches and clouds begin.
    let seed: UInt64

    static let groundParameter = Parameter.choice("display.ground", Ground.self, "The glass")
    static let contrast = Parameter.number("display.contrast", 0...1, "How dark a segment is: 1 black on its ground")
    static let ghostParameter = Parameter.number("display.ghost", 0...0.4, "How far segments that are off are seen")
    static let fadeParameter = Parameter.number(
        "display.fade", 0...0.9, "Contrast lost at one side, by the angle of view")
    static let shadingParameter = Parameter.number("display.shading", 0...1, "How uneven the polariser is")
    static let frameParameter = Parameter.number("display.frame", 0...40, "Breadth of the frame round the glass")
    static let scratchesParameter = Parameter.number("display.scratches", 0...1, "Scratches on glass and frame: 1 many")
    static let parameters = [
        groundParameter, contrast, ghostParameter, fadeParameter, shadingParameter, frameParameter, scratchesParameter,
    ]

    /// A glass whose contrast is cut to a share, by an empty battery say.
    init(share: Double, _ dice: inout Dice) {
        let kind: Ground = dice.choice(LCDGlass.groundParameter)
        let contrast = dice.number(LCDGlass.contrast) * share
        ghost = dice.number(LCDGlass.ghostParameter)
        let lost = dice.number(LCDGlass.fadeParameter)
        shading = dice.number(LCDGlass.shadingParameter)
        frame = dice.number(LCDGlass.frameParameter)
        scratches = dice.number(LCDGlass.scratchesParameter)
        var random = dice.random
        let (ground, full): (Colour, Colour) =
            switch kind {
            case .greenish:
                (
                    Colour(random.within(0.5...0.64), random.within(0.56...0.68), random.within(0.42...0.52)),
                    Colour(0.07, 0.09, 0.1)
                )
            case .grey: (Colour(grey: random.within(0.5...0.74)).varied(by: 0.04, &random), Colour(0.08, 0.08, 0.11))
            case .litGreen:
                (
                    Colour(random.within(0.62...0.8), random.within(0.76...0.88), random.within(0.32...0.52)),
                    Colour(0.08, 0.1, 0.06)
                )
            case .litBlue:
                (
                    Colour(random.within(0.06...0.16), random.within(0.2...0.36), random.within(0.7...0.95)),
                    Colour(0.9, 0.95, 1)
                )
            }
        self.ground = ground
        isLit = kind == .litBlue || kind == .litGreen
        fullInk = ground.mixed(with: full, contrast)
        ink = ground.mixed(with: full, contrast * (1 - lost))
        fade = random.chance(0.5) ? lost : -lost
        fadesAcross = random.chance(0.5)
        shadingAt = Point(random.unit(), random.unit())
        frameColour = random.one(by: [
            (0.45, Colour(grey: random.within(0.04...0.2))), (0.35, Colour(grey: random.within(0.5...0.8))),
            (0.2, Colour(grey: random.within(0.8...0.95)).varied(by: 0.03, &random)),
        ])
        seed = random.next()
        dice.random = random
    }
}

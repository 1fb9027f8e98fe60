extension CounterLook {
    static let black = Parameter.number("counter.black-wheels", 4...8, "Black wheels")
    static let red = Parameter.number("counter.red-wheels", 0...3, "Red wheels")
    static let inAll = Parameter.number(
        "counter.in-all", 0...11, "Wheels in all: red are those that the black ones leave; 0: as red-wheels has it")
    static let colouringParameter = Parameter.choice(
        "counter.colouring", Colouring.self, "How red wheels are told from black")
    static let pitchParameter = Parameter.number("counter.pitch", 40...200, "Wheel to wheel")
    static let gapParameter = Parameter.number("counter.gap", 0...0.6, "Space between wheels, as a share of the pitch")
    static let gapShadeParameter = Parameter.number(
        "counter.gap-shade", 0...1, "How much darker than a black wheel the space between wheels is")
    static let splitParameter = Parameter.number("counter.split", 0...80, "Space between black and red wheels")
    static let marginParameter = Parameter.number(
        "counter.margin", 0...60, "Space before the first and after the last wheel")
    static let endParameter = Parameter.number(
        "counter.end", 0...80, "More space after the last wheel: a fifth of it where the mask ends dark")
    static let heightParameter = Parameter.number("counter.digit-height", 30...90, "Height of a digit")
    static let stretchParameter = Parameter.number("counter.stretch", 0.5...1.5, "Width of a digit against its font's")
    static let boldParameter = Parameter.number("counter.bold", 0...8, "What every stroke is wider than its font's")
    static let styleParameter = Parameter.choice("counter.font", FontFile.Style.self, "The digits' typeface")
    static let cutParameter = Parameter.flag("counter.cut", "Digits cut by an engraver's stroke, instead of a font's")
    static let distanceParameter = Parameter.number(
        "counter.digit-distance", 1.05...2.4, "Digit to digit on the drum, in digit heights")
    static let shadingParameter = Parameter.number(
        "counter.shading", 0...1, "How dark a drum is at its upper and lower edge")
    static let recessParameter = Parameter.number("counter.recess", 0...1, "Shadow of the plate's edge on the wheels")
    static let frameParameter = Parameter.number("counter.frame", 0...30, "Breadth of the frame")
    static let openingsParameter = Parameter.flag("counter.openings", "Each wheel behind its own opening")
    static let blackParameter = Parameter.number("counter.black", 0...0.4, "How grey a black wheel is")
    static let whiteParameter = Parameter.number("counter.white", 0.5...1, "How bright white print or a white wheel is")

    static let parameters: [Parameter] =
        [
            black, red, inAll, colouringParameter, pitchParameter, gapParameter, gapShadeParameter, splitParameter,
            marginParameter, endParameter,
            heightParameter,
            stretchParameter, boldParameter, styleParameter, cutParameter, distanceParameter, shadingParameter,
            recessParameter,
            frameParameter, openingsParameter, blackParameter, whiteParameter,
        ] + DrumNumerals.parameters + CounterMarks.parameters + CounterMask.parameters + CounterState.parameters

    /// A look of chance; `wheels` are black and red together where they are given, and `given` the black ones of them.
    init(_ dice: inout Dice, wheels: Int? = nil, black given: Int? = nil) {
        var black = dice.whole(CounterLook.black)
        var red = dice.whole(CounterLook.red)
        let inAll = dice.whole(CounterLook.inAll)
        if inAll > 0 { red = max(0, min(3, inAll - black)) }
        if let wheels {
            red = given.map { wheels - $0 } ?? min(red, max(0, wheels - 4))
            black = wheels - red
        }
        let colouring: Colouring = dice.choice(CounterLook.colouringParameter)
        let style: FontFile.Style = dice.choice(CounterLook.styleParameter)
        let pitch = dice.number(CounterLook.pitchParameter)
        let openings = dice.flag(CounterLook.openingsParameter)
        let gap = max(dice.number(CounterLook.gapParameter), openings ? 0.18 : 0)
        let gapShade = dice.number(CounterLook.gapShadeParameter)
        let height = dice.number(CounterLook.heightParameter)
        let dark = Colour(grey: dice.number(CounterLook.blackParameter)).varied(by: 0.03, &dice.random)
        let light = Colour(grey: dice.number(CounterLook.whiteParameter)).varied(by: 0.05, &dice.random)
        let scarlet = CounterLook.scarlet(&dice.random)
        let colours: (Colour, Colour, Colour, Colour) =
            switch colouring {
            case .redGround: (dark, light, scarlet, dice.random.chance(0.06) ? dark : light)
            case .redFrame, .oneColour: (dark, light, dark, light)
            case .redDigits: (dark, light, dark, scarlet)
            case .blackOnWhiteRedGround: (light, dark, scarlet, light)
            case .blackOnWhiteRedDigits: (light, dark, light, scarlet)
            }
        let end = dice.number(CounterLook.endParameter)
        let room = max(0, 47 - height / 2)
        let mask =
            openings ? nil : CounterMask(room: room, isRedFrame: colouring == .redFrame, scarlet: scarlet, &dice)
        self.init(
            blackWheels: black, redWheels: red, colouring: colouring, pitch: pitch, gap: gap,
            split: dice.number(CounterLook.splitParameter), margin: dice.number(CounterLook.marginParameter),
            end: end * (mask?.endsLight == true ? 1 : 0.2),
            digitHeight: height,
            // Digits stay on their wheel.
            stretch: min(dice.number(CounterLook.stretchParameter), pitch * (1 - gap) * 0.92 / (height * 0.72)),
            bold: dice.number(CounterLook.boldParameter), font: FontChoice(style, &dice.random),
            numerals: dice.flag(CounterLook.cutParameter) ? DrumNumerals(&dice) : nil,
            digitDistance: dice.number(CounterLook.distanceParameter), ground: colours.0, digit: colours.1,
            redGround: colours.2, redDigit: colours.3,
            gapColour: openings
                ? Colour(grey: dice.random.within(0.6...0.95))
                : dice.random.one(by: [
                    (0.9, dark.mixed(with: Colour(grey: 0), gapShade)),
                    (0.08, Colour(grey: dice.random.within(0.12...0.4))),
                    (0.02, Colour(0.5, 0.38, 0.15)),
                ]),
            shading: dice.number(CounterLook.shadingParameter), recess: dice.number(CounterLook.recessParameter),
            frame: dice.number(CounterLook.frameParameter),
            frameColour: dice.random.one(by: [
                (0.35, Colour(grey: dice.random.within(0...0.15))), (0.35, Colour(grey: dice.random.within(0.7...1))),
                (0.3, Colour(grey: dice.random.within(0.3...0.7))),
            ]), marks: CounterMarks(&dice),
            mask: mask,
            openings: openings)
    }

    /// The red of wheels and digits: nearly as much blue as green, more orange at times.
    private static func scarlet(_ random: inout SeededRandom) -> Colour {
        let green = random.within(0.08...0.34)
        let isOrange = random.chance(0.06)
        let blue = isOrange ? green * random.within(0.2...0.6) : green * random.within(0.85...1.15)
        return Colour(random.within(0.6...0.98), isOrange ? green * 1.4 : green, blue)
    }
}

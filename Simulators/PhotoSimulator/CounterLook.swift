/// How a meter's counter looks: proportions and colours of wheels, gaps, frame and marks.
///
/// Lengths are in hundredths of the window's height, so the window is 100 high and `width` wide.
package struct CounterLook: Sendable {
    /// How black and red wheels are told apart.
    package enum Colouring: Sendable, CaseIterable {
        case redGround, redFrame, redDigits, blackOnWhiteRedGround, blackOnWhiteRedDigits, oneColour
    }

    package var blackWheels: Int
    package var redWheels: Int
    var colouring: Colouring
    var pitch: Double
    /// Space between wheels, as a share of the pitch.
    var gap: Double
    /// Space between the black and the red wheels, in hundredths of the height.
    var split: Double
    var margin: Double
    var digitHeight: Double
    var stretch: Double
    var bold: Double
    var font: Int
    /// Distance of two digits on the wheel's circumference, in digit heights.
    var digitDistance: Double
    var ground: Colour
    var digit: Colour
    var redGroundColour: Colour
    var redDigitColour: Colour
    var gapColour: Colour
    var shading: Double
    var frame: Double
    var frameColour: Colour
    var separatorLine: Bool
    var pointer: Bool
    var comma: Bool
    var ticks: Bool
    /// A dash between the digits of every wheel, as some drums carry for the assembly.
    var dashes: Bool
    var fishTail: Bool
    /// Each wheel behind its own opening in the plate.
    var openings: Bool
    /// Deviation of a wheel's slack, in digits.
    var slack: Double
    /// Deviation of a digit's place across its wheel, in hundredths of the height.
    var wander: Double

    /// Whether the red wheels are red all over, and the black ones dark or white.
    package var hasRedGround: Bool { colouring == .redGround || colouring == .blackOnWhiteRedGround }
    package var wheels: Int { blackWheels + redWheels }
    package var width: Double { 2 * margin + Double(wheels) * pitch + (redWheels > 0 ? split : 0) }

    /// Left edge of a wheel's cell, counted from the left.
    func cell(_ wheel: Int) -> Double {
        margin + Double(wheel) * pitch + (wheel >= blackWheels ? split : 0)
    }

    /// A look drawn from what gas meters look like.
    package init(_ random: inout SeededRandom, fonts: Int) {
        blackWheels = random.one(by: [(0.07, 4), (0.54, 5), (0.2, 6), (0.12, 7), (0.07, 8)])
        redWheels = random.one(by: [(0.06, 0), (0.09, 1), (0.3, 2), (0.55, 3)])
        colouring = random.one(by: [
            (0.56, .redGround), (0.13, .redFrame), (0.09, .redDigits), (0.08, .blackOnWhiteRedGround),
            (0.08, .blackOnWhiteRedDigits), (0.06, .oneColour),
        ])
        pitch = random.within(62...142)
        gap = random.chance(0.5) ? random.within(0...0.08) : random.within(0.05...0.42)
        split = random.chance(0.45) ? random.within(0...45) : 0
        margin = random.chance(0.5) ? 0 : random.within(0...40)
        digitHeight = random.within(46...86)
        stretch = random.within(0.7...1.25)
        bold = random.chance(0.3) ? random.within(0.5...6) : 0
        font = random.whole(0...fonts - 1)
        digitDistance = random.within(1.12...1.95)
        let dark = Colour(grey: random.within(0.01...0.2)).varied(by: 0.03, &random)
        let light = Colour(grey: random.within(0.72...1)).varied(by: 0.05, &random)
        let red = Colour(random.within(0.5...0.95), random.within(0.03...0.32), random.within(0.02...0.25))
        switch colouring {
        case .redGround: (ground, digit, redGroundColour, redDigitColour) = (dark, light, red, light)
        case .redFrame: (ground, digit, redGroundColour, redDigitColour) = (dark, light, dark, light)
        case .redDigits: (ground, digit, redGroundColour, redDigitColour) = (dark, light, dark, red)
        case .blackOnWhiteRedGround: (ground, digit, redGroundColour, redDigitColour) = (light, dark, red, light)
        case .blackOnWhiteRedDigits: (ground, digit, redGroundColour, redDigitColour) = (light, dark, light, red)
        case .oneColour: (ground, digit, redGroundColour, redDigitColour) = (dark, light, dark, light)
        }
        if random.chance(0.06), colouring == .redGround { redDigitColour = dark }
        openings = random.chance(0.07)
        gapColour =
            openings
            ? Colour(grey: random.within(0.6...0.95))
            : random.one(by: [
                (0.6, dark.mixed(with: Colour(grey: 0), 0.4)), (0.15, Colour(grey: random.within(0.15...0.45))),
                (0.12, Colour(0.5, 0.38, 0.15)), (0.13, ground),
            ])
        shading = random.chance(0.75) ? random.within(0.05...0.75) : 0
        frame = random.chance(0.6) ? random.within(2...22) : 0
        frameColour = random.one(by: [
            (0.35, Colour(grey: random.within(0...0.15))), (0.35, Colour(grey: random.within(0.7...1))),
            (0.3, Colour(grey: random.within(0.3...0.7))),
        ])
        separatorLine = random.chance(0.3)
        pointer = random.chance(0.3)
        comma = random.chance(0.35)
        ticks = random.chance(0.5)
        dashes = random.chance(0.15)
        fishTail = random.chance(0.3)
        slack = random.within(0...0.06)
        wander = random.within(0...3.5)
        if openings { gap = max(gap, 0.18) }
        // Digits stay on their wheel.
        stretch = min(stretch, pitch * (1 - gap) * 0.92 / (digitHeight * 0.72))
    }
}

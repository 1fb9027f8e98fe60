/// How a drum's digits are shaped where no font gives them: cut by an engraver's stroke, as many gas meters carry them.
///
/// Above all the three with a flat top and the one with a flag, which few fonts have; lengths are in digit heights.
package struct DrumNumerals: Sendable {
    enum Three: String, Sendable, CaseIterable { case round, flat }
    enum One: String, Sendable, CaseIterable { case bare, flag, longFlag = "long-flag", foot }
    enum Four: String, Sendable, CaseIterable { case closed, open }
    /// The tails of six and nine.
    enum Tail: String, Sendable, CaseIterable { case hook, curve, straight }

    let three: Three
    let one: One
    let four: Four
    let tail: Tail
    /// Whether the seven's leg is bent.
    let bentSeven: Bool
    /// Breadth of the stroke.
    package let weight: Double
    /// Breadth of a digit.
    let width: Double
    /// Ovals, or straight sides with round ends.
    let oval: Bool
    /// Whether a stroke ends round, as a cutter leaves it, or square.
    package let roundEnds: Bool
    /// How far the top leans to the right.
    let slant: Double

    static let threeParameter = Parameter.choice("numerals.three", Three.self, "The three's top")
    static let oneParameter = Parameter.choice("numerals.one", One.self, "What the one has beside its stem")
    static let fourParameter = Parameter.choice("numerals.four", Four.self, "The four's top")
    static let tailParameter = Parameter.choice("numerals.tail", Tail.self, "The tails of six and nine")
    static let sevenParameter = Parameter.flag("numerals.bent-seven", "Whether the seven's leg is bent")
    static let weightParameter = Parameter.number(
        "numerals.weight", 0.04...0.24, "Breadth of the stroke, in digit heights")
    static let widthParameter = Parameter.number("numerals.width", 0.35...0.9, "Breadth of a digit, in digit heights")
    static let ovalParameter = Parameter.flag("numerals.oval", "Ovals rather than straight sides with round ends")
    static let endsParameter = Parameter.flag("numerals.round-ends", "Whether a stroke ends round")
    static let slantParameter = Parameter.number(
        "numerals.slant", -0.1...0.3, "How far the top leans to the right, in digit heights")
    static let parameters = [
        threeParameter, oneParameter, fourParameter, tailParameter, sevenParameter, weightParameter, widthParameter,
        ovalParameter, endsParameter, slantParameter,
    ]

    package init(_ dice: inout Dice) {
        three = dice.choice(DrumNumerals.threeParameter)
        one = dice.choice(DrumNumerals.oneParameter)
        four = dice.choice(DrumNumerals.fourParameter)
        tail = dice.choice(DrumNumerals.tailParameter)
        bentSeven = dice.flag(DrumNumerals.sevenParameter)
        weight = dice.number(DrumNumerals.weightParameter)
        // Broad strokes need broad digits, or nothing is left between them.
        width = max(0.3 + weight, dice.number(DrumNumerals.widthParameter))
        oval = dice.flag(DrumNumerals.ovalParameter)
        roundEnds = dice.flag(DrumNumerals.endsParameter)
        slant = dice.number(DrumNumerals.slantParameter)
    }
}

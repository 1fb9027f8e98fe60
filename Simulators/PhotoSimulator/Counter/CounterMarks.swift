/// What stands between, on and beside the wheels: separator, comma, arrow, ticks, dashes.
struct CounterMarks: Sendable {
    /// A white line before the first red wheel.
    let separator: Bool
    /// A small triangle above that line.
    let pointer: Bool
    /// A comma below the window, between black and red.
    let comma: Bool
    /// Ten marks a digit at the edge of the last wheel.
    let ticks: Bool
    /// A dash below every digit, as some drums carry for the assembly.
    let dashes: Bool
    /// The notched end at the right of the window.
    let fishTail: Bool
    /// Brass pinions seen between the wheels.
    let pinions: Bool

    static let separatorParameter = Parameter.flag("marks.separator", "A white line before the red wheels")
    static let pointerParameter = Parameter.flag("marks.pointer", "A triangle above that line")
    static let commaParameter = Parameter.flag("marks.comma", "A comma below the window")
    static let ticksParameter = Parameter.flag("marks.ticks", "Ten marks a digit on the last wheel")
    static let dashesParameter = Parameter.flag("marks.dashes", "A dash below every digit")
    static let fishTailParameter = Parameter.flag("marks.fish-tail", "The notched end at the right")
    static let pinionsParameter = Parameter.flag("marks.pinions", "Brass pinions between the wheels")
    static let parameters = [
        separatorParameter, pointerParameter, commaParameter, ticksParameter, dashesParameter, fishTailParameter,
        pinionsParameter,
    ]

    init(_ dice: inout Dice) {
        separator = dice.flag(CounterMarks.separatorParameter)
        pointer = dice.flag(CounterMarks.pointerParameter)
        comma = dice.flag(CounterMarks.commaParameter)
        ticks = dice.flag(CounterMarks.ticksParameter)
        dashes = dice.flag(CounterMarks.dashesParameter)
        fishTail = dice.flag(CounterMarks.fishTailParameter)
        pinions = dice.flag(CounterMarks.pinionsParameter)
    }
}

/// How a display looks: its size, its digits' cells, its glass.
///
/// Lengths are those of ``Meter``.
package struct LCDLook: Sendable {
    /// How characters are made.
    package enum Kind: String, CaseIterable, Sendable {
        case segments
        /// Dots, in two lines or four of twenty characters.
        case twoLines = "two-lines"
        case fourLines = "four-lines"

        var lines: Int { self == .segments ? 1 : self == .twoLines ? 2 : 4 }
    }

    /// What a display does; it decides the contrast too.
    package enum State: String, CaseIterable, Sendable {
        case normal, test, error
        case lowBattery = "low-battery"
        case blank

        /// Whether the index can be seen.
        package var showsIndex: Bool { self == .normal || self == .lowBattery }
    }

    package let kind: Kind
    package let state: State
    /// Digits that are shown, decimals included.
    package let digits: Int
    package let decimals: Int
    /// Places before the first digit that stay dark, where leading zeros are not shown.
    let unlit: Int
    package let width: Double
    let digitHeight: Double
    /// Top of the digits, or of the first line.
    let top: Double
    let margin: Double
    /// Digit to digit.
    let pitch: Double
    /// What the point adds between two digits of seven segments.
    let pointSpace: Double
    /// Width of a digit's body.
    let bodyWidth: Double
    /// How far a digit leans, as a share of its height.
    let slant: Double
    /// Breadth of a segment, as a share of a digit's height.
    let stroke: Double
    let gap: Double
    /// Whether a row of symbols stands over the digits.
    let hasSymbols: Bool
    let unit: String
    let font: FontChoice
    let glass: LCDGlass
    /// For text displays: the line with the index, and the character at which its digits begin.
    package let indexLine: Int
    let indexColumn: Int

    static let kindParameter = Parameter.choice("display.kind", Kind.self, "How characters are made")
    static let stateParameter = Parameter.choice("display.state", State.self, "What the display does")
    static let digitsParameter = Parameter.number("display.digits", 5...9, "Digits before the point")
    static let decimalsParameter = Parameter.number("display.decimals", 0...3, "Digits after the point")
    static let zeros = Parameter.flag("display.leading-zeros", "Whether leading zeros are shown")
    static let heightParameter = Parameter.number("display.digit-height", 35...85, "Height of seven segments")
    static let slantParameter = Parameter.number(
        "display.slant", 0...0.25, "Lean of seven segments, as a share of their height")
    static let symbols = Parameter.flag("display.symbols", "Whether symbols stand over seven segments")
    static let parameters =
        [
            kindParameter, stateParameter, digitsParameter, decimalsParameter, zeros, heightParameter, slantParameter,
            symbols,
        ] + LCDGlass.parameters

    package init(_ meterKind: Meter.Kind, _ dice: inout Dice) {
        let drawn: Kind = dice.choice(LCDLook.kindParameter)
        let state: State = dice.choice(LCDLook.stateParameter)
        let before = dice.whole(LCDLook.digitsParameter)
        let decimals = dice.whole(LCDLook.decimalsParameter)
        let showsZeros = dice.flag(LCDLook.zeros)
        let height = dice.number(LCDLook.heightParameter)
        let slant = dice.number(LCDLook.slantParameter)
        let hasSymbols = dice.flag(LCDLook.symbols)
        let unlit = min(before - 1, dice.random.whole(1...5))
        self.init(
            kind: meterKind == .prepaid && drawn == .fourLines ? .twoLines : drawn, state: state, before: before,
            decimals: decimals, unlit: showsZeros ? 0 : unlit, height: height, slant: slant, hasSymbols: hasSymbols,
            unit: meterKind == .corrector ? dice.random.one(of: ["m³", "Sm³", "Nm³"]) : "m³", &dice)
    }

    /// A small display of credit beside a counter of wheels.
    init(credit dice: inout Dice) {
        let before = dice.random.whole(3...5)
        self.init(
            kind: .segments, state: dice.random.one(by: [(0.8, .normal), (0.1, .lowBattery), (0.1, .blank)]),
            before: before,
            decimals: 2, unlit: dice.random.whole(0...2), height: dice.random.within(44...70),
            slant: dice.random.within(0...0.12),
            hasSymbols: dice.random.chance(0.6), unit: dice.random.one(of: ["TL", "m³"]), &dice)
    }

    private init(
        kind: Kind, state: State, before: Int, decimals: Int, unlit: Int, height: Double, slant: Double,
        hasSymbols: Bool,
        unit: String, _ dice: inout Dice
    ) {
        self.kind = kind
        self.state = state
        self.decimals = decimals
        self.unlit = unlit
        digits = before + decimals - unlit
        self.unit = unit
        glass = LCDGlass(share: state == .lowBattery ? dice.random.within(0.2...0.55) : 1, &dice)
        font = FontChoice(.grotesque, &dice.random)
        stroke = dice.random.within(0.09...0.16)
        gap = dice.random.within(0.012...0.035)
        let side = dice.random.within(6...24)
        let narrow = dice.random.within(0.46...0.6)
        let apart = dice.random.within(0.13...0.26)
        let pointRoom = dice.random.within(0.02...0.14)
        let line = dice.random.whole(0...(kind.lines - 1))
        switch kind {
        case .segments:
            digitHeight = hasSymbols ? min(height, 68) : height
            self.slant = slant
            self.hasSymbols = hasSymbols
            bodyWidth = digitHeight * narrow
            pitch = digitHeight * (narrow + apart)
            pointSpace = decimals > 0 ? digitHeight * pointRoom : 0
            margin = side + digitHeight * slant / 2
            top = hasSymbols ? 94 - digitHeight : (100 - digitHeight) / 2
            // The unit stands at the right, in letters of a third of a digit's height.
            width =
                2 * margin + Double(before + decimals) * pitch + pointSpace + digitHeight
                * (0.3 + 0.34 * Double(unit.count))
            (indexLine, indexColumn) = (0, 0)
        case .twoLines, .fourLines:
            let lines = Double(kind.lines)
            margin = side * 0.6
            top = 8
            // Seven dots and as much between lines as one and a half.
            digitHeight = (100 - 2 * top) / (lines + (lines - 1) * 0.22)
            let dot = digitHeight / Double(DotFont.rows)
            bodyWidth = dot * Double(DotFont.columns)
            pitch = dot * Double(DotFont.columns + 1)
            pointSpace = 0
            self.slant = 0
            self.hasSymbols = false
            width = 2 * margin + pitch * Double(LCDLook.columns)
            indexLine = line
            indexColumn = 3
        }
    }

    /// Characters in a line of a text display.
    package static let columns = 20

    /// A digit's cell, counted from the left, decimals included.
    package func cell(_ place: Int) -> Box {
        let high = digitHeight * 0.06
        let y = top + Double(indexLine) * digitHeight * 1.22
        let left = kind == .segments ? left(ofPlace: place + unlit) : left(ofColumn: column(of: place))
        return Box(left - (pitch - bodyWidth) / 2, y - high, left + (pitch + bodyWidth) / 2, y + digitHeight + high)
    }

    /// Left edge of a seven-segment digit's body, by its place among all.
    func left(ofPlace place: Int) -> Double {
        margin + Double(place) * pitch + (pitch - bodyWidth) / 2 + (place >= digits + unlit - decimals ? pointSpace : 0)
    }

    /// Left edge of a character of a text display.
    func left(ofColumn column: Int) -> Double { margin + Double(column) * pitch }

    /// Where in its line a digit of the index stands: the point takes a character.
    package func column(of place: Int) -> Int { indexColumn + unlit + place + (place >= digits - decimals ? 1 : 0) }

    var ink: Colour { glass.ink }
    var ground: Colour { glass.ground }
}

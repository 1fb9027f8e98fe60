/// A bar code or matrix code on the plate: what it says and where it stands.
package struct CodeSlot: Sendable {
    package enum Symbology: String, CaseIterable, Sendable, Codable {
        case none, itf, code128 = "code-128", code39 = "code-39", dataMatrix = "data-matrix"
    }

    /// Where on the plate a code is.
    enum Place: String, CaseIterable { case below, above, bottom }

    package let symbology: Symbology
    package let text: String
    package let matrix: CodeMatrix
    /// The code itself, without quiet zone.
    package let box: Box
    /// Width of the narrowest bar or cell, in the face's coordinates.
    package let module: Double
    /// What the code needs of the plate: with its quiet zone and the text under it.
    package let footprint: Box
    /// Breadth of the bars along an ITF code's upper and lower edge, so that a slanting beam does not read a part of it.
    let bearer: Double
    /// Height of the text under the code; 0 where it has none.
    let textHeight: Double

    static let parameter = Parameter.choice("code.symbology", Symbology.self, "The plate's code")
    static let placeParameter = Parameter.choice("code.place", Place.self, "Where it is")
    static let widthParameter = Parameter.number("code.width", 100...500, "Width of a bar code")
    static let heightParameter = Parameter.number("code.height", 15...100, "Height of a bar code")
    static let sideParameter = Parameter.number("code.side", 40...160, "Width of a Data Matrix")
    static let distanceParameter = Parameter.number(
        "code.distance", 0...100, "From what surrounds the window to the code")
    static let printed = Parameter.flag("code.print", "Whether the text stands under the code")
    static let parameters =
        [
            parameter, placeParameter, widthParameter, heightParameter, sideParameter, distanceParameter, printed,
            CodeText.parameter,
        ]

    /// What frames and commas may take up above and below the window.
    private static let surroundings = 32.0
    /// The narrowest bar that label printers make.
    private static let narrowest = 1.6

    /// Nil where the plate has no code.
    ///
    /// `plate` is what there is without the code; where that is too small, the plate must grow to hold ``footprint``.
    init?(window: Box, plate: Box, serial: String, year: Int, type given: String? = nil, _ dice: inout Dice) {
        let symbology: Symbology = dice.choice(CodeSlot.parameter)
        let place: Place = dice.choice(CodeSlot.placeParameter)
        let width = dice.number(CodeSlot.widthParameter)
        let height = dice.number(CodeSlot.heightParameter)
        let side = dice.number(CodeSlot.sideParameter)
        let distance = dice.number(CodeSlot.distanceParameter) + CodeSlot.surroundings
        let isPrinted = dice.flag(CodeSlot.printed)
        let form: CodeText = dice.choice(CodeText.parameter)
        let thrown = dice.random.one(of: CodeText.types)
        let type = given ?? thrown
        let tall = dice.random.within(12...21)
        let sideways = dice.random.unit()
        // A long text on a short plate would need bars that no printer makes: the serial alone is shorter.
        let room = plate.width - 16
        let fitting = [form, .serial].lazy.compactMap { form -> (String, CodeMatrix)? in
            let text = form.text(symbology, serial: serial, year: year, type: type)
            guard let matrix = try? CodeMatrix(symbology, text) else { return nil }
            let modules = Double(matrix.columns) + 2 * symbology.quietModules
            return modules * CodeSlot.narrowest <= room || form == .serial ? (text, matrix) : nil
        }
        guard let (text, matrix) = fitting.first else { return nil }
        let quiet = symbology.quietModules
        let columns = Double(matrix.columns)
        let drawn = symbology == .dataMatrix ? side / Double(matrix.rows) : width / columns
        let module = max(CodeSlot.narrowest, min(drawn, room / (columns + 2 * quiet)))
        let across = columns * module
        let size = (
            width: across,
            // Bars are 15 % as high as their code is long, at least: what ISO/IEC 15417, 16388 and 16390 ask for.
            height: symbology == .dataMatrix ? Double(matrix.rows) * module : max(height, across * 0.15)
        )
        bearer = symbology == .itf ? module * 2.5 : 0
        let margin = (x: module * quiet, y: symbology == .dataMatrix ? module * quiet : 6 + bearer)
        let under = isPrinted ? tall * 1.5 : 0
        let whole = size.height + 2 * margin.y + under
        let low = window.bottom + distance
        let top =
            switch place {
            case .below: low
            case .above: window.top - distance - whole
            case .bottom: max(low, plate.bottom - 10 - whole)
            }
        let span = size.width + 2 * margin.x
        // Under the middle as a rule, else anywhere.
        let share = sideways < 0.6 ? 0.42 + sideways * 0.2 : (sideways - 0.6) / 0.4
        let left = plate.left + 8 + max(0, room - span) * share
        self.symbology = symbology
        self.text = text
        self.matrix = matrix
        self.module = module
        textHeight = isPrinted ? tall : 0
        footprint = Box(x: left, y: top, width: span, height: whole)
        box = Box(x: left + margin.x, y: top + margin.y, width: size.width, height: size.height)
    }
}

/// What is printed in one colour on drums side by side: gathered first, then drawn at once, which costs a fraction.
struct CounterPrint {
    let look: CounterLook
    let placement: Canvas.Placement
    /// Digits.
    var outline = Outline()
    /// Dashes and ticks.
    var bars: [Box] = []

    init(_ look: CounterLook, on canvas: Canvas) {
        self.look = look
        placement = canvas.placement
    }

    /// Adds a cut digit's strokes: middle lines in the drawing's coordinates.
    mutating func add(_ lines: [[Point]], of numerals: DrumNumerals) {
        let width = (numerals.weight * look.digitHeight + look.bold) * placement.density
        for line in lines {
            outline.stroke(line.map { placement($0) }, width: Float(width), round: numerals.roundEnds)
        }
    }

    func draw(on canvas: Canvas, _ ink: Colour, within box: Box) {
        canvas.ink(outline, ink, bold: look.numerals == nil ? look.bold : 0, within: box)
        if !bars.isEmpty { canvas.fill(bars, ink) }
    }
}

/// Draws one drum: the digits that its window shows, bent round the cylinder, and the cylinder's shade.
struct DrumDrawing {
    let look: CounterLook
    let state: CounterState
    /// Counted from the left.
    let wheel: Int

    private var isRed: Bool { wheel >= look.blackWheels }
    var ink: Colour { isRed ? look.redDigit : look.digit }

    /// What is seen of it.
    var drum: Box {
        let inset = look.pitch * look.gap / 2
        let top = look.openings ? 6.0 : 0
        return Box(x: look.left(of: wheel) + inset, y: top, width: look.pitch - 2 * inset, height: 100 - 2 * top)
    }

    /// The drum without its digits.
    func drawGround(on canvas: Canvas) {
        let drum = drum
        guard canvas.sees(drum) else { return }
        let ground = (isRed ? look.redGround : look.ground).mixed(with: Colour(grey: 0), state.shades[wheel])
        canvas.fill(drum, ground)
    }

    /// Adds what is printed on it to a print of its colour.
    func addPrint(to print: inout CounterPrint, on canvas: Canvas, _ face: FontFace) {
        let place = state.drawn[wheel]
        let nearest = Int(place.rounded())
        for step in -1...1 {
            let angle = (Double(nearest + step) - place) * Turn.full / 10
            addDigit((nearest + step + 10) % 10, at: angle, to: &print, on: canvas, face)
        }
    }

    private func addDigit(
        _ digit: Int, at angle: Double, to print: inout CounterPrint, on canvas: Canvas, _ face: FontFace
    ) {
        let radius = look.radius
        // Half a digit on the drum, and what of it can be seen.
        guard abs(angle) - 0.35 < Turn.quarter * 0.9, abs(radius * Turn.sine(angle)) < 50 + look.digitHeight else {
            return
        }
        let drum = drum
        let glyph = face.glyph(ofDigit: digit)
        let breadth = look.numerals?.reach ?? glyph.ink.upperBound - glyph.ink.lowerBound
        // A digit stays on its drum: neither too broad for it nor shifted over its edge.
        let pen = look.bold + (look.numerals?.weight ?? 0) * look.digitHeight
        let room = drum.width - pen
        let wide = min(look.digitHeight * look.stretch, room * 0.96 / breadth)
        let free = max(0, (room - wide * breadth) / 2)
        let centre = drum.centre.x + max(-free, min(free, state.shifts[wheel]))
        if let numerals = look.numerals {
            let lines = numerals.strokes(of: digit).map { line in
                line.map { Point(centre + $0.x * wide, down(angle, $0.y * look.digitHeight)) }
            }
            print.add(lines, of: numerals)
        } else {
            let middle = (glyph.ink.lowerBound + glyph.ink.upperBound) / 2
            canvas.add(glyph, to: &print.outline, print.placement) { point in
                Point(centre + (point.x - middle) * wide, down(angle, (point.y + 0.5) * look.digitHeight))
            }
        }
        if look.marks.dashes {
            let under = look.digitHeight * 0.5 + look.digitHeight * (look.digitDistance - 1) * 0.35
            print.bars.append(bar(drum.width * 0.3, centre: centre, at: under, thick: 4, angle))
        }
        if look.marks.ticks, wheel == look.wheels - 1 {
            let distance = look.digitHeight * look.digitDistance / 10
            for mark in -5..<5 {
                let length = drum.width * (mark == 0 ? 0.24 : 0.15)
                let middle = drum.right - drum.width * 0.02 - length / 2
                print.bars.append(bar(length, centre: middle, at: Double(mark) * distance, thick: 2.4, angle))
            }
        }
    }

    /// Where a place on the drum is seen: `along` is its way from the middle of a digit that stands at an angle.
    private func down(_ angle: Double, _ along: Double) -> Double {
        50 + look.radius * Turn.sine(max(-1.45, min(1.45, angle + along / look.radius)))
    }

    private func bar(_ length: Double, centre: Double, at along: Double, thick: Double, _ angle: Double) -> Box {
        Box(
            centre - length / 2, down(angle, along - thick / 2), centre + length / 2, down(angle, along + thick / 2))
    }
}

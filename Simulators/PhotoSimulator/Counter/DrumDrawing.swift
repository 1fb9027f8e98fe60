/// Draws one drum: the digits that its window shows, bent round the cylinder, and the cylinder's shade.
struct DrumDrawing {
    let look: CounterLook
    let state: CounterState
    /// Counted from the left.
    let wheel: Int

    func draw(on canvas: Canvas, _ face: FontFace) {
        let isRed = wheel >= look.blackWheels
        let inset = look.pitch * look.gap / 2
        let top = look.openings ? 6.0 : 0
        let drum = Box(
            x: look.left(of: wheel) + inset, y: top, width: look.pitch - 2 * inset, height: 100 - 2 * top)
        guard canvas.sees(drum) else { return }
        let ink = isRed ? look.redDigit : look.digit
        let ground = (isRed ? look.redGround : look.ground).mixed(with: Colour(grey: 0), state.shades[wheel])
        canvas.scoped {
            canvas.clip(drum)
            canvas.fill(drum, ground)
            let place = state.drawn[wheel]
            let nearest = Int(place.rounded())
            for step in -1...1 {
                let angle = (Double(nearest + step) - place) * Turn.full / 10
                drawDigit((nearest + step + 10) % 10, at: angle, on: drum, canvas, face, ink)
            }
            if look.gap > 0.02 { drawEdges(drum, canvas) }
        }
    }

    private func drawDigit(
        _ digit: Int, at angle: Double, on drum: Box, _ canvas: Canvas, _ face: FontFace, _ ink: Colour
    ) {
        let radius = look.radius
        // Half a digit on the drum, and what of it can be seen.
        guard abs(angle) - 0.35 < Turn.quarter * 0.9, abs(radius * Turn.sine(angle)) < 50 + look.digitHeight else {
            return
        }
        let character = Character(String(digit))
        let glyph = face.glyph(character)
        let middle = (glyph.ink.lowerBound + glyph.ink.upperBound) / 2
        let centre = drum.centre.x + state.shifts[wheel]
        canvas.glyph(character, face, ink, bold: look.bold) { point in
            Point(
                centre + (point.x - middle) * look.digitHeight * look.stretch,
                down(angle, (point.y + 0.5) * look.digitHeight))
        }
        if look.marks.dashes {
            let under = look.digitHeight * 0.5 + look.digitHeight * (look.digitDistance - 1) * 0.35
            bar(drum.width * 0.3, centre: centre, at: under, thick: 4, angle, canvas, ink)
        }
        if look.marks.ticks, wheel == look.wheels - 1 {
            let distance = look.digitHeight * look.digitDistance / 10
            for mark in -5..<5 {
                let length = drum.width * (mark == 0 ? 0.24 : 0.15)
                bar(
                    length, centre: drum.right - drum.width * 0.02 - length / 2, at: Double(mark) * distance,
                    thick: 2.4, angle,
                    canvas, ink)
            }
        }
    }

    /// Where a place on the drum is seen: `along` is its way from the middle of a digit that stands at an angle.
    private func down(_ angle: Double, _ along: Double) -> Double {
        50 + look.radius * Turn.sine(max(-1.45, min(1.45, angle + along / look.radius)))
    }

    private func bar(
        _ length: Double, centre: Double, at along: Double, thick: Double, _ angle: Double, _ canvas: Canvas,
        _ ink: Colour
    ) {
        let top = down(angle, along - thick / 2)
        let bottom = down(angle, along + thick / 2)
        canvas.fill(Box(centre - length / 2, top, centre + length / 2, bottom), ink)
    }

    /// A drum's sides: one catches the light, one lies in the shade.
    private func drawEdges(_ drum: Box, _ canvas: Canvas) {
        canvas.fill(
            Box(drum.left, drum.top, drum.left + 3, drum.bottom), Colour(grey: 1), alpha: state.edges[wheel])
        canvas.fill(Box(drum.right - 3, drum.top, drum.right, drum.bottom), Colour(grey: 0), alpha: 0.2)
    }
}

import MeterCore

/// What the counter shows: the wheels' places as they are drawn, slack and all.
struct CounterState {
    let counter: WheelCounter
    /// For each wheel from the left, where its drum stands in digits, 0 to below 10, slack included.
    let drawn: [Double]
    /// For each wheel from the left, its digit's shift to the side.
    let shifts: [Double]

    init(look: CounterLook, counter: WheelCounter, _ random: inout SeededRandom) {
        self.counter = counter
        let count = look.wheels
        drawn = (0..<count).map { wheel in
            let place = Double(counter.position(of: count - 1 - wheel)) / 1000
            let loose = wheel == count - 1 ? 0 : max(-0.2, min(0.2, random.normal(look.slack)))
            return (place + loose + 10).truncatingRemainder(dividingBy: 10)
        }
        shifts = (0..<count).map { _ in random.normal(look.wander) }
    }
}

/// Draws the counter's window: wheels with their digits, gaps, separator, marks and frame.
///
/// The window's top left is the origin.
struct CounterLayer {
    let look: CounterLook
    let state: CounterState

    func draw(on canvas: Canvas, fonts: FontLibrary) {
        let face = fonts.all[look.font % fonts.all.count]
        drawFrame(on: canvas)
        canvas.scoped {
            canvas.clip(0, 0, look.width, 100)
            canvas.fill(0, 0, look.width, 100, look.gapColour)
            for wheel in 0..<look.wheels { drawWheel(wheel, on: canvas, face) }
            if look.shading > 0, !look.openings {
                let black = Colour(grey: 0)
                canvas.shaded(
                    0, 0, look.width, 100,
                    [(0, black, look.shading), (0.3, black, 0), (0.7, black, 0), (1, black, look.shading * 0.8)])
            }
        }
        drawMarks(on: canvas)
    }

    private func drawWheel(_ wheel: Int, on canvas: Canvas, _ face: FontFace) {
        let isRed = wheel >= look.blackWheels
        let inset = look.pitch * look.gap / 2
        let left = look.cell(wheel) + inset
        let width = look.pitch - 2 * inset
        let top = look.openings ? 6.0 : 0
        let ink = isRed ? look.redDigitColour : look.digit
        canvas.scoped {
            canvas.clip(left, top, width, 100 - 2 * top)
            canvas.fill(left, top, width, 100 - 2 * top, isRed ? look.redGroundColour : look.ground)
            // Ten digits on a drum: one digit is 36 degrees.
            let radius = look.digitHeight * look.digitDistance / 0.6283
            let place = state.drawn[wheel]
            for step in -2...2 {
                let value = (Int(place.rounded()) + step + 10) % 10
                let angle = (Double(Int(place.rounded()) + step) - place) * 0.6283
                let sine = angle - angle * angle * angle / 6 + angle * angle * angle * angle * angle / 120
                let cosine = 1 - angle * angle / 2 + angle * angle * angle * angle / 24
                guard cosine > 0.12 else { continue }
                canvas.scoped {
                    canvas.translate(left + width / 2 + state.shifts[wheel], 50 + radius * sine)
                    canvas.scale(1, cosine)
                    canvas.text(
                        String(value), face, at: Point(0, 0), height: look.digitHeight, stretch: look.stretch, ink,
                        bold: look.bold)
                    if look.dashes {
                        let distance = look.digitHeight * look.digitDistance / 2
                        canvas.fill(-width * 0.16, distance - 2, width * 0.32, 4, ink)
                    }
                    if wheel == look.wheels - 1, look.ticks { drawTicks(on: canvas, width: width, ink) }
                }
            }
        }
    }

    /// Ten marks a digit at the right edge of the last wheel.
    private func drawTicks(on canvas: Canvas, width: Double, _ ink: Colour) {
        let distance = look.digitHeight * look.digitDistance / 10
        for mark in -5..<5 {
            let length = mark == 0 ? 0.24 : 0.15
            canvas.fill(width * (0.48 - length), Double(mark) * distance - 1.2, width * length, 2.4, ink)
        }
    }

    private func drawFrame(on canvas: Canvas) {
        guard look.frame > 0 || look.colouring == .redFrame else { return }
        let f = look.frame
        canvas.fill(-f, -f, look.width + 2 * f, 100 + 2 * f, look.frameColour)
        if look.colouring == .redFrame, look.redWheels > 0 {
            let left = look.cell(look.blackWheels) - max(4, look.split / 2)
            let edge = max(8, f)
            canvas.fill(
                left - edge / 2, -edge, look.width - left + edge * 1.5, 100 + 2 * edge, Colour(0.8, 0.08, 0.1))
        }
    }

    private func drawMarks(on canvas: Canvas) {
        let white = Colour(grey: 0.95)
        let border = look.cell(look.blackWheels) - look.split / 2
        if look.redWheels > 0 {
            if look.separatorLine {
                canvas.fill(border - 2.5, -look.frame, 5, 100 + 2 * look.frame, white)
            }
            if look.colouring == .redFrame {
                canvas.fill(border - 4, -8, 8, 116, Colour(0.8, 0.08, 0.1))
            }
            if look.pointer {
                canvas.polygon(
                    [Point(border - 9, -14), Point(border + 9, -14), Point(border, 12)], white)
            }
            if look.comma {
                canvas.circle(border, 100 + max(9, look.frame), 7, Colour(grey: 0.08))
                canvas.polygon(
                    [
                        Point(border + 7, 100 + max(9, look.frame)), Point(border - 6, 128), Point(border - 2, 100),
                    ], Colour(grey: 0.08))
            }
        }
        if look.fishTail {
            let x = look.width + look.frame
            let ink = Colour(grey: 0.06)
            canvas.fill(x - 1, -look.frame, 46, 100 + 2 * look.frame, ink)
            canvas.polygon([Point(x + 48, 8), Point(x + 8, 50), Point(x + 48, 92)], Colour(grey: 0.93))
        }
    }
}

/// Draws a counter's window: wheels with their digits, gaps, shadows, frame and marks.
struct CounterDrawing {
    let look: CounterLook
    let state: CounterState

    func draw(on canvas: Canvas, with pens: Pens) {
        let face = pens.fonts[look.font]
        drawFrame(on: canvas)
        canvas.scoped {
            canvas.clip(Box(0, 0, look.width, 100))
            canvas.fill(Box(0, 0, look.width, 100), look.gapColour)
            for wheel in 0..<look.wheels {
                drawGap(before: wheel, on: canvas)
                DrumDrawing(look: look, state: state, wheel: wheel).draw(on: canvas, face)
            }
            if look.shading > 0.02 { drawShade(on: canvas) }
            if !look.openings { drawRecess(on: canvas) }
        }
        MarksDrawing(look: look).draw(on: canvas)
    }

    private func drawFrame(on canvas: Canvas) {
        let f = look.frame
        if f > 0 {
            canvas.fill(look.window.grown(by: f), look.frameColour)
            // A bevel: light from above.
            let upper = look.frameColour.mixed(with: Colour(grey: 1), 0.35)
            let lower = look.frameColour.mixed(with: Colour(grey: 0), 0.35)
            canvas.fill(Box(-f, -f, look.width + f, -f * 0.7), lower)
            canvas.fill(Box(-f, 100 + f * 0.7, look.width + f, 100 + f), upper)
        }
        if look.colouring == .redFrame, look.redWheels > 0 {
            let left = look.left(of: look.blackWheels) - max(4, look.split / 2)
            let edge = max(8, f)
            canvas.fill(
                Box(left - edge / 2, -edge, look.width + edge, 100 + edge), Colour(0.8, 0.08, 0.1))
        }
    }

    /// What is seen between two wheels: darkness, and at times the pinion that carries.
    private func drawGap(before wheel: Int, on canvas: Canvas) {
        guard wheel > 0, look.gap > 0.03, look.marks.pinions, !look.openings else { return }
        let width = look.pitch * look.gap
        let box = Box(x: look.left(of: wheel) - width / 2, y: 58, width: width, height: 42)
        let brass = Colour(0.62, 0.5, 0.28)
        canvas.fill(box, brass.mixed(with: look.gapColour, 0.55))
        for tooth in 0..<3 {
            canvas.fill(
                Box(x: box.left, y: 62 + Double(tooth) * 13, width: width, height: 5),
                brass.mixed(with: Colour(grey: 0), 0.6))
        }
    }

    /// The shade of the drums, where they turn away at the top and the bottom: of all at once.
    private func drawShade(on canvas: Canvas) {
        let black = Colour(grey: 0)
        let top = look.openings ? 6.0 : 0
        canvas.shaded(
            Box(0, top, look.width, 100 - top),
            [
                (0, black, look.shading), (0.3, black, look.shading * 0.12), (0.5, black, 0),
                (0.72, black, look.shading * 0.1), (1, black, look.shading * 0.8),
            ])
    }

    /// The shadow that the plate throws on what lies behind it.
    private func drawRecess(on canvas: Canvas) {
        guard look.recess > 0.02 else { return }
        let black = Colour(grey: 0)
        let depth = 8 + 22 * look.recess
        canvas.shaded(Box(0, 0, look.width, depth), [(0, black, look.recess), (1, black, 0)])
        canvas.shaded(
            Box(0, 100 - depth * 0.5, look.width, 100), [(0, black, 0), (1, black, look.recess * 0.5)])
        canvas.shaded(
            Box(0, 0, depth * 0.8, 100), [(0, black, look.recess * 0.8), (1, black, 0)], horizontal: true)
    }
}

extension CounterLook {
    /// The window, from the origin.
    var window: Box { Box(0, 0, width, 100) }
}

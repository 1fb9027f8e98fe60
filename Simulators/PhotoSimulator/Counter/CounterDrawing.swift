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
            let drums = (0..<look.wheels).map { DrumDrawing(look: look, state: state, wheel: $0) }
            drawGaps(on: canvas)
            for drum in drums { drum.drawGround(on: canvas) }
            drawSheens(of: drums.map(\.drum), on: canvas)
            drawPrint(of: drums, on: canvas, face)
            drawEdges(of: drums.map(\.drum), on: canvas)
            drawShade(on: canvas)
            if !look.openings, look.mask == nil { drawRecess(on: canvas) }
        }
        MarksDrawing(look: look).draw(on: canvas)
    }

    /// Digits and ticks, black wheels' and red wheels' each at once.
    ///
    /// Digits are narrower than their drums; windows and openings cut them off above and below.
    private func drawPrint(of drums: [DrumDrawing], on canvas: Canvas, _ face: FontFace) {
        for part in [drums.prefix(look.blackWheels), drums.dropFirst(look.blackWheels)] {
            guard let first = part.first else { continue }
            var print = CounterPrint(look, on: canvas)
            for drum in part where canvas.sees(drum.drum) { drum.addPrint(to: &print, on: canvas, face) }
            canvas.scoped {
                canvas.clip(Box(0, first.drum.top, look.width, first.drum.bottom))
                print.draw(on: canvas, first.ink, within: first.drum)
            }
        }
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
    private func drawGaps(on canvas: Canvas) {
        guard look.gap > 0.03, look.marks.pinions, !look.openings else { return }
        let width = min(9, look.pitch * look.gap)
        let lefts = (1..<look.wheels).map { look.left(of: $0) - width / 2 }
        let brass = Colour(0.62, 0.5, 0.28)
        canvas.fill(
            lefts.map { Box(x: $0, y: 58, width: width, height: 42) }, brass.mixed(with: look.gapColour, 0.55))
        canvas.fill(
            lefts.flatMap { left in (0..<3).map { Box(x: left, y: 62 + Double($0) * 13, width: width, height: 5) } },
            brass.mixed(with: Colour(grey: 0), 0.6))
    }

    /// Upright streaks of light on the drums' paint.
    private func drawSheens(of drums: [Box], on canvas: Canvas) {
        guard state.sheen > 0 else { return }
        for (level, sheens) in state.sheens.enumerated() {
            let streaks = zip(drums, sheens).map { drum, sheen in
                let half = drum.width * sheen.breadth / 2
                let middle = drum.left + drum.width * sheen.place
                return Box(middle - half, drum.top, middle + half, drum.bottom).intersection(drum)
            }
            canvas.fill(streaks, Colour(grey: 1), alpha: state.sheen * (level == 0 ? 0.35 : 0.8))
        }
    }

    /// The drums' sides: one catches the light, one lies in the shade.
    private func drawEdges(of drums: [Box], on canvas: Canvas) {
        guard look.gap > 0.02 else { return }
        canvas.fill(
            drums.map { Box($0.left, $0.top, $0.left + 3, $0.bottom) }, Colour(grey: 1), alpha: state.gloss)
        canvas.fill(drums.map { Box($0.right - 3, $0.top, $0.right, $0.bottom) }, Colour(grey: 0), alpha: state.edge)
    }

    /// The shade of the drums, where they turn away at the top and the bottom, of all at once; and the shadow that the
    /// plate throws on what lies behind it.
    private func drawShade(on canvas: Canvas) {
        // A mask throws its own shadow.
        let recess = look.openings || look.mask != nil ? 0 : look.recess
        guard look.shading > 0.02 || recess > 0.02 else { return }
        let black = Colour(grey: 0)
        let top = look.openings ? 6.0 : 0
        let depth = (8 + 22 * recess) / 100
        /// How dark both are together at a place, 0 the upper edge, 1 the lower.
        func dark(_ place: Double) -> Double {
            let round =
                look.shading
                * CounterDrawing.between([(0, 1), (0.3, 0.12), (0.5, 0), (0.72, 0.1), (1, 0.8)], place)
            let upper = recess * max(0, 1 - place / depth)
            let lower = recess * 0.5 * max(0, 1 - (1 - place) / (depth * 0.5))
            return 1 - (1 - round) * (1 - upper) * (1 - lower)
        }
        let stops = [0, depth / 2, depth, 0.3, 0.5, 0.72, 1 - depth / 2, 1].sorted()
        canvas.shaded(Box(0, top, look.width, 100 - top), stops.map { ($0, black, dark($0)) })
    }

    /// A broken line's value: its points are (place, value), in order.
    private static func between(_ points: [(Double, Double)], _ place: Double) -> Double {
        for (from, to) in zip(points, points.dropFirst()) where place <= to.0 {
            return from.1 + (to.1 - from.1) * (place - from.0) / (to.0 - from.0)
        }
        return points.last?.1 ?? 0
    }

    /// The shadow of the plate's side edge.
    private func drawRecess(on canvas: Canvas) {
        guard look.recess > 0.02 else { return }
        let black = Colour(grey: 0)
        canvas.shaded(
            Box(0, 0, (8 + 22 * look.recess) * 0.8, 100), [(0, black, look.recess), (1, black, 0)], horizontal: true)
    }
}

extension CounterLook {
    /// The window, from the origin.
    var window: Box { Box(0, 0, width, 100) }
}

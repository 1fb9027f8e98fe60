/// Draws a display into its window.
struct DisplayDrawing {
    let look: LCDLook
    let reading: LCDReading

    private var window: Box { Box(0, 0, look.width, 100) }
    private var glass: LCDGlass { look.glass }

    func draw(on canvas: Canvas, with pens: Pens) {
        drawFrame(on: canvas)
        canvas.scoped {
            canvas.clip(window)
            canvas.fill(window, glass.ground)
            switch look.kind {
            case .segments: drawSegments(on: canvas, pens)
            case .twoLines, .fourLines: drawDots(on: canvas)
            }
            drawGlass(on: canvas, pens)
        }
    }

    // MARK: What it shows

    private func drawSegments(on canvas: Canvas, _ pens: Pens) {
        let text = Array(reading.lines.first ?? "")
        var on: [[Point]] = []
        var off: [[Point]] = []
        let thick = look.stroke * look.digitHeight
        for place in 0..<(look.digits + look.unlit) {
            let pattern = place < text.count ? SevenSegments.pattern(of: text[place]) ?? 0 : 0
            on += segments(pattern, at: place)
            off += segments(~pattern & SevenSegments.all, at: place)
        }
        if look.decimals > 0 {
            let place = look.digits + look.unlit - look.decimals
            let middle =
                look.left(ofPlace: place) - (look.pitch - look.bodyWidth + look.pointSpace) / 2 - look.slant
                * look.digitHeight / 2
            let foot = look.top + look.digitHeight
            let point = Box(middle - thick * 0.5, foot - thick, middle + thick * 0.5, foot).corners
            let isOn = look.state.showsIndex || look.state == .test
            isOn ? on.append(point) : off.append(point)
        }
        if look.hasSymbols {
            let tall = min(20, look.top - 9)
            var x = look.margin
            for symbol in DisplaySymbol.allCases {
                let areas = symbol.areas.map { $0.map { Point(x + $0.x * tall, 5 + $0.y * tall) } }
                if reading.symbols.contains(symbol) { on += areas } else { off += areas }
                x += tall * 2.3
            }
        }
        canvas.fill(off, glass.fullInk, alpha: glass.ghost * 0.6)
        // Light falls in from above, so a segment throws a shadow on the reflector behind the glass.
        if !glass.isLit {
            let shadow = on.map { outline in outline.map { Point($0.x + 1.2, $0.y + 1.6) } }
            canvas.fill(shadow, glass.fullInk, alpha: 0.12)
        }
        canvas.fill(on, glass.fullInk)
        let isOn = look.state != .blank
        canvas.text(
            look.unit, pens.fonts[look.font],
            at: Point(look.width - look.margin * 0.6, look.top + look.digitHeight * 0.82),
            height: look.digitHeight * 0.36,
            glass.fullInk, alpha: isOn ? 1 : glass.ghost * 0.6, anchor: 1)
    }

    private func segments(_ pattern: UInt8, at place: Int) -> [[Point]] {
        let left = look.left(ofPlace: place)
        return SevenSegments.outlines(
            of: pattern, width: look.bodyWidth, height: look.digitHeight, stroke: look.stroke * look.digitHeight,
            gap: look.gap * look.digitHeight
        ).map { outline in
            outline.map { Point(left + $0.x + look.slant * (look.digitHeight / 2 - $0.y), look.top + $0.y) }
        }
    }

    private func drawDots(on canvas: Canvas) {
        let dot = look.digitHeight / Double(DotFont.rows)
        let side = dot * 0.9
        var on: [Box] = []
        var cells: [Box] = []
        for line in 0..<look.kind.lines {
            let text = Array(line < reading.lines.count ? reading.lines[line] : "")
            let top = look.top + Double(line) * look.digitHeight * 1.22
            for column in 0..<LCDLook.columns {
                let left = look.left(ofColumn: column)
                cells.append(Box(x: left, y: top, width: look.bodyWidth, height: look.digitHeight))
                guard column < text.count else { continue }
                for x in 0..<DotFont.columns {
                    for y in 0..<DotFont.rows where DotFont.hasDot(text[column], column: x, row: y) {
                        on.append(Box(x: left + Double(x) * dot, y: top + Double(y) * dot, width: side, height: side))
                    }
                }
            }
        }
        canvas.fill(cells, glass.fullInk, alpha: glass.ghost * 0.35)
        canvas.fill(on, glass.fullInk)
    }

    // MARK: Glass and frame

    /// What lies over the segments: the angle of view, the polariser, the frame's shadow, scratches.
    private func drawGlass(on canvas: Canvas, _ pens: Pens) {
        let lost = abs(glass.fade)
        let near = glass.fade > 0 ? lost : 0
        canvas.shaded(
            window, [(0, glass.ground, near), (1, glass.ground, lost - near)], horizontal: glass.fadesAcross)
        let dark = Colour(grey: 0)
        let white = Colour(grey: 1)
        let at = Point(glass.shadingAt.x * look.width, glass.shadingAt.y * 100)
        canvas.glow(
            at, radius: look.width * 0.5, stretch: 0.5, core: 0.3,
            glass.isLit ? white : glass.shadingAt.x < 0.5 ? dark : white,
            alpha: 0.22 * glass.shading)
        canvas.grain(
            pens.grain(.clouds), over: window, scale: 1.3, at: Point(at.x, at.y), dark, alpha: 0.06 * glass.shading)
        let depth = 9.0
        canvas.shaded(Box(0, 0, look.width, depth), [(0, dark, 0.32), (1, dark, 0)])
        canvas.shaded(Box(0, 0, depth * 0.7, 100), [(0, dark, 0.22), (1, dark, 0)], horizontal: true)
        drawScratches(window, count: Int(glass.scratches * 7), stream: 0, white, on: canvas)
    }

    private func drawFrame(on canvas: Canvas) {
        let breadth = glass.frame
        guard breadth > 0 else { return }
        let outer = window.grown(by: breadth)
        canvas.rounded(outer.grown(by: 1.5), radius: 6, glass.frameColour.mixed(with: Colour(grey: 0), 0.5))
        canvas.rounded(outer, radius: 5, glass.frameColour)
        // A bevel: light from above.
        let bright = glass.frameColour.mixed(with: Colour(grey: 1), 0.3)
        canvas.fill(Box(outer.left + 4, outer.top, outer.right - 4, outer.top + min(3, breadth * 0.3)), bright)
        canvas.fill(Box(-2, 100, look.width + 2, 100 + min(2.5, breadth * 0.3)), bright)
        canvas.scoped {
            canvas.clip(outer)
            drawScratches(
                outer, count: Int(glass.scratches * 14), stream: 1,
                glass.frameColour.mixed(with: Colour(grey: 0.6), 0.6),
                on: canvas)
        }
    }

    private func drawScratches(_ area: Box, count: Int, stream: UInt64, _ colour: Colour, on canvas: Canvas) {
        var random = SeededRandom(seed: glass.seed, stream: stream)
        for _ in 0..<count {
            let start = Point(random.within(area.left...area.right), random.within(area.top...area.bottom))
            let end = Point(start.x + random.normal(60), start.y + random.normal(25))
            canvas.polygon(
                [start, end], colour, alpha: random.within(0.1...0.4), stroke: random.within(0.4...1.1))
        }
    }
}

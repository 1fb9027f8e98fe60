/// The plate's code: printed on the plate or on a white label, worn by age.
struct CodeLayer: FaceLayer {
    static let labelParameter = Parameter.flag("code.label", "Whether the code is on a label, not on the plate")
    static let wearParameter = Parameter.number("code.wear", 0...1, "What print has lost: 0 nothing, 1 much")
    static let parameters = [labelParameter, wearParameter]

    private let code: CodeSlot
    private let ink: Colour
    /// The ground under the code, as a label or as what shows through worn print.
    private let paper: Colour
    private let hasLabel: Bool
    private let border: Double
    private let radius: Double
    /// How much wider every dark module is than it should be, as a share of a module.
    private let spread: Double
    private let wear: Double
    private let grainAt: Point
    private let fadesRight: Bool
    private let scratches: [(from: Point, to: Point, width: Double)]
    private let font: FontChoice
    private let spacing: Double

    init?(_ meter: Meter, _ dice: inout Dice) {
        guard let code = meter.code else { return nil }
        self.code = code
        let ground = meter.paint.plate
        // Dark bars need a light ground: a third of the light's way is what readers ask for.
        let isDark = ground.red * 0.3 + ground.green * 0.59 + ground.blue * 0.11 < 0.62
        let isLabel = dice.flag(CodeLayer.labelParameter)
        hasLabel = isLabel || isDark
        wear = dice.number(CodeLayer.wearParameter) * (0.3 + 0.7 * meter.paint.age)
        ink = Colour(grey: dice.random.within(0.02...0.14) + 0.16 * wear).varied(by: 0.02, &dice.random)
        let white = dice.random.within(0.86...0.98)
        let yellowed = white - 0.22 * meter.paint.age * dice.random.unit()
        paper = hasLabel ? Colour(white, (white + yellowed) / 2, yellowed) : ground
        border = dice.random.chance(0.25) ? dice.random.within(0.8...2) : 0
        radius = dice.random.chance(0.5) ? dice.random.within(2...8) : 0
        spread = dice.random.within(-0.06...0.12)
        grainAt = Point(dice.random.within(0...500), dice.random.within(0...500))
        fadesRight = dice.random.chance(0.5)
        let count = Int(wear * 5 * dice.random.unit())
        let area = code.footprint
        var random = dice.random
        scratches = (0..<count).map { _ in
            let start = Point(random.within(area.left...area.right), random.within(area.top...area.bottom))
            // Along the code rather than across: what goes along a bar takes it away.
            let end = Point(start.x + random.normal(area.width * 0.3), start.y + random.normal(area.height * 0.15))
            return (start, end, min(1.2, code.module * random.within(0.12...0.32)))
        }
        font = FontChoice(random.one(by: [(0.4, .mono), (0.4, .grotesque), (0.2, .condensed)]), &random)
        spacing = random.one(by: [(0.4, 0.0), (0.6, random.within(1...8))])
        dice.random = random
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        guard canvas.sees(code.footprint.grown(by: 6)) else { return }
        if hasLabel { drawLabel(on: canvas) }
        canvas.fill(modules + bearers, ink)
        drawText(on: canvas, pens)
        drawWear(on: canvas, pens)
    }

    private func drawLabel(on canvas: Canvas) {
        let label = code.footprint.grown(by: 2)
        let black = Colour(grey: 0)
        canvas.rounded(
            Box(label.left + 1, label.top + 1, label.right + 1.5, label.bottom + 2), radius: radius, black, alpha: 0.25)
        canvas.rounded(label, radius: radius, paper)
        if border > 0 { canvas.rounded(label.grown(by: -border), radius: radius, ink, stroke: border) }
    }

    /// The dark parts.
    private var modules: [Box] {
        let (box, matrix, module) = (code.box, code.matrix, code.module)
        let more = spread * module / 2
        let tall = box.height / Double(matrix.rows)
        var boxes: [Box] = []
        for row in 0..<matrix.rows {
            let top = box.top + Double(row) * tall
            // Cells grow down as well, bars only across.
            let down = matrix.rows > 1 ? max(0, more) : 0
            for run in matrix.runs(ofRow: row) {
                boxes.append(
                    Box(
                        box.left + Double(run.lowerBound) * module - more, top - down,
                        box.left + Double(run.upperBound) * module + more, top + tall + down))
            }
        }
        return boxes
    }

    /// Along the upper and the lower edge.
    private var bearers: [Box] {
        guard code.bearer > 0 else { return [] }
        let (box, thick) = (code.box, code.bearer)
        return [
            Box(box.left, box.top - thick, box.right, box.top),
            Box(box.left, box.bottom, box.right, box.bottom + thick),
        ]
    }

    private func drawText(on canvas: Canvas, _ pens: Pens) {
        guard code.textHeight > 0 else { return }
        let face = pens.fonts[font]
        let width = canvas.width(of: code.text, face, height: code.textHeight)
        let gaps = spacing * Double(code.text.count - 1)
        // No wider than the quiet zone's end.
        let fit = min(1, (code.footprint.width - 6) / (width + gaps))
        canvas.text(
            code.text, face, at: Point(code.box.centre.x, code.box.bottom + code.bearer + code.textHeight * 0.85),
            height: code.textHeight * min(1, fit * 1.2), stretch: min(1, fit / min(1, fit * 1.2)), ink, anchor: 0.5,
            spacing: spacing * fit)
    }

    private func drawWear(on canvas: Canvas, _ pens: Pens) {
        let area = code.box.grown(by: 1)
        canvas.shaded(
            area, [(0, paper, fadesRight ? 0 : wear * 0.3), (1, paper, fadesRight ? wear * 0.3 : 0)], horizontal: true)
        guard wear > 0.1 else { return }
        canvas.grain(
            pens.grain(.grit), over: area, scale: max(0.5, code.module * 0.4), at: grainAt, paper, alpha: wear * 0.4)
        for scratch in scratches {
            canvas.polygon([scratch.from, scratch.to], paper, alpha: 0.7, stroke: scratch.width)
        }
    }
}

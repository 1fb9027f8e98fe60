/// A sealing wire of two twisted strands with its seal, hanging over the plate.
struct SealWireLayer: FaceLayer {
    static let present = Parameter.flag("before.seal-wire", "Whether a seal hangs over the plate by its wire")
    static let size = Parameter.number(
        "before.seal", 20...160, "The seal's width, in hundredths of the window's height")
    static let parameters = [present, size]

    private let from: Point
    private let seal: Point
    private let sag: Point
    private let size: Double
    private let isLead: Bool
    private let colour: Colour
    private let wire: Colour
    private let angle: Double
    private let number: String
    private let font: FontChoice

    var hides: Truth.Cause? { .sealWire }

    init?(_ meter: Meter, _ dice: inout Dice) {
        let isPresent = dice.flag(SealWireLayer.present)
        let size = dice.number(SealWireLayer.size)
        let aim: Aim = dice.choice(Aim.parameter)
        var random = dice.details()
        guard isPresent else { return nil }
        self.size = size
        let seal = aim.place(on: meter, reach: size * 0.75, &random)
        self.seal = seal
        // From a screw at the plate's nearer edge, so that it crosses the window only where it is aimed at it.
        let plate = meter.plate
        let side = seal.x < meter.window.width / 2 ? plate.left + 20 : plate.right - 20
        from =
            seal.y > 60 && aim == .beside
            ? Point(side, max(120, seal.y - random.within(0...150)))
            : Point(side + random.normal(30), min(seal.y, 0) - random.within(30...260))
        sag = Point(random.normal(30), random.within(10...90))
        isLead = random.chance(0.5)
        colour =
            isLead
            ? Colour(grey: random.within(0.4...0.62))
            : random.one(of: [
                Colour(0.1, 0.3, 0.7), Colour(0.8, 0.15, 0.12), Colour(0.12, 0.5, 0.25), Colour(0.92, 0.78, 0.1),
                Colour(grey: 0.9),
            ])
        wire = random.chance(0.6) ? Colour(grey: 0.7) : Colour(0.65, 0.45, 0.25)
        angle = random.normal(0.4)
        number = String(random.whole(1000...999_999))
        font = FontChoice(.grotesque, &random)
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        let middle = Point((from.x + seal.x) / 2 + sag.x, (from.y + seal.y) / 2 + sag.y)
        for turn in 0..<2 {
            // Two strands that swing about a parabola, half a turn apart.
            var points: [Point] = []
            for step in 0...60 {
                let t = Double(step) / 60
                let p = from.mixed(with: middle, t).mixed(with: middle.mixed(with: seal, t), t)
                let swing = (step + turn) % 2 == 0 ? 3.5 : -3.5
                points.append(Point(p.x + swing, p.y - swing * 0.6))
            }
            canvas.curve(points.map { Point($0.x + 4, $0.y + 6) }, Colour(grey: 0), alpha: 0.2, stroke: 6)
            canvas.curve(points, wire.mixed(with: Colour(grey: 0), turn == 0 ? 0.45 : 0.1), stroke: 4.5)
        }
        canvas.placed(at: seal, turned: angle) { if isLead { lead(on: canvas) } else { plastic(on: canvas, pens) } }
    }

    private func lead(on canvas: Canvas) {
        let radius = size / 2
        let black = Colour(grey: 0)
        canvas.circle(Point(radius * 0.12, radius * 0.16), radius, black, alpha: 0.3)
        canvas.circle(Point(0, 0), radius, colour.mixed(with: black, 0.35))
        canvas.circle(Point(-radius * 0.05, -radius * 0.07), radius * 0.9, colour)
        canvas.arc(
            Point(0, 0), radius * 0.62, from: 2.4, to: 5.6, colour.mixed(with: Colour(grey: 1), 0.5),
            stroke: radius * 0.1)
        for line in -1...1 {
            let y = Double(line) * radius * 0.25
            canvas.polygon(
                [Point(-radius * 0.4, y), Point(radius * 0.35, y + radius * 0.08)], colour.mixed(with: black, 0.55),
                stroke: radius * 0.09)
        }
    }

    private func plastic(on canvas: Canvas, _ pens: Pens) {
        let box = Box(-size / 2, -size * 0.35, size / 2, size * 0.35)
        canvas.rounded(
            Box(box.left + 5, box.top + 7, box.right + 5, box.bottom + 7), radius: 8, Colour(grey: 0), alpha: 0.3)
        canvas.rounded(box, radius: 8, colour)
        canvas.fill(Box(box.left + 4, box.top + 4, box.right - 4, box.top + 9), Colour(grey: 1), alpha: 0.4)
        let light = colour.red + colour.green > 1.5
        canvas.text(
            number, pens.fonts[font], at: Point(0, 0), height: size * 0.2, stretch: 0.8,
            Colour(grey: light ? 0.1 : 0.95),
            anchor: 0.5)
    }
}

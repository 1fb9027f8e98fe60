/// Dust on the glass: a film of it, specks, fibres, and the marks of a finger that wiped.
struct DustLayer: FaceLayer {
    static let amount = Parameter.number("glass.dust", 0...1, "Dust: 0 clean, 1 the digits vanish under it")
    static let parameters = [amount]

    /// Specks of one colour, drawn as one.
    private struct Specks: Sendable {
        let colour: Colour
        let alpha: Double
        var outlines: [[Point]] = []
    }

    private let pane: Pane
    private let amount: Double
    private let film: Colour
    private let origin: Point
    private let specks: [Specks]
    private let fibres: [[Point]]
    private let wipes: [[Point]]

    var hides: Truth.Cause? { .dirt }

    init?(_ meter: Meter, _ dice: inout Dice) {
        let amount = dice.number(DustLayer.amount)
        var random = dice.details()
        guard amount > 0.02 else { return nil }
        self.amount = amount
        let pane = Pane(of: meter)
        self.pane = pane
        film = Colour(0.66, 0.6, 0.5).mixed(with: Colour(grey: 0.72), random.unit())
        origin = Point(random.within(-400...0), random.within(-400...0))
        let reach = meter.plate.grown(by: 60).intersection(meter.window.grown(x: 450, y: 350))
        let brown = Colour(0.32, 0.24, 0.16)
        let white = Colour(0.9, 0.88, 0.82)
        var specks = [white, brown].flatMap { colour in [0.35, 0.55, 0.75].map { Specks(colour: colour, alpha: $0) } }
        for _ in 0..<Int(10 + 190 * amount) {
            let place = random.chance(0.35) ? meter.window.grown(by: 25).point(&random) : reach.point(&random)
            let size = random.unit()
            let kind = (random.chance(0.55) ? 0 : 3) + random.whole(0...2)
            specks[kind].outlines.append(DustLayer.speck(at: place, radius: 0.8 + 4.2 * size * size * size))
        }
        self.specks = specks
        fibres = (0..<Int(amount * 7 + random.unit())).map { _ in
            var at = reach.point(&random)
            return (0..<5).map { _ in
                at = Point(at.x + random.normal(14), at.y + random.normal(14))
                return at
            }
        }
        wipes = (0..<Int(amount * 3 + random.unit() * 1.3)).map { _ in
            let start = meter.window.grown(x: 40, y: 20).point(&random)
            let angle = random.normal(0.35)
            return (0..<5).map { start.moved(Double($0) * 70, towards: angle + Double($0) * 0.09) }
        }
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        if amount > 0.15 {
            canvas.rounded(pane.box, radius: pane.radius, film, alpha: amount * amount * 0.55)
            canvas.grain(pens.grain(.grit), over: pane.box, scale: 1.3, at: origin, film, alpha: amount * 0.5)
            if amount > 0.4 {
                canvas.grain(
                    pens.grain(.clouds), over: pane.box, scale: 2.2, at: origin, film,
                    alpha: min(1, amount * amount * 1.1))
            }
        }
        for wipe in wipes {
            // A wet finger leaves a bright smear with streaks.
            for streak in 0..<4 {
                let shifted = wipe.map { Point($0.x, $0.y + Double(streak) * 9) }
                canvas.curve(shifted, Colour(grey: 0.82), alpha: 0.05 + amount * 0.12, stroke: 10)
            }
        }
        for kind in specks { canvas.fill(kind.outlines, kind.colour, alpha: kind.alpha) }
        for fibre in fibres { canvas.curve(fibre, Colour(grey: 0.85), alpha: 0.5, stroke: 1.3) }
    }

    /// Eight corners are round enough for what is a pixel or two across.
    private static func speck(at place: Point, radius: Double) -> [Point] {
        let short = radius * 0.414
        let (x, y) = (place.x, place.y)
        return [
            Point(x - short, y - radius), Point(x + short, y - radius), Point(x + radius, y - short),
            Point(x + radius, y + short), Point(x + short, y + radius), Point(x - short, y + radius),
            Point(x - radius, y + short), Point(x - radius, y - short),
        ]
    }
}

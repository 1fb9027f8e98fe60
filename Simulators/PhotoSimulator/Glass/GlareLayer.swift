/// What the glass mirrors: lamps, a window, the flash, the sky; and the bright lines of its own edges.
struct GlareLayer: FaceLayer {
    enum Kind: String, CaseIterable, Sendable { case none, lamp, window, flash, streaks, sky }

    static let kindParameter = Parameter.choice("glare.kind", Kind.self, "What the glass mirrors")
    static let strengthParameter = Parameter.number("glare.strength", 0...1, "Opacity of the reflection")
    static let aimParameter = Parameter.choice("glare.aim", Aim.self, "Where the reflection lies against the window")
    static let edgesParameter = Parameter.flag("glare.edges", "Whether the plastic's edges shine")
    static let parameters = [kindParameter, strengthParameter, aimParameter, edgesParameter]

    private let kind: Kind
    private let strength: Double
    private let place: Point
    private let size: Double
    private let angle: Double
    private let colour: Colour
    private let pane: Pane
    private let spots: [(offset: Point, radius: Double, stretch: Double)]
    private let edges: [(box: Box, alpha: Double)]

    var hides: Truth.Cause? { .glare }

    init?(_ meter: Meter, _ dice: inout Dice) {
        let kind: Kind = dice.choice(GlareLayer.kindParameter)
        let strength = dice.number(GlareLayer.strengthParameter)
        let aim: Aim = dice.choice(GlareLayer.aimParameter)
        let hasEdges = dice.flag(GlareLayer.edgesParameter)
        var random = dice.details()
        guard kind != .none || hasEdges else { return nil }
        self.kind = kind
        self.strength = strength
        pane = Pane(of: meter)
        size =
            switch kind {
            case .none, .lamp: random.within(35...150)
            case .flash: random.within(60...220)
            case .window: random.within(90...320)
            case .streaks: random.within(20...120)
            case .sky: random.within(150...700)
            }
        place = aim.place(on: meter, reach: kind == .sky || kind == .window ? size * 0.6 : size * 0.75, &random)
        angle = kind == .streaks ? random.within(-1.1...1.1) + Turn.quarter : random.normal(kind == .sky ? 0.9 : 0.18)
        colour = random.one(by: [(0.65, Colour(grey: 1)), (0.2, Colour(0.86, 0.94, 1)), (0.15, Colour(1, 0.92, 0.74))])
        spots = (0..<random.whole(1...3)).map { spot in
            let away = Double(spot) * random.within(0.6...2.2) * 90
            return (Point(away, random.normal(20)), random.within(0.5...1), random.within(0.3...1))
        }
        var edges: [(box: Box, alpha: Double)] = []
        if hasEdges {
            // Short bright lines along the recess and the rim, where plastic bends.
            for _ in 0..<random.whole(1...5) {
                let lower = random.chance(0.6)
                let y = lower ? 100 + random.within(3...24) : -random.within(3...24)
                let left = random.within(-20...meter.window.width * 0.8)
                let box = Box(x: left, y: y, width: random.within(30...260), height: random.within(2...7))
                edges.append((box, random.within(0.3...0.95)))
            }
            let x = random.chance(0.5) ? -random.within(4...20) : meter.window.width + random.within(4...20)
            edges.append(
                (
                    Box(x: x, y: random.within(-20...40), width: random.within(2...5), height: random.within(30...90)),
                    0.6
                ))
        }
        self.edges = edges
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        for edge in edges {
            canvas.shaded(
                edge.box,
                [(0, colour, 0), (0.25, colour, edge.alpha), (0.7, colour, edge.alpha * 0.8), (1, colour, 0)],
                horizontal: edge.box.width > edge.box.height, radius: 2)
        }
        guard kind != .none else { return }
        canvas.scoped {
            canvas.clip(rounded: pane.box.grown(by: 4), radius: pane.radius)
            canvas.placed(at: place, turned: angle) { reflection(on: canvas) }
        }
    }

    private func reflection(on canvas: Canvas) {
        switch kind {
        case .none: break
        case .lamp:
            for spot in spots {
                canvas.glow(
                    spot.offset, radius: size * spot.radius, stretch: spot.stretch, core: 0.35, colour, alpha: strength)
            }
        case .flash:
            canvas.glow(Point(0, 0), radius: size * 1.9, stretch: 0.8, core: 0.2, colour, alpha: strength * 0.45)
            canvas.glow(
                Point(0, 0), radius: size * 0.75, stretch: 0.9, core: 0.7, colour, alpha: min(1, strength * 1.3))
            canvas.glow(Point(0, 0), radius: size * 2.6, stretch: 0.05, core: 0.3, colour, alpha: strength * 0.7)
        case .window: panes(on: canvas)
        case .streaks:
            for (number, spot) in spots.enumerated() {
                let y = Double(number) * size * (1.1 + spot.stretch)
                let half = size * spot.radius / 2
                band(Box(-1200, y - half, 1200, y + half), strength * (number == 0 ? 0.9 : 0.35), on: canvas)
            }
        case .sky:
            // A veil with one edge, where the sky ends at a roof or the photographer's head.
            let edge = size * 0.12
            canvas.shaded(
                Box(-2500, -size, 2500, size),
                [
                    (0, colour, 0), (0.3, colour, strength * 0.5), (0.5, colour, strength),
                    (0.5 + edge / size / 2, colour, strength * 0.9), (0.5 + edge / size, colour, 0), (1, colour, 0),
                ])
        }
    }

    /// A band of light with soft edges.
    private func band(_ box: Box, _ alpha: Double, on canvas: Canvas) {
        canvas.shaded(
            box,
            [
                (0, colour, 0), (0.25, colour, alpha * 0.3), (0.45, colour, alpha), (0.6, colour, alpha * 0.85),
                (0.8, colour, alpha * 0.25), (1, colour, 0),
            ])
    }

    /// A window's two or four panes, drawn in perspective.
    private func panes(on canvas: Canvas) {
        let shape = Homography(unitSquareTo: [
            Point(-size * 0.5, -size * 0.42), Point(size * 0.5, -size * 0.36), Point(size * 0.46, size * 0.4),
            Point(-size * 0.52, size * 0.36),
        ])
        let columns = spots.count + 1
        for column in 0..<columns {
            for row in 0..<2 {
                let (u, v) = (Double(column) / Double(columns), Double(row) / 2)
                let (w, h) = (1 / Double(columns) - 0.05, 0.45)
                let corners = [Point(u, v), Point(u + w, v), Point(u + w, v + h), Point(u, v + h)].map { shape($0) }
                canvas.shaded(
                    corners, from: corners[0], to: corners[2],
                    [(0, colour, strength), (1, colour, strength * (row == 0 ? 0.75 : 0.45))])
                canvas.polygon(corners + [corners[0]], colour, alpha: strength * 0.25, stroke: 5)
            }
        }
    }
}

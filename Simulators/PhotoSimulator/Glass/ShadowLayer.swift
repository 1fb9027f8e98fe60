/// Hard-edged shadows: of the photographer, of a door, of leaves, of bars; or shade with one patch of sun.
struct ShadowLayer: FaceLayer {
    enum Kind: String, CaseIterable, Sendable { case none, person, door, leaves, bars, sunlit }

    static let kindParameter = Parameter.choice("shadow.kind", Kind.self, "What throws a shadow on the face")
    static let depthParameter = Parameter.number("shadow.depth", 0...0.75, "Its opacity")
    static let softnessParameter = Parameter.number(
        "shadow.softness", 0...60, "Its edge, in hundredths of the window's height")
    static let parameters = [kindParameter, depthParameter, softnessParameter]

    private let kind: Kind
    private let depth: Double
    private let softness: Double
    private let outlines: [[Point]]
    private let tint: Colour

    var shades: Bool { true }

    init?(_ meter: Meter, _ dice: inout Dice) {
        let kind: Kind = dice.choice(ShadowLayer.kindParameter)
        depth = dice.number(ShadowLayer.depthParameter)
        softness = dice.number(ShadowLayer.softnessParameter)
        var random = dice.details()
        guard kind != .none else { return nil }
        self.kind = kind
        // Shade outdoors is lit by the sky.
        tint = Colour(0, 0.01, random.within(0.01...0.07))
        let through = Point(meter.window.width * random.within(-0.1...1.1), random.within(-80...180))
        outlines = ShadowLayer.outlines(of: kind, through, meter, &random)
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        // The half-shadow as a few steps; the camera blurs them into one.
        let steps = softness > 4 ? 4 : 1
        let alpha = 1 - root(1 - depth, steps)
        for step in 0..<steps {
            let shift = steps == 1 ? 0 : softness * (Double(step) / Double(steps - 1) - 0.5)
            let moved = outlines.map { $0.map { Point($0.x + shift * 0.8, $0.y + shift * 0.6) } }
            if kind == .sunlit {
                canvas.outside(of: moved, smooth: false, tint, alpha: alpha)
            } else {
                canvas.union(of: moved, smooth: kind == .person || kind == .leaves, tint, alpha: alpha)
            }
        }
    }

    /// The fourth or first root, for the opacity that makes up the whole in so many steps.
    private func root(_ value: Double, _ steps: Int) -> Double { steps == 4 ? value.squareRoot().squareRoot() : value }

    private static func outlines(
        of kind: Kind, _ through: Point, _ meter: Meter, _ random: inout SeededRandom
    ) -> [[Point]] {
        switch kind {
        case .none: return []
        case .person:
            // A head or a hand with the phone, and what it belongs to, from below or a side.
            let radius = random.within(150...700)
            let head = through.blob(radius: radius, roughness: 0.16, corners: 10, &random)
            let angle = random.within(0.3...2.8)
            let far = through.moved(radius * 1.2 + 1500, towards: angle)
            let arm = [
                through.moved(radius * 0.7, towards: angle - 1.3), through.moved(radius * 0.7, towards: angle + 1.3),
                far.moved(900, towards: angle + 1.57), far.moved(900, towards: angle - 1.57),
            ]
            return [head, arm.reversed()]
        case .door: return [half(through, random.within(0...Turn.full), 6000)]
        case .leaves:
            return (0..<22).map { _ in
                let centre = Point(through.x + random.normal(420), through.y + random.normal(300))
                return centre.blob(radius: random.within(25...150), roughness: 0.5, corners: 8, &random)
            }
        case .bars:
            let angle = random.normal(0.5) + (random.chance(0.5) ? Turn.quarter : 0)
            let width = random.within(20...120)
            return (-6..<7).map { bar in
                let middle = through.moved(Double(bar) * width * 3.2, towards: angle + Turn.quarter)
                return strip(middle, angle, width)
            }
        case .sunlit:
            // What the sun reaches between two walls: a broad strip, or a wedge.
            let angle = random.within(0...Turn.half)
            let width = random.within(120...900)
            var patch = strip(through, angle, width)
            patch[2] = patch[2].moved(random.within(-400...900), towards: angle + Turn.quarter)
            if random.chance(0.35) {
                return [patch.map { through.mixed(with: $0, min(1, 500 / max(1, through.distance(to: $0)))) }]
            }
            return [patch]
        }
    }

    /// All on one side of a line.
    private static func half(_ point: Point, _ angle: Double, _ reach: Double) -> [Point] {
        let (a, b) = (point.moved(reach, towards: angle), point.moved(-reach, towards: angle))
        return [a, b, b.moved(reach, towards: angle + Turn.quarter), a.moved(reach, towards: angle + Turn.quarter)]
    }

    private static func strip(_ middle: Point, _ angle: Double, _ width: Double) -> [Point] {
        let upper = middle.moved(-width / 2, towards: angle + Turn.quarter)
        let lower = middle.moved(width / 2, towards: angle + Turn.quarter)
        return [
            upper.moved(-5000, towards: angle), upper.moved(5000, towards: angle), lower.moved(5000, towards: angle),
            lower.moved(-5000, towards: angle),
        ]
    }
}

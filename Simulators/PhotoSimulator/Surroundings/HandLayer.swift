/// Fingers that point at the meter or hold it, or a thumb that got before the lens.
struct HandLayer: FaceLayer {
    enum Kind: String, CaseIterable { case none, finger, fingers, thumb }

    static let kindParameter = Parameter.choice(
        "before.hand", Kind.self, "The hand before the meter; a thumb is on the lens")
    static let sizeParameter = Parameter.number(
        "before.finger", 60...400, "Width of a finger, in hundredths of the window's height")
    static let parameters = [kindParameter, sizeParameter]

    private let kind: Kind
    private let tip: Point
    /// Direction from the tip to the hand.
    private let angle: Double
    private let width: Double
    private let skin: Colour
    private let lengths: [Double]
    private let hasNail: Bool

    var hides: Truth.Cause? { .hand }

    init?(_ meter: Meter, _ dice: inout Dice) {
        let kind: Kind = dice.choice(HandLayer.kindParameter)
        let size = dice.number(HandLayer.sizeParameter)
        let aim: Aim = dice.choice(Aim.parameter)
        var random = dice.details()
        guard kind != .none else { return nil }
        self.kind = kind
        width = kind == .thumb ? size * random.within(2...3.5) : size
        // Hands come from below or from a side.
        let place = aim.place(on: meter, reach: aim == .beside ? width * 0.7 : width * 0.5, &random)
        let above = place.y < 0
        switch aim {
        case .wheels:
            tip = place
            angle = Turn.quarter + random.normal(0.5)
        case .edge, .beside:
            let sideways = place.x < 0 || place.x > meter.window.width
            tip = place
            angle =
                sideways
                ? (place.x < 0 ? Turn.half : 0) + random.normal(0.3)
                : (above ? -Turn.quarter : Turn.quarter) + random.normal(0.35)
        }
        skin = Colour(0.42, 0.27, 0.19).mixed(with: Colour(0.93, 0.74, 0.63), random.unit()).varied(by: 0.03, &random)
        lengths = (0..<(kind == .fingers ? 3 : 1)).map { _ in random.within(-50...70) }
        hasNail = random.chance(0.65)
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        canvas.placed(at: tip, turned: angle) {
            if kind == .thumb { return thumb(on: canvas) }
            palm(on: canvas)
            for (place, length) in lengths.enumerated().reversed() {
                canvas.placed(at: Point(length, Double(place) * width * 0.98), turned: Double(place) * 0.06) {
                    finger(on: canvas)
                }
            }
        }
    }

    /// Out of focus and near: a soft dome of skin.
    private func thumb(on canvas: Canvas) {
        let half = width / 2
        let dark = skin.mixed(with: Colour(0.25, 0.05, 0.03), 0.35)
        for ring in 0..<16 {
            let grow = half * 0.028 * Double(15 - ring)
            let shape = outline(half: half + grow, from: -grow, to: width * 7)
            canvas.curve(shape, dark.mixed(with: skin, Double(ring) / 15), alpha: 0.2, closed: true)
        }
    }

    /// The back of the hand, with the fingers that do not point, folded.
    private func palm(on canvas: Canvas) {
        let dark = Colour(0.15, 0.04, 0.02)
        let count = Double(lengths.count)
        let back = [
            Point(width * 3.4, -width * 0.75), Point(width * 4.6, -width * 1.1), Point(width * 8, -width * 1.3),
            Point(width * 20, -width * 1), Point(width * 20, width * 3.6), Point(width * 8, width * 3.9),
            Point(width * 4.6, width * 3.4), Point(width * 3.5, width * 2.4), Point(width * 3.1, width * (count - 0.4)),
        ]
        canvas.curve(back.map { Point($0.x + 20, $0.y + width * 0.2) }, Colour(grey: 0), alpha: 0.25, closed: true)
        canvas.curve(back, skin.mixed(with: dark, 0.2), closed: true)
        canvas.glow(
            Point(width * 6, width * 0.6), radius: width * 2.6, skin.mixed(with: Colour(1, 0.93, 0.88), 0.15),
            alpha: 0.9)
        for place in lengths.count..<4 {
            let knuckle = Point(width * 3.3, width * Double(place) * 0.92)
            canvas.circle(Point(knuckle.x - 6, knuckle.y + 8), width * 0.56, dark, alpha: 0.4)
            canvas.circle(knuckle, width * 0.54, skin.mixed(with: dark, 0.25))
            canvas.glow(Point(knuckle.x, knuckle.y - width * 0.1), radius: width * 0.5, skin, alpha: 0.9)
        }
    }

    /// Along the x axis, its tip at the origin.
    private func finger(on canvas: Canvas) {
        let half = width / 2
        let black = Colour(0.15, 0.04, 0.02)
        let shape = outline(half: half, from: 0, to: width * 7)
        canvas.curve(shape.map { Point($0.x + 14, $0.y + half * 0.35) }, Colour(grey: 0), alpha: 0.25, closed: true)
        // A soft edge: the finger is nearer than what the lens is focused on.
        canvas.curve(outline(half: half * 1.05, from: -half * 0.05, to: width * 7), skin, alpha: 0.4, closed: true)
        canvas.scoped {
            canvas.clip(smooth: shape)
            let box = Box(-half, -half * 1.2, width * 7, half * 1.2)
            canvas.shaded(
                box,
                [
                    (0.08, skin.mixed(with: black, 0.4), 1), (0.35, skin, 1),
                    (0.48, skin.mixed(with: Colour(1, 0.93, 0.88), 0.12), 1), (0.68, skin, 1),
                    (0.95, skin.mixed(with: black, 0.45), 1),
                ])
            canvas.glow(Point(0, 0), radius: half * 1.2, skin.mixed(with: Colour(0.85, 0.35, 0.3), 0.5), alpha: 0.5)
            for joint in [2.3, 2.45, 2.6, 5.2, 5.4] {
                let x = half * joint
                canvas.curve(
                    [Point(x, -half * 0.7), Point(x + half * 0.08, 0), Point(x - half * 0.03, half * 0.7)], black,
                    alpha: 0.3,
                    stroke: max(2, half * 0.035))
            }
            if hasNail {
                let nail = Box(half * 0.12, -half * 0.52, half * 1.25, half * 0.5)
                canvas.rounded(nail, radius: half * 0.45, skin.mixed(with: black, 0.35))
                canvas.rounded(
                    nail.grown(by: -half * 0.05), radius: half * 0.42, skin.mixed(with: Colour(1, 0.85, 0.82), 0.5))
                canvas.rounded(
                    Box(nail.left, nail.top + 4, nail.left + half * 0.2, nail.bottom - 4), radius: half * 0.1,
                    Colour(0.95, 0.92, 0.86))
                canvas.glow(Point(half * 0.6, -half * 0.15), radius: half * 0.3, Colour(grey: 1), alpha: 0.5)
            }
        }
    }

    private func outline(half: Double, from: Double, to: Double) -> [Point] {
        [
            Point(from, 0), Point(from + half * 0.22, -half * 0.62), Point(from + half * 0.85, -half * 0.93),
            Point(from + half * 2.4, -half), Point(from + half * 5, -half * 1.04), Point(to, -half * 1.3),
            Point(to, half * 1.3), Point(from + half * 5, half * 1.04), Point(from + half * 2.4, half),
            Point(from + half * 0.85, half * 0.93), Point(from + half * 0.22, half * 0.62),
        ]
    }
}

/// Water on the inside of the glass: fog in patches, drops, and the clear runs that drops leave.
struct CondensationLayer: FaceLayer {
    static let amount = Parameter.number("glass.condensation", 0...1, "Fog and drops: 0 none, 1 blind")
    static let parameters = [amount]

    private struct Drop: Sendable {
        let place: Point
        let radius: Double
        let run: Double
    }

    private let pane: Pane
    private let amount: Double
    private let fog: Colour
    private let origin: Point
    private let patches: [(centre: Point, radius: Double, alpha: Double)]
    private let drops: [Drop]

    var hides: Truth.Cause? { .condensation }

    init?(_ meter: Meter, _ dice: inout Dice) {
        let amount = dice.number(CondensationLayer.amount)
        var random = dice.details()
        guard amount > 0.02 else { return nil }
        self.amount = amount
        let pane = Pane(of: meter)
        self.pane = pane
        fog = Colour(grey: random.within(0.7...0.9)).varied(by: 0.03, &random)
        origin = Point(random.within(-500...0), random.within(-500...0))
        let reach = pane.box.intersection(meter.window.grown(x: 260, y: 220))
        patches = (0..<Int(1 + amount * 4)).map { _ in
            (reach.point(&random), random.within(90...360), min(0.95, random.within(0.25...0.8) * (0.3 + amount)))
        }
        let isDropped = random.chance(0.65)
        drops = (0..<(isDropped ? Int(15 + amount * 110) : 0)).map { _ in
            let size = random.unit()
            return Drop(
                place: reach.point(&random), radius: 1.5 + 8.5 * size * size,
                run: size > 0.75 && random.chance(0.35) ? random.within(20...140) : 0)
        }
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        canvas.scoped {
            canvas.clip(rounded: pane.box, radius: pane.radius)
            canvas.fill(pane.box, fog, alpha: amount * amount * 0.6)
            for patch in patches {
                canvas.glow(patch.centre, radius: patch.radius, stretch: 0.7, core: 0.55, fog, alpha: patch.alpha)
            }
            if amount > 0.25 {
                canvas.grain(pens.grain(.clouds), over: pane.box, scale: 2.6, at: origin, fog, alpha: amount * 0.6)
            }
            for drop in drops { draw(drop, on: canvas) }
        }
    }

    private func draw(_ drop: Drop, on canvas: Canvas) {
        let dark = Colour(grey: 0.12)
        let light = Colour(grey: 0.97)
        let (place, radius) = (drop.place, drop.radius)
        guard canvas.sees(Box(around: [place]).grown(by: radius + drop.run)) else { return }
        if drop.run > 0 {
            canvas.fill(
                Box(place.x - radius * 0.5, place.y - drop.run, place.x + radius * 0.5, place.y), dark, alpha: 0.18)
        }
        canvas.circle(place, radius, dark, alpha: 0.22)
        guard radius > 2.5 else { return }
        canvas.arc(place, radius * 0.85, from: 3.4, to: 6, dark, stroke: radius * 0.25, alpha: 0.35)
        canvas.arc(place, radius * 0.8, from: 0.4, to: 2.6, light, stroke: radius * 0.3, alpha: 0.6)
        canvas.circle(Point(place.x - radius * 0.3, place.y - radius * 0.35), radius * 0.18, light, alpha: 0.9)
    }
}

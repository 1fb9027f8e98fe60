/// Inlet and outlet: two pipes that come down to the housing's top with their unions, one with a valve.
struct PipesBehindLayer: FaceLayer {
    static let present = Parameter.flag("scene.pipes", "Whether the pipes above the meter are drawn")
    static let valve = Parameter.flag("scene.valve", "Whether a valve with a lever sits on the inlet")
    static let parameters = [present, valve]
    static let nearWindow = false

    private let places: [Double]
    private let top: Double
    private let radius: Double
    private let colour: Colour
    private let nut: Colour
    private let shine: Double
    private let lever: (side: Int, height: Double, angle: Double, colour: Colour)?
    /// A bend in place of a long straight pipe, at this height.
    private let bend: Double?

    init?(_ meter: Meter, _ dice: inout Dice) {
        let isPresent = dice.flag(PipesBehindLayer.present)
        let hasValve = dice.flag(PipesBehindLayer.valve)
        var random = dice.details()
        guard isPresent else { return nil }
        // The housing draws its own connections, some way up; pipe bodies have theirs at their sides.
        let ends = meter.connections.filter { $0.y == meter.body.top }
        guard ends.count == 2 else { return nil }
        top = meter.body.top - 230
        radius = random.within(48...80)
        places = ends.map(\.x)
        colour = random.one(by: [
            (0.4, Colour(0.88, 0.7, 0.12)), (0.35, Colour(grey: random.within(0.45...0.7))), (0.15, Colour(grey: 0.85)),
            (0.1, Colour(0.66, 0.4, 0.24)),
        ]).varied(by: 0.06, &random)
        nut = random.chance(0.6) ? Colour(grey: random.within(0.45...0.7)) : Colour(0.72, 0.58, 0.3)
        shine = random.within(0.15...0.6)
        let angle = random.chance(0.6) ? random.normal(0.1) : Turn.quarter + random.normal(0.1)
        let lever = (
            side: random.whole(0...1), height: random.within(330...600), angle: angle,
            colour: random.one(of: [Colour(0.92, 0.72, 0.08), Colour(0.75, 0.1, 0.1), Colour(0.1, 0.25, 0.6)])
        )
        self.lever = hasValve ? lever : nil
        bend = random.chance(0.25) ? random.within(500...900) : nil
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        let black = Colour(grey: 0)
        for (side, x) in places.enumerated() {
            let upper = bend.map { top - $0 } ?? -9000
            // The pipe's shadow on the wall.
            canvas.fill(Box(x + radius * 0.4, upper, x + radius * 1.7, top), black, alpha: 0.3)
            canvas.rod(Box(x - radius, upper, x + radius, top + 20), colour, shine: shine, upright: true)
            if bend != nil {
                let outwards =
                    side == 0
                    ? Box(-9000, upper - radius, x + radius * 0.6, upper + radius)
                    : Box(x - radius * 0.6, upper - radius, 9000, upper + radius)
                canvas.rod(outwards, colour, shine: shine)
                canvas.rounded(
                    Box(x - radius * 1.15, upper - radius * 1.15, x + radius * 1.15, upper + radius * 1.3),
                    radius: radius * 0.7,
                    colour.mixed(with: black, 0.15))
            }
            union(at: x, on: canvas)
        }
        if let lever { valve(at: Point(places[lever.side], top - lever.height), lever.angle, lever.colour, on: canvas) }
    }

    /// A union nut with its facets, on a flange.
    private func union(at x: Double, on canvas: Canvas) {
        let black = Colour(grey: 0)
        let wide = radius * 1.5
        let box = Box(x - wide, top - 210, x + wide, top - 60)
        canvas.rod(Box(x - radius * 1.2, top - 70, x + radius * 1.2, top + 10), nut, shine: 0.3, upright: true)
        for (facet, shade) in [0.45, 0.02, 0.35].enumerated() {
            let left = box.left + box.width * [0, 0.24, 0.74][facet]
            let right = box.left + box.width * [0.24, 0.74, 1][facet]
            canvas.fill(Box(left, box.top, right, box.bottom), nut.mixed(with: black, shade))
        }
        canvas.fill(Box(box.left, box.top, box.right, box.top + 14), Colour(grey: 1), alpha: 0.25)
        canvas.fill(Box(box.left, box.bottom - 16, box.right, box.bottom), black, alpha: 0.4)
    }

    private func valve(at place: Point, _ angle: Double, _ colour: Colour, on canvas: Canvas) {
        let black = Colour(grey: 0)
        canvas.rod(
            Box(place.x - radius * 1.35, place.y - 130, place.x + radius * 1.35, place.y + 130), nut, shine: 0.4,
            upright: true)
        canvas.circle(place, radius * 0.9, nut.mixed(with: black, 0.25))
        canvas.placed(at: place, turned: angle) {
            canvas.rounded(Box(-50, -34, 430, 46), radius: 36, black, alpha: 0.3)
            canvas.rounded(Box(-60, -44, 420, 36), radius: 36, colour)
            canvas.rounded(Box(-40, -34, 400, -16), radius: 9, Colour(grey: 1), alpha: 0.3)
        }
        canvas.circle(place, 34, Colour(grey: 0.35))
    }
}

/// Soil with leaves and blades of grass: what is behind a meter that stands in a garden.
struct FoliageDrawing: Sendable {
    let seed: UInt64
    let ground: Colour
    let soil: Colour

    func draw(on canvas: Canvas, around hole: Box) {
        canvas.fill(canvas.view, ground)
        var random = SeededRandom(seed: seed)
        let reach = Box(-1700, -1300, 2500, 1700)
        for _ in 0..<40 {
            let blob = reach.point(&random).blob(radius: random.within(50...260), roughness: 0.5, &random)
            let tone = random.chance(0.5) ? soil : Colour(grey: 0.03)
            canvas.curve(blob, tone.varied(by: 0.1, &random), alpha: random.within(0.3...0.8), closed: true)
        }
        for _ in 0..<260 {
            let place = reach.point(&random)
            let angle = random.within(0...Turn.full)
            let length = random.within(60...230)
            let green = random.chance(0.6)
            let colour =
                green
                ? Colour(random.within(0.14...0.38), random.within(0.24...0.46), random.within(0.08...0.22))
                : Colour(random.within(0.3...0.52), random.within(0.24...0.36), random.within(0.12...0.22))
            let blade = random.chance(0.3)
            guard !hole.grown(by: -20).contains(place) else { continue }
            FoliageDrawing.leaf(at: place, angle, length: length, width: blade ? 14 : length * 0.4, colour, on: canvas)
        }
    }

    /// A leaf with its midrib.
    static func leaf(
        at place: Point, _ angle: Double, length: Double, width: Double, _ colour: Colour, on canvas: Canvas
    ) {
        canvas.placed(at: place, turned: angle) {
            canvas.curve(
                [
                    Point(0, 0), Point(length * 0.3, -width * 0.45), Point(length * 0.65, -width * 0.38),
                    Point(length, 0),
                    Point(length * 0.65, width * 0.38), Point(length * 0.3, width * 0.45),
                ], colour, closed: true)
            canvas.polygon(
                [Point(0, 0), Point(length * 0.95, 0)], colour.mixed(with: Colour(0.9, 0.9, 0.6), 0.18),
                stroke: max(2, width * 0.05))
        }
    }
}

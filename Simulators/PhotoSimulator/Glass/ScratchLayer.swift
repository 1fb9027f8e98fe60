/// Scratches and scuffs in the plastic before the wheels.
struct ScratchLayer: FaceLayer {
    static let amount = Parameter.number(
        "glass.scratches", 0...1, "Scratches: 0 none, 1 a cover that has lost its clearness")
    static let parameters = [amount]

    private struct Scratch: Sendable {
        let points: [Point]
        let width: Double
        let alpha: Double
    }

    private let scratches: [Scratch]
    private let scuffs: [(centre: Point, angle: Double, size: Double, alpha: Double)]
    private let colour: Colour

    var hides: Truth.Cause? { .scratches }

    init?(_ meter: Meter, _ dice: inout Dice) {
        let amount = dice.number(ScratchLayer.amount)
        var random = dice.details()
        guard amount > 0.02 else { return nil }
        let pane = Pane(of: meter)
        let reach = pane.box.intersection(meter.window.grown(x: 300, y: 220))
        colour = Colour(grey: random.within(0.72...1))
        var scratches: [Scratch] = []
        // Long single ones, anywhere.
        for _ in 0..<Int(4 + amount * 40) {
            let start = reach.point(&random)
            let angle = random.normal(0.9)
            let length = random.within(20...240)
            let bend = random.normal(0.12)
            let points = (0..<4).map { start.moved(length * Double($0) / 3, towards: angle + bend * Double($0)) }
            scratches.append(
                Scratch(
                    points: points, width: random.within(0.6...2.4), alpha: random.within(0.1...0.5) * (0.4 + amount)))
        }
        // Bundles: something rubbed to and fro.
        for _ in 0..<Int(amount * 3 + random.unit()) {
            let centre = meter.window.grown(x: 40, y: 30).point(&random)
            let angle = random.within(-1.4...1.4)
            for _ in 0..<Int(6 + amount * 26) {
                let start = Point(centre.x + random.normal(36), centre.y + random.normal(22))
                let heading = angle + random.normal(0.3)
                let length = random.within(20...110)
                let points = (0..<4).map {
                    start.moved(length * (Double($0) / 3 - 0.5), towards: heading + Double($0) * 0.06)
                }
                scratches.append(
                    Scratch(
                        points: points, width: random.within(0.8...2 + 4 * amount),
                        alpha: min(0.95, random.within(0.2...0.8) * (0.35 + amount))))
            }
        }
        self.scratches = scratches
        scuffs = (0..<Int(amount * 4 + random.unit())).map { _ in
            (
                meter.window.grown(x: 60, y: 40).point(&random), random.normal(0.5), random.within(40...160),
                random.within(0.15...0.6) * amount
            )
        }
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        for scuff in scuffs {
            canvas.placed(at: scuff.centre, turned: scuff.angle) {
                canvas.scoped {
                    let box = Box(-scuff.size, -scuff.size * 0.4, scuff.size, scuff.size * 0.4)
                    canvas.clip(smooth: [
                        Point(box.left, 0), Point(0, box.top), Point(box.right, box.top * 0.4),
                        Point(box.right * 0.9, 6),
                        Point(0, box.bottom),
                    ])
                    canvas.grain(
                        pens.grain(.brushed), over: box, scale: 1.6, at: Point(-scuff.size, 0), colour,
                        alpha: scuff.alpha)
                }
            }
        }
        for scratch in scratches { canvas.curve(scratch.points, colour, alpha: scratch.alpha, stroke: scratch.width) }
    }
}

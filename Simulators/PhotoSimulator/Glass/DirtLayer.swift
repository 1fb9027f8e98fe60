/// What weather and animals leave: splashes of mud, crust along the edges, runs, cobwebs, leaves.
struct DirtLayer: FaceLayer {
    static let amount = Parameter.number("glass.dirt", 0...1, "Mud and crust: 0 none, 1 caked")
    static let cobweb = Parameter.flag("glass.cobweb", "Whether a spider has spun over the face")
    static let leaves = Parameter.flag("glass.leaves", "Whether leaves lie before the face")
    static let parameters = [amount, cobweb, leaves]

    private struct Blob: Sendable {
        let outline: [Point]
        let tone: Colour
        let alpha: Double
    }

    private let amount: Double
    private let mud: Colour
    private let blobs: [Blob]
    private let runs: [(from: Point, length: Double, width: Double, alpha: Double)]
    private let plate: Box
    private let web: [[Point]]
    private let leaves: [(place: Point, angle: Double, length: Double, colour: Colour)]
    private let origin: Point

    var hides: Truth.Cause? { .dirt }

    init?(_ meter: Meter, _ dice: inout Dice) {
        let amount = dice.number(DirtLayer.amount)
        let hasWeb = dice.flag(DirtLayer.cobweb)
        let hasLeaves = dice.flag(DirtLayer.leaves)
        let aim: Aim = dice.choice(Aim.parameter)
        var random = dice.details()
        guard amount > 0.02 || hasWeb || hasLeaves else { return nil }
        self.amount = amount
        plate = meter.plate
        origin = Point(random.within(-300...0), random.within(-300...0))
        mud = Colour(random.within(0.3...0.55), random.within(0.24...0.42), random.within(0.14...0.3))
        let reach = meter.plate.grown(by: 60)
        var blobs: [Blob] = []
        if amount > 0.02 {
            for _ in 0..<Int(6 + amount * 60) {
                let size = random.unit()
                let near = random.chance(amount * 0.5)
                let centre = near ? meter.window.grown(by: 20).point(&random) : reach.point(&random)
                let radius = 1.5 + (5 + 26 * amount) * size * size * size * size
                blobs += DirtLayer.crumbs(at: centre, radius: radius, &random)
            }
            if aim == .wheels, amount > 0.3 {
                let centre = Aim.wheels.place(on: meter, reach: 0, &random)
                blobs += DirtLayer.crumbs(at: centre, radius: random.within(45...140), &random)
            }
        }
        self.blobs = blobs
        runs = (0..<Int(amount * 9)).map { _ in
            let from = Point(
                random.within(meter.plate.left...meter.plate.right), meter.plate.top + random.within(0...120))
            return (from, random.within(60...420), random.within(3...16), random.within(0.1...0.45))
        }
        web = hasWeb ? DirtLayer.spun(at: reach.corners[random.whole(0...3)], towards: reach.centre, &random) : []
        leaves = (0..<(hasLeaves ? random.whole(1...4) : 0)).map { _ in
            let place =
                aim == .wheels
                ? Aim.wheels.place(on: meter, reach: 0, &random)
                : Point(random.within(reach.left...reach.right), reach.bottom - random.within(0...80))
            let colour = Colour(random.within(0.2...0.55), random.within(0.3...0.5), random.within(0.08...0.2))
            return (place, random.within(0...Turn.full), random.within(60...190), colour)
        }
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        if amount > 0.08 {
            // Crust in the corners between plate and rim.
            let depth = 10 + amount * 50
            let edges = [
                Box(plate.left, plate.bottom - depth, plate.right, plate.bottom),
                Box(plate.left, plate.top, plate.left + depth * 0.6, plate.bottom),
                Box(plate.right - depth * 0.6, plate.top, plate.right, plate.bottom),
            ]
            for edge in edges {
                canvas.grain(pens.grain(.patches), over: edge, scale: 1.4, at: origin, mud, alpha: 0.35 + amount * 0.6)
            }
        }
        for run in runs {
            canvas.shaded(
                Box(x: run.from.x, y: run.from.y, width: run.width, height: run.length),
                [(0, mud, run.alpha), (0.8, mud, run.alpha * 0.7), (1, mud, 0)])
        }
        for blob in blobs {
            canvas.curve(blob.outline, mud.mixed(with: blob.tone, 0.5), alpha: blob.alpha, closed: true)
        }
        for thread in web { canvas.polygon(thread, Colour(grey: 0.88), alpha: 0.38, stroke: 1.4) }
        for leaf in leaves {
            FoliageDrawing.leaf(
                at: Point(leaf.place.x + 5, leaf.place.y + 8), leaf.angle, length: leaf.length,
                width: leaf.length * 0.42,
                Colour(grey: 0.08), on: canvas)
            FoliageDrawing.leaf(
                at: leaf.place, leaf.angle, length: leaf.length, width: leaf.length * 0.42, leaf.colour, on: canvas)
        }
    }

    /// A lump: a splash with crumbs on it, some lighter, some darker.
    private static func crumbs(at centre: Point, radius: Double, _ random: inout SeededRandom) -> [Blob] {
        let ground = centre.blob(radius: radius, roughness: 0.5, corners: 10, &random)
        let grey = random.within(0.15...0.5)
        var lump = [Blob(outline: ground, tone: Colour(grey: grey), alpha: random.within(0.45...0.95))]
        for _ in 0..<(radius > 6 ? Int(min(26, radius * 0.5)) : 0) {
            let place = Point(centre.x + random.normal(radius * 0.45), centre.y + random.normal(radius * 0.4))
            let crumb = place.blob(radius: radius * random.within(0.06...0.3), roughness: 0.4, corners: 7, &random)
            lump.append(
                Blob(outline: crumb, tone: Colour(grey: random.within(0.05...0.8)), alpha: random.within(0.3...0.9)))
        }
        return lump
    }

    /// Spokes from a corner and the threads between them.
    private static func spun(at corner: Point, towards centre: Point, _ random: inout SeededRandom) -> [[Point]] {
        let reach = corner.distance(to: centre) * random.within(0.7...1.5)
        let ends: [Point] = (0..<7).map { spoke in
            let t = Double(spoke) / 6
            let sideways = Point(centre.x, corner.y).mixed(with: Point(corner.x, centre.y), t)
            let length = random.within(0.6...1.2) * reach / max(1, corner.distance(to: sideways))
            return Point(corner.x + (sideways.x - corner.x) * length, corner.y + (sideways.y - corner.y) * length)
        }
        var threads = ends.map { [corner, $0] }
        for ring in 2...8 {
            threads.append(ends.map { corner.mixed(with: $0, Double(ring) / 8 * random.within(0.93...1.04)) })
        }
        return threads
    }
}

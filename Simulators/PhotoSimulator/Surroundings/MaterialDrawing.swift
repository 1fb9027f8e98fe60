/// What a wall, a cupboard or the ground is made of, drawn round the meter.
struct MaterialDrawing: Sendable {
    enum Kind: Sendable { case plaster, brick, concrete, metal, wood, tiles, foliage }

    let kind: Kind
    let colour: Colour
    /// Mortar, pores, veins: the material's other colour.
    private let second: Colour
    private let scale: Double
    private let origin: Point
    private let seed: UInt64

    init(_ kind: Kind, _ random: inout SeededRandom) {
        self.kind = kind
        scale = random.within(0.75...1.3)
        origin = Point(random.within(-900...0), random.within(-900...0))
        seed = random.next()
        let grey = random.within(0.4...0.85)
        switch kind {
        case .plaster:
            colour = Colour(grey + 0.08, grey + random.within(0.02...0.07), grey - random.within(0...0.12))
            second = colour.mixed(with: Colour(0.25, 0.2, 0.15), 0.7)
        case .brick:
            colour = Colour(random.within(0.48...0.66), random.within(0.32...0.44), random.within(0.26...0.36))
            second = Colour(grey: random.within(0.5...0.75))
        case .concrete:
            colour = Colour(grey: grey * 0.85).varied(by: 0.04, &random)
            second = Colour(grey: random.within(0.1...0.3))
        case .metal:
            colour = random.one(of: [
                Colour(grey: grey), Colour(0.82, 0.8, 0.72), Colour(0.3, 0.42, 0.36), Colour(0.45, 0.3, 0.2),
            ]).varied(by: 0.05, &random)
            second = Colour(0.4, 0.22, 0.1)
        case .wood:
            let light = random.within(0...1)
            colour = Colour(0.42, 0.28, 0.16).mixed(with: Colour(0.82, 0.68, 0.48), light)
            second = Colour(0.22, 0.13, 0.06)
        case .tiles:
            colour = random.one(of: [Colour(grey: 0.88), Colour(0.85, 0.82, 0.72), Colour(0.6, 0.7, 0.78)])
                .varied(by: 0.05, &random)
            second = Colour(grey: random.within(0.35...0.7))
        case .foliage:
            colour = Colour(random.within(0.08...0.3), random.within(0.1...0.26), random.within(0.05...0.14))
            second = Colour(0.35, 0.28, 0.16)
        }
    }

    /// Draws all that is seen but for what lies inside of `hole`, which something hides.
    func draw(on canvas: Canvas, with pens: Pens, around hole: Box) {
        switch kind {
        case .plaster: speckle(.grit, 7, second, 0.4, on: canvas, pens, hole)
        case .brick, .tiles: courses(on: canvas, hole)
        case .concrete: speckle(.clouds, 9, second, 0.45, on: canvas, pens, hole)
        case .metal:
            canvas.fill(canvas.view, colour)
            // A broad reflection and a seam.
            for band in 0..<3 {
                let left = origin.x + Double(band) * 1300 * scale
                canvas.fill(Box(left, -9000, left + 240 * scale, 9000), Colour(grey: 1), alpha: 0.07)
                canvas.fill(Box(left + 700, -9000, left + 712, 9000), Colour(grey: 0), alpha: 0.5)
                canvas.fill(Box(left + 712, -9000, left + 718, 9000), Colour(grey: 1), alpha: 0.3)
            }
            rust(on: canvas, pens)
        case .wood:
            speckle(.brushed, 12, second, 0.5, on: canvas, pens, hole)
            let plank = 800 * scale
            for row in -4..<8 {
                let y = origin.y + Double(row) * plank
                canvas.fill(Box(-9000, y, 9000, y + 9), Colour(grey: 0), alpha: 0.6)
            }
        case .foliage: FoliageDrawing(seed: seed, ground: colour, soil: second).draw(on: canvas, around: hole)
        }
    }

    private func speckle(
        _ grain: Grain.Kind, _ cell: Double, _ ink: Colour, _ alpha: Double, on canvas: Canvas, _ pens: Pens,
        _ hole: Box
    ) {
        canvas.fill(canvas.view, colour)
        for part in canvas.view.parts(around: hole) {
            canvas.grain(pens.grain(grain), over: part, scale: cell * scale, at: origin, ink, alpha: alpha)
        }
        guard kind != .wood else { return }
        var random = SeededRandom(seed: seed)
        let reach = Box(-1800, -1500, 2600, 1700)
        for _ in 0..<3 {
            // A crack, and a place where the coat has come off.
            var at = reach.point(&random)
            var crack = [at]
            for _ in 0..<7 {
                at = Point(at.x + random.normal(70), at.y + random.within(20...110))
                crack.append(at)
            }
            if random.chance(0.6) { canvas.polygon(crack, Colour(grey: 0.1), alpha: 0.5, stroke: 5) }
            let bare = reach.point(&random).blob(radius: random.within(60...260), roughness: 0.45, &random)
            if random.chance(0.5) { canvas.curve(bare, second, alpha: 0.35, closed: true) }
        }
    }

    private func rust(on canvas: Canvas, _ pens: Pens) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<5 {
            let centre = Box(-1500, -1200, 2300, 1500).point(&random)
            let size = random.within(60...300)
            canvas.grain(
                pens.grain(.patches), over: Box(around: [centre]).grown(by: size), scale: 3, at: centre, second,
                alpha: 0.7)
        }
    }

    /// Bricks or tiles, each a little off in colour.
    private func courses(on canvas: Canvas, _ hole: Box) {
        canvas.fill(canvas.view, second)
        let tiles = kind == .tiles
        let width = (tiles ? 1050 : 1350) * scale
        let height = (tiles ? 1050 : 420) * scale
        let joint = tiles ? 24.0 : 75 * scale
        let rows = Int((canvas.view.top - origin.y) / height) - 1...Int((canvas.view.bottom - origin.y) / height) + 1
        let columns = Int((canvas.view.left - origin.x) / width) - 2...Int((canvas.view.right - origin.x) / width) + 1
        for row in rows {
            for column in columns {
                var random = SeededRandom(seed: seed, stream: UInt64(bitPattern: Int64(row * 4096 + column)))
                let shift = !tiles && row % 2 != 0 ? width / 2 : 0
                let box = Box(
                    x: origin.x + Double(column) * width + shift, y: origin.y + Double(row) * height,
                    width: width - joint, height: height - joint)
                guard canvas.sees(box) else { continue }
                canvas.rounded(box, radius: tiles ? 8 : 22, colour.varied(by: tiles ? 0.03 : 0.05, &random))
                canvas.fill(Box(box.left, box.bottom - 12, box.right, box.bottom), Colour(grey: 0), alpha: 0.25)
                canvas.fill(Box(box.left, box.top, box.right, box.top + 8), Colour(grey: 1), alpha: tiles ? 0.5 : 0.12)
                for _ in 0..<(tiles ? 0 : 14) {
                    let pore = box.point(&random)
                    canvas.circle(pore, random.within(4...22), Colour(grey: random.within(0...0.6)), alpha: 0.25)
                }
            }
        }
    }
}

/// What the meter hangs on and in: a cupboard, a box in the wall, a cellar, a wall, a garden.
struct BackdropLayer: FaceLayer {
    enum Place: String, CaseIterable {
        case cupboard
        case box = "outdoor-box"
        case cellar, wall, garden
    }

    static let place = Parameter.choice("scene.place", Place.self, "Where the meter hangs")
    static let gloom = Parameter.number(
        "scene.gloom", 0...0.9, "How dark it is behind the meter, as in boxes and under stairs")
    static let parameters = [place, gloom]
    static let nearWindow = false

    private let material: MaterialDrawing
    private let hole: Box
    /// The inside of the box or cupboard, and how far its front lies outside of it.
    private let room: (inside: Box, depth: Double, frame: Colour)?
    private let shelf: Double?
    private let gloom: Double

    init?(_ meter: Meter, _ dice: inout Dice) {
        let place: Place = dice.choice(BackdropLayer.place)
        gloom = dice.number(BackdropLayer.gloom)
        var random = dice.details()
        let kind: MaterialDrawing.Kind =
            switch place {
            case .cupboard: random.one(by: [(0.4, .wood), (0.35, .plaster), (0.25, .tiles)])
            case .box: random.one(by: [(0.5, .metal), (0.3, .concrete), (0.2, .plaster)])
            case .cellar: random.one(by: [(0.5, .concrete), (0.25, .brick), (0.25, .plaster)])
            case .wall: random.one(by: [(0.6, .plaster), (0.25, .brick), (0.15, .tiles)])
            case .garden: random.one(by: [(0.75, .foliage), (0.25, .plaster)])
            }
        material = MaterialDrawing(kind, &random)
        hole = meter.plate
        let body = meter.outline
        let inside = Box(
            body.left - random.within(30...500), body.top - random.within(120...800),
            body.right + random.within(30...500),
            body.bottom + random.within(40...600))
        let depth = random.within(120...450)
        let frame = random.one(of: [
            Colour(grey: 0.75), Colour(grey: 0.25), Colour(0.5, 0.36, 0.2), Colour(0.8, 0.78, 0.7),
        ])
        let hasRoom = place == .box || (place == .cupboard && random.chance(0.7))
        room = hasRoom ? (inside, depth, frame.varied(by: 0.08, &random)) : nil
        let level = body.bottom + random.within(60...500)
        shelf = place == .cupboard && random.chance(0.5) ? level : nil
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        material.draw(on: canvas, with: pens, around: hole)
        if let room { walls(of: room.inside, room.depth, room.frame, on: canvas) }
        if let shelf {
            let wood = Colour(0.72, 0.6, 0.42)
            canvas.fill(Box(-9000, shelf, 9000, shelf + 130), wood)
            canvas.fill(Box(-9000, shelf, 9000, shelf + 14), wood.mixed(with: Colour(grey: 1), 0.5))
            canvas.fill(Box(-9000, shelf + 130, 9000, 9000), Colour(grey: 0), alpha: 0.6)
        }
        if gloom > 0.02 { canvas.fill(canvas.view, Colour(grey: 0), alpha: gloom) }
    }

    /// The four side walls of a box that is looked into, and its front.
    private func walls(of inside: Box, _ depth: Double, _ frame: Colour, on canvas: Canvas) {
        let front = inside.grown(by: depth)
        let (a, b) = (inside.corners, front.corners)
        let black = Colour(grey: 0)
        for (side, shade) in [0.72, 0.3, 0.2, 0.5].enumerated() {
            let next = (side + 1) % 4
            let wall = [a[side], a[next], b[next], b[side]]
            canvas.polygon(wall, material.colour.mixed(with: black, shade))
            canvas.polygon([a[side], a[next]], black, alpha: 0.5, stroke: 10)
        }
        for part in Box(-9000, -9000, 9000, 9000).parts(around: front) { canvas.fill(part, frame) }
        canvas.polygon([b[0], b[1], b[2], b[3], b[0]], frame.mixed(with: Colour(grey: 1), 0.4), stroke: 16)
        let rim = front.grown(by: 34).corners
        canvas.polygon([rim[0], rim[1], rim[2], rim[3], rim[0]], black, alpha: 0.45, stroke: 9)
    }
}

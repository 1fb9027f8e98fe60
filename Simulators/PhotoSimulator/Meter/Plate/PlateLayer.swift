/// The plate: its ground, edge and border, what holds it, and the clear cover over it.
struct PlateLayer: FaceLayer {
    /// How its edge looks.
    enum Edge: String, CaseIterable {
        /// Flat on its ground, with a thin dark line.
        case flush
        /// Behind a cut-out that throws a shadow.
        case recessed
        /// Laid on, with a light upper edge.
        case raised
        /// Under a dark rubber ring.
        case gasket
    }

    static let edgeParameter = Parameter.choice("plate.edge", Edge.self, "The plate's edge")
    static let radiusParameter = Parameter.number(
        "plate.corner", 0...90, "Radius of the plate's corners, in hundredths of the window's height")
    static let borderParameter = Parameter.flag("plate.border", "A printed line round the plate")
    static let fixingParameter = Parameter.flag("plate.fixing", "Screws or rivets at the plate's sides")
    static let coverParameter = Parameter.flag("plate.cover", "The bright edges of a clear cover over the plate")
    static let stainParameter = Parameter.number("plate.stain", 0...1, "Dirt on an old plate: 0 none, 1 grey with it")
    static let parameters = [
        edgeParameter, radiusParameter, borderParameter, fixingParameter, coverParameter, stainParameter,
    ]

    private let plate: Box
    private let disc: (centre: Point, radius: Double)?
    private let paint: Paint
    private let edge: Edge
    private let radius: Double
    private let border: Double?
    private let fixings: [(place: Point, radius: Double, slot: Double?, colour: Colour)]
    private let cover: Double?
    private let stain: Double
    private let origin: Point

    init?(_ meter: Meter, _ dice: inout Dice) {
        plate = meter.plate
        disc = meter.disc
        paint = meter.paint
        edge = dice.choice(PlateLayer.edgeParameter)
        radius = min(dice.number(PlateLayer.radiusParameter), plate.height / 3)
        border = dice.flag(PlateLayer.borderParameter) ? dice.random.within(7...16) : nil
        let isFixed = dice.flag(PlateLayer.fixingParameter)
        let depth = dice.random.within(14...40)
        cover = dice.flag(PlateLayer.coverParameter) ? depth : nil
        stain = dice.number(PlateLayer.stainParameter) * meter.paint.age
        origin = Point(dice.random.within(0...400), dice.random.within(0...400))
        let size = dice.random.within(7...15)
        let isScrew = dice.random.chance(0.5)
        let tone = Colour(grey: dice.random.one(of: [0.15, 0.4, 0.66]))
        let y = dice.random.within(0.25...0.75)
        let turn = dice.random.within(0...Turn.half)
        let bare = plate
        // Side screws need room beside the window.
        let places = [
            Point(plate.left + size * 1.8, plate.top + plate.height * y),
            Point(plate.right - size * 1.8, plate.top + plate.height * y),
        ]
        .filter { place in
            !meter.occupied.contains { $0.intersects(Box(around: [place]).grown(by: size)) } && bare.width > 0
        }
        fixings = isFixed ? places.map { ($0, size, isScrew ? turn : nil, tone) } : []
    }

    func covers(_ box: Box) -> Bool {
        guard disc == nil else { return false }
        // Neither the round corners nor what the edge leaves open.
        let solid = [plate.grown(x: -radius, y: -1), plate.grown(x: -1, y: -radius)]
        return solid.contains { $0.intersection(box) == box }
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        guard canvas.sees(disc.map { Box(around: [$0.centre]).grown(by: $0.radius) } ?? plate) else { return }
        if let disc {
            canvas.circle(disc.centre, disc.radius, paint.plate)
            canvas.arc(disc.centre, disc.radius - 6, from: 3.3, to: 6, Colour(grey: 0), stroke: 14, alpha: 0.22)
            if border != nil { canvas.circle(disc.centre, disc.radius - 14, paint.ink, alpha: 0.8, stroke: 3) }
        } else {
            drawSheet(on: canvas, with: pens)
        }
        for fixing in fixings { canvas.screw(fixing.place, fixing.radius, fixing.colour, slot: fixing.slot) }
        drawStain(on: canvas, with: pens)
        drawCover(on: canvas)
    }

    private func drawSheet(on canvas: Canvas, with pens: Pens) {
        switch edge {
        case .flush, .recessed: break
        case .raised:
            canvas.rounded(
                Box(plate.left + 2, plate.top + 5, plate.right + 5, plate.bottom + 9), radius: radius + 2,
                Colour(grey: 0), alpha: 0.35)
            canvas.rounded(plate.grown(by: 3), radius: radius + 3, paint.plate.towardsLight(0.5))
        case .gasket:
            canvas.rounded(plate.grown(by: 9), radius: radius + 9, Colour(grey: 0.12))
            canvas.rounded(plate.grown(by: 7), radius: radius + 7, Colour(grey: 0.42), stroke: 3)
        }
        canvas.rounded(plate, radius: radius, paint.plate)
        if paint.isMetal {
            canvas.scoped {
                canvas.clip(rounded: plate, radius: radius)
                canvas.grain(pens.grain(.brushed), over: plate, scale: 1.6, at: origin, Colour(grey: 0.25), alpha: 0.3)
                // A sheet of metal mirrors a bright and a dark band.
                let band = plate.left + plate.width * (origin.x / 400)
                canvas.shaded(
                    Box(band - 180, plate.top, band + 180, plate.bottom),
                    [(0, Colour(grey: 1), 0), (0.5, Colour(grey: 1), 0.3), (1, Colour(grey: 1), 0)], horizontal: true)
            }
        }
        switch edge {
        case .flush, .gasket: canvas.rounded(plate, radius: radius, Colour(grey: 0), alpha: 0.4, stroke: 3)
        case .recessed: canvas.hollow(plate, radius: radius, depth: 26, alpha: 0.42)
        case .raised: canvas.rounded(plate, radius: radius, Colour(grey: 0), alpha: 0.25, stroke: 2)
        }
        if let border {
            canvas.rounded(
                plate.grown(by: -border), radius: max(0, radius - border), paint.ink, alpha: 0.75, stroke: 2.5)
        }
    }

    /// Dust gathers along the lower edge and in the corners.
    private func drawStain(on canvas: Canvas, with pens: Pens) {
        guard stain > 0.08, disc == nil else { return }
        let dust = Colour(0.36, 0.32, 0.26)
        let tall = min(110, plate.height * 0.25)
        canvas.shaded(
            Box(plate.left, plate.bottom - tall, plate.right, plate.bottom),
            [(0, dust, 0), (1, dust, min(0.5, stain * 0.55))])
        for band in [
            Box(plate.left, plate.top, plate.right, plate.top + tall * 0.6),
            Box(plate.left, plate.bottom - tall, plate.right, plate.bottom),
        ] {
            canvas.grain(pens.grain(.clouds), over: band, scale: 3.4, at: origin, dust, alpha: min(0.6, stain * 0.7))
        }
    }

    /// Edges of a clear cover: bright lines just inside and outside the plate, and a bright corner.
    private func drawCover(on canvas: Canvas) {
        guard let cover, disc == nil else { return }
        let outer = plate.grown(by: cover * 0.7)
        let white = Colour(grey: 1)
        canvas.rounded(outer, radius: radius + cover, white, alpha: 0.35, stroke: 7)
        canvas.rounded(outer.grown(by: -8), radius: radius + cover - 8, Colour(grey: 0), alpha: 0.16, stroke: 4)
        canvas.fill(Box(outer.left + cover, outer.top + 5, outer.right - cover, outer.top + 11), white, alpha: 0.4)
        canvas.shaded(
            Box(outer.left, outer.bottom - cover, outer.right, outer.bottom),
            [(0, white, 0), (0.6, white, 0.3), (1, white, 0.05)])
        canvas.glow(Point(outer.left + cover, outer.top + cover * 0.6), radius: cover * 1.1, white, alpha: 0.4)
    }
}

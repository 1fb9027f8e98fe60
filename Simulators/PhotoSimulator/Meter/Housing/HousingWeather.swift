/// What years leave on a housing: rust at its seams, dust on its ledges, runs below, paint that is gone.
struct HousingWeather: Sendable {
    private let head: Box
    private let body: Box
    private let plate: Box
    private let ground: Colour
    /// Whether the body fills its box; what is drawn on a bag or a pipe would hang in the air.
    private let isWhole: Bool
    private let hasRoundHead: Bool
    private let rust: Double
    private let dirt: Double
    private let wear: Double
    private let origin: Point
    /// Places of runs as shares of the body's width, and their lengths.
    private let runs: [(place: Double, length: Double)]

    init(_ meter: Meter, rust: Double, dirt: Double, wear: Double, _ random: inout SeededRandom) {
        head = meter.head
        body = meter.body
        plate = meter.plate
        ground = meter.paint.housing
        let age = meter.paint.age
        let form = meter.housing.form
        isWhole = form != .bag && form != .turbineRound && form != .turbineSquare
        hasRoundHead = form.isRound
        // Resin does not rust.
        let isSteel = meter.kind == .diaphragm || meter.kind == .rotary
        self.rust = isSteel ? rust * age : 0
        self.dirt = dirt * age
        self.wear = wear * age
        origin = Point(random.within(0...500), random.within(0...500))
        let count = random.whole(2...7)
        runs = (0..<count).map { _ in (random.unit(), random.within(60...360)) }
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        if !hasRoundHead { drawOnHead(on: canvas, with: pens) }
        guard isWhole else { return }
        canvas.scoped {
            canvas.clip(rounded: body, radius: 90)
            drawOnBody(on: canvas, with: pens)
        }
    }

    private func drawOnHead(on canvas: Canvas, with pens: Pens) {
        guard dirt > 0.1 else { return }
        let dust = Colour(0.33, 0.29, 0.23)
        canvas.grain(
            pens.grain(.clouds), over: Box(head.left + 8, head.top, head.right - 8, head.top + 26), scale: 3.1,
            at: origin, dust,
            alpha: min(0.8, dirt * 0.9))
        canvas.grain(
            pens.grain(.grit), over: Box(head.left + 8, plate.bottom, head.right - 8, head.bottom), scale: 2.2,
            at: origin, dust,
            alpha: dirt * 0.6)
    }

    private func drawOnBody(on canvas: Canvas, with pens: Pens) {
        // Bands alone are grained: whole faces would cost too much, and years show at edges first.
        if rust > 0.12 {
            let brown = Colour(0.42, 0.24, 0.12)
            // In places, each from its own part of the grain so that nothing repeats, and thinning out away from the seam.
            for (place, length) in runs {
                let x = body.left + body.width * place
                for (above, below, share) in [(-20.0, 120.0, 1.0), (10, 95, 0.75), (35, 75, 0.5)] {
                    let patch = Box(x - length * share, head.bottom + above, x + length * share, head.bottom + below)
                    let from = Point(origin.x + length * 7, origin.y + length * 3)
                    canvas.grain(
                        pens.grain(.patches), over: patch, scale: 0.7 + share * 0.6, at: from, brown,
                        alpha: min(0.42, rust * 0.45))
                }
            }
            for (place, length) in runs where rust > 0.3 {
                let x = body.left + body.width * place
                canvas.shaded(
                    Box(x - 7, head.bottom + 60, x + 7, head.bottom + 60 + length),
                    [(0, brown, rust * 0.5), (1, brown, 0)])
            }
        }
        if dirt > 0.1 {
            let dust = Colour(0.33, 0.29, 0.23)
            canvas.grain(
                pens.grain(.clouds), over: Box(body.left, body.top, body.right, body.top + 80), scale: 3.1, at: origin,
                dust,
                alpha: min(0.8, dirt * 0.9))
            canvas.shaded(
                Box(head.left + 10, head.top - 60, head.right - 10, head.top),
                [(0, dust, 0), (1, dust, min(0.6, dirt * 0.6))])
            for (place, length) in runs {
                let x = body.left + body.width * (1 - place)
                canvas.shaded(
                    Box(x - 14, body.top + 20, x + 14, body.top + 20 + length * 1.6),
                    [(0, dust, dirt * 0.35), (1, dust, 0)])
            }
        }
        if wear > 0.25 {
            let bare = ground.mixed(with: Colour(0.45, 0.42, 0.38), 0.7)
            for band in [
                Box(body.left, head.bottom + 40, body.left + 160, body.bottom),
                Box(head.left, head.top, head.right, head.top + 30),
                Box(body.right - 160, body.top, body.right, head.bottom),
            ] {
                canvas.grain(
                    pens.grain(.patches), over: band, scale: 1.1, at: Point(origin.y, origin.x), bare,
                    alpha: min(0.9, wear))
            }
        }
    }
}

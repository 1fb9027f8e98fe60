/// A label that someone stuck on the meter: paper or plastic, with print, at times half torn off.
struct StickerLayer: FaceLayer {
    static let present = Parameter.flag("before.sticker", "Whether a label sticks on the meter")
    static let width = Parameter.number(
        "before.sticker-width", 80...700, "Its width, in hundredths of the window's height")
    static let parameters = [present, width]

    private let place: Point
    private let angle: Double
    private let half: (x: Double, y: Double)
    private let paper: Colour
    private let ink: Colour
    private let lines: [String]
    private let font: FontChoice
    private let torn: [Double]
    private let stripe: Colour?

    var hides: Truth.Cause? { .sticker }

    private static let words = [
        "KONTROL", "TEST", "DIKKAT", "SERVIS", "BAKIM", "MONTAJ", "DAIRE 4", "NO 12", "GAZ", "ONAY", "OK", "KAT 2",
    ]

    init?(_ meter: Meter, _ dice: inout Dice) {
        let isPresent = dice.flag(StickerLayer.present)
        let width = dice.number(StickerLayer.width)
        let aim: Aim = dice.choice(Aim.parameter)
        var random = dice.details()
        guard isPresent else { return nil }
        let half = (x: width / 2, y: width * random.within(0.15...0.4))
        self.half = half
        angle = random.normal(0.06)
        // Of some places the first that covers nothing that is to be read there; the last, far off, always does.
        let far = Point(meter.plate.right + half.x + 40, meter.plate.bottom + half.y)
        let tries: [Point] = (0..<8).map { _ in
            meter.outline.point(&random)
        }
        switch aim {
        case .beside:
            place =
                tries.first { point in
                    let box = Box(around: [point]).grown(x: half.x + 12, y: half.y + 12)
                    return !meter.occupied.contains { $0.intersects(box) }
                } ?? far
        case .edge, .wheels:
            let spot = aim.place(on: meter, reach: half.y, &random)
            // Beside the window's ends a label is as far off as it is wide.
            place =
                aim == .edge && spot.x < 0
                ? Point(random.within(0...30) - half.x, spot.y)
                : aim == .edge && spot.x > meter.blackEnd && spot.y > -1 && spot.y < 101
                    ? Point(random.within(meter.blackEnd...meter.window.width + 1) + half.x, spot.y) : spot
        }
        paper = random.one(by: [
            (0.5, Colour(grey: random.within(0.85...0.98))), (0.2, Colour(0.95, 0.85, 0.25)),
            (0.1, Colour(0.95, 0.55, 0.15)),
            (0.1, Colour(0.35, 0.72, 0.4)), (0.1, Colour(0.8, 0.15, 0.15)),
        ])
        ink = paper.red + paper.green < 1 ? Colour(grey: 0.95) : Colour(grey: random.within(0...0.25))
        lines = (0..<random.whole(1...3)).map { _ in
            random.chance(0.6) ? random.one(of: StickerLayer.words) : String(random.whole(2005...2026))
        }
        font = FontChoice(random.one(of: [.grotesque, .condensed, .handwriting, .rounded]), &random)
        torn = random.chance(0.35) ? (0..<7).map { _ in random.within(0...0.35) } : []
        stripe = random.chance(0.3) ? Colour(random.unit() * 0.8, random.unit() * 0.5, random.unit() * 0.8) : nil
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        canvas.placed(at: place, turned: angle) {
            var outline = [Point(-half.x, -half.y), Point(half.x, -half.y)]
            if torn.isEmpty {
                outline.append(Point(half.x, half.y))
            } else {
                for (step, depth) in torn.enumerated() {
                    let t = Double(step) / Double(torn.count - 1)
                    outline.append(
                        Point(half.x * (1 - t * 1.4) - depth * 20, half.y * (0.3 + 0.7 * t) - depth * half.y * 0.5))
                }
            }
            outline.append(Point(-half.x, half.y))
            canvas.polygon(outline.map { Point($0.x + 3, $0.y + 5) }, Colour(grey: 0), alpha: 0.25)
            canvas.polygon(outline, paper)
            canvas.polygon(outline + [outline[0]], paper.mixed(with: Colour(grey: 0), 0.25), stroke: 2)
            canvas.scoped {
                canvas.clip(to: outline)
                let rows = Double(lines.count)
                if let stripe { canvas.fill(Box(-half.x, -half.y, half.x, -half.y * 0.72), stripe) }
                for (row, line) in lines.enumerated() {
                    let y = half.y * (-0.55 + 1.3 * (Double(row) + 0.5) / rows)
                    let natural = canvas.width(of: line, pens.fonts[font], height: 1)
                    let height = min(half.y * 0.8 / rows, half.x * 1.6 / max(0.1, natural))
                    canvas.text(line, pens.fonts[font], at: Point(0, y), height: height, ink, alpha: 0.9, anchor: 0.5)
                }
            }
        }
    }
}

/// Cables that hang before the face.
struct CableLayer: FaceLayer {
    static let present = Parameter.flag("before.cable", "Whether a cable hangs before the face")
    static let width = Parameter.number(
        "before.cable-width", 8...120, "Its width, in hundredths of the window's height")
    static let parameters = [present, width]

    private struct Strand: Sendable {
        let offset: Double
        let wave: [Double]
        let colour: Colour
    }

    private let course: (through: Point, angle: Double)
    private let width: Double
    private let strands: [Strand]
    private let shine: Double
    private static let step = 170.0

    var hides: Truth.Cause? { .cable }

    init?(_ meter: Meter, _ dice: inout Dice) {
        let isPresent = dice.flag(CableLayer.present)
        let width = dice.number(CableLayer.width)
        let aim: Aim = dice.choice(Aim.parameter)
        var random = dice.details()
        guard isPresent else { return nil }
        self.width = width
        course = aim.course(by: meter, half: width * 0.8, &random)
        let count = random.one(by: [(0.65, 1), (0.25, 2), (0.1, 3)])
        let colours = [
            Colour(grey: 0.1), Colour(grey: 0.55), Colour(grey: 0.88), Colour(0.85, 0.7, 0.1), Colour(0.55, 0.12, 0.1),
            Colour(0.12, 0.25, 0.55),
        ]
        // Beside the window a cable must stay beside it.
        let swing = aim == .wheels ? 45.0 : 9
        strands = (0..<count).map { place in
            Strand(
                offset: Double(place) * width * 1.05, wave: (0..<40).map { _ in random.normal(swing) },
                colour: random.one(of: colours).varied(by: 0.04, &random))
        }
        shine = random.within(0.1...0.5)
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        canvas.placed(at: course.through, turned: course.angle) {
            for strand in strands {
                let points = strand.wave.enumerated().map { place, swing in
                    let x = (Double(place) - 20) * CableLayer.step
                    // Far from the window it may bend away.
                    let bend = x * x / 30_000 * (strand.wave[0] > 0 ? 1 : -1)
                    return Point(x, strand.offset + swing + (abs(x) > 700 ? bend - 16 : 0))
                }
                let shadow = points.map { Point($0.x + width * 0.4, $0.y + width * 0.5) }
                canvas.curve(shadow, Colour(grey: 0), alpha: 0.28, stroke: width)
                canvas.strand(points, width: width, strand.colour, shine: shine)
            }
        }
    }
}

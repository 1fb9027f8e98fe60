/// A pipe that runs before the meter's face.
struct PipeBeforeLayer: FaceLayer {
    static let present = Parameter.flag("before.pipe", "Whether a pipe runs before the face")
    static let width = Parameter.number(
        "before.pipe-width", 30...400, "Its width, in hundredths of the window's height")
    static let parameters = [present, width]

    private let course: (through: Point, angle: Double)
    private let half: Double
    private let colour: Colour
    private let shine: Double
    private let sleeve: Double?
    private let rust: Double

    var hides: Truth.Cause? { .pipe }

    init?(_ meter: Meter, _ dice: inout Dice) {
        let isPresent = dice.flag(PipeBeforeLayer.present)
        let width = dice.number(PipeBeforeLayer.width)
        let aim: Aim = dice.choice(Aim.parameter)
        var random = dice.details()
        guard isPresent else { return nil }
        half = width / 2
        course = aim.course(by: meter, half: half, &random)
        colour = random.one(by: [
            (0.4, Colour(0.86, 0.69, 0.14)), (0.3, Colour(grey: random.within(0.4...0.65))), (0.15, Colour(grey: 0.85)),
            (0.15, Colour(0.62, 0.36, 0.2)),
        ]).varied(by: 0.06, &random)
        shine = random.within(0.1...0.6)
        sleeve = random.chance(0.4) ? random.within(-500...500) : nil
        rust = random.chance(0.35) ? random.within(0.2...0.8) : 0
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        canvas.placed(at: course.through, turned: course.angle) {
            let view = canvas.view
            canvas.fill(Box(view.left, half * 0.5, view.right, half * 1.35), Colour(grey: 0), alpha: 0.25)
            let box = Box(view.left, -half, view.right, half)
            canvas.rod(box, colour, shine: shine)
            if rust > 0 {
                canvas.grain(
                    pens.grain(.patches), over: box, scale: 2.5, at: Point(0, 0), Colour(0.4, 0.2, 0.08), alpha: rust)
            }
            if let sleeve {
                canvas.rod(
                    Box(sleeve - half, -half * 1.3, sleeve + half, half * 1.3),
                    colour.mixed(with: Colour(grey: 0.5), 0.5),
                    shine: shine)
                canvas.fill(Box(sleeve - half * 0.1, -half * 1.3, sleeve, half * 1.3), Colour(grey: 0), alpha: 0.4)
            }
        }
    }
}

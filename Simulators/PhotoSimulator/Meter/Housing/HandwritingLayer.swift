/// A number or a word in marker on the housing, below the plate: a flat, a fitter's note.
struct HandwritingLayer: FaceLayer {
    static let flag = Parameter.flag("housing.handwriting", "Something written on the housing by hand")
    static let parameters = [flag]

    private let text: String
    private let place: Point
    private let height: Double
    private let turn: Double
    private let colour: Colour
    private let bold: Double
    private let font: FontChoice

    init?(_ meter: Meter, _ dice: inout Dice) {
        let isThere = dice.flag(HandwritingLayer.flag)
        let number = String(dice.random.whole(1...999))
        text = dice.random.one(by: [
            (0.6, number), (0.15, "D.\(number)"), (0.1, "No \(number)"),
            (0.15, "\(dice.random.whole(1...28))/\(dice.random.whole(1...12))"),
        ])
        height = dice.random.within(60...150)
        turn = dice.random.normal(0.09)
        let ink = dice.random.one(by: [
            (0.75, Colour(grey: 0.08)), (0.15, Colour(0.1, 0.15, 0.5)), (0.1, Colour(0.65, 0.1, 0.1)),
        ])
        // Marker fades; a bold letter drawn with opacity would show its outline.
        colour = ink.mixed(with: meter.paint.housing, dice.random.within(0.02...0.4))
        bold = dice.random.within(3...8)
        font = FontChoice(.handwriting, &dice.random)
        let head = meter.head
        place = Point(
            head.left + head.width * dice.random.within(0.15...0.85),
            head.bottom + height * dice.random.within(0.9...2.2))
        guard isThere else { return nil }
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        guard canvas.sees(Box(around: [place]).grown(by: height * 3)) else { return }
        canvas.placed(at: place, turned: turn) {
            canvas.text(text, pens.fonts[font], at: Point(0, 0), height: height, colour, bold: bold, anchor: 0.5)
        }
    }
}

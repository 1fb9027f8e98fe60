/// A second meter beside this one: something before it always hides a good part of its own window, so that only one of
/// the two can be read.
struct NeighbourLayer: FaceLayer {
    static let present = Parameter.flag("scene.neighbour", "Whether a neighbour's meter is partly seen")
    static let parameters = [present]
    static let nearWindow = false

    private let body: Box
    private let window: Box
    private let paint: Colour
    private let plate: Colour
    private let digits: [Character]
    private let font: FontChoice
    /// What hides its window.
    private let cover: Box
    private let coverColour: Colour
    private let isPipe: Bool

    init?(_ meter: Meter, _ dice: inout Dice) {
        let isPresent = dice.flag(NeighbourLayer.present)
        var random = dice.details()
        guard isPresent else { return nil }
        let own = meter.outline
        let gap = random.within(50...350)
        let width = own.width * random.within(0.85...1.1)
        let isLeft = random.chance(0.5)
        let shift = random.normal(120)
        body = Box(
            x: isLeft ? own.left - gap - width : own.right + gap, y: own.top + shift, width: width,
            height: own.height * random.within(0.9...1.5))
        let windowWidth = width * random.within(0.4...0.6)
        window = Box(
            x: body.centre.x - windowWidth / 2, y: body.top + body.height * random.within(0.3...0.45),
            width: windowWidth,
            height: windowWidth * random.within(0.15...0.2))
        paint = Colour(grey: random.within(0.45...0.85)).varied(by: 0.08, &random)
        plate = Colour(grey: random.within(0.75...0.95))
        digits = (0..<8).map { _ in Character(String(random.whole(0...9))) }
        font = FontChoice(random.chance(0.5) ? .engraved : .grotesque, &random)
        let share = random.within(0.4...0.65)
        let start = window.left + window.width * random.within(0.05...0.3)
        isPipe = random.chance(0.6)
        let tall = isPipe ? 9000 : window.height * random.within(1.3...3)
        cover = Box(start, window.centre.y - tall, start + window.width * share, window.centre.y + tall)
        coverColour = isPipe ? Colour(0.85, 0.68, 0.15) : Colour(grey: random.within(0.5...0.9))
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        guard canvas.sees(body) else { return }
        let black = Colour(grey: 0)
        canvas.rounded(body.grown(by: 14), radius: 90, black, alpha: 0.35)
        canvas.rounded(body, radius: 80, paint)
        canvas.rounded(body.grown(by: -40), radius: 60, paint.mixed(with: Colour(grey: 1), 0.15))
        canvas.rounded(window.grown(x: window.width * 0.3, y: window.height * 1.4), radius: 14, plate)
        canvas.fill(window, Colour(grey: 0.08))
        let red = Box(window.left + window.width * 0.64, window.top, window.right, window.bottom)
        canvas.fill(red, Colour(0.72, 0.1, 0.12))
        let pitch = window.width / 8
        for (place, digit) in digits.enumerated() {
            let centre = Point(window.left + pitch * (Double(place) + 0.5), window.centre.y)
            canvas.text(
                String(digit), pens.fonts[font], at: centre, height: window.height * 0.55, Colour(grey: 0.9),
                anchor: 0.5)
        }
        for line in 0..<3 {
            let y = window.bottom + window.height * (0.4 + 0.3 * Double(line))
            canvas.fill(
                Box(window.left, y, window.left + window.width * 0.6, y + window.height * 0.08), black, alpha: 0.6)
        }
        if isPipe {
            canvas.rod(cover, coverColour, shine: 0.35, upright: true)
        } else {
            canvas.fill(cover, coverColour)
            canvas.fill(Box(cover.left, cover.bottom - 8, cover.right, cover.bottom), black, alpha: 0.3)
        }
    }
}

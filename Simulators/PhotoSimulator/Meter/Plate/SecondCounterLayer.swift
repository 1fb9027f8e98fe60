/// A second, smaller counter or display elsewhere on the housing: it counts something else, and the truth knows nothing of it.
struct SecondCounterLayer: FaceLayer {
    static let flag = Parameter.flag("second.counter", "A second, smaller counter or display on the housing")
    static let isDisplay = Parameter.flag("second.display", "Whether the second one is a display")
    static let size = Parameter.number("second.height", 20...70, "Its height, in hundredths of the window's")
    static let parameters = [flag, isDisplay, size]

    private let box: Box
    private let digits: [Int]
    private let display: Bool
    private let font: FontChoice
    private let red: Int

    init?(_ meter: Meter, _ dice: inout Dice) {
        let isThere = dice.flag(SecondCounterLayer.flag)
        display = dice.flag(SecondCounterLayer.isDisplay)
        let height = dice.number(SecondCounterLayer.size)
        let count = dice.random.whole(4...7)
        digits = (0..<count).map { _ in dice.random.whole(0...9) }
        font = FontChoice(display ? .mono : .engraved, &dice.random)
        red = dice.random.whole(0...2)
        let below = dice.random.chance(0.7)
        let aside = dice.random.within(0...1)
        guard isThere else { return nil }
        let width = height * 0.72 * Double(count)
        let gap = meter.housing.rim + 34
        let y = below ? meter.plate.bottom + gap : meter.plate.top - gap - height
        box = Box(x: meter.plate.left + (meter.plate.width - width) * aside, y: y, width: width, height: height)
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        guard canvas.sees(box.grown(by: 24)) else { return }
        canvas.block(box.grown(by: box.height * 0.3), radius: 8, Colour(grey: display ? 0.25 : 0.6), depth: 8)
        canvas.fill(box, display ? Colour(0.56, 0.62, 0.5) : Colour(grey: 0.08))
        let pitch = box.width / Double(digits.count)
        for (place, digit) in digits.enumerated() {
            let isRed = !display && place >= digits.count - red
            let cell = Box(x: box.left + pitch * Double(place), y: box.top, width: pitch, height: box.height)
            if isRed { canvas.fill(cell, Colour(0.7, 0.12, 0.1)) }
            canvas.text(
                String(digit), pens.fonts[font], at: cell.centre, height: box.height * 0.62,
                display ? Colour(grey: 0.12) : Colour(grey: 0.92), anchor: 0.5)
            if !display { canvas.fill(Box(cell.right - 1.5, cell.top, cell.right, cell.bottom), Colour(grey: 0.3)) }
        }
        canvas.hollow(box, radius: 2, depth: box.height * 0.2)
    }
}

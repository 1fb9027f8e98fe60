/// All that is printed, stamped or engraved on the plate, the serial number among it.
struct PlateTextLayer: FaceLayer, SerialBearer {
    /// How the serial number is made.
    enum Number: String, CaseIterable {
        case printed
        /// Pressed into the sheet: a light and a dark edge.
        case engraved
        /// Struck digit by digit, not quite in line.
        case stamped
        /// On a strip of its own.
        case strip
    }

    static let size = Parameter.number(
        "plate.print", 12...60, "Height of a plate's common print, in hundredths of the window's height")
    static let font = Parameter.choice("plate.font", FontFile.Style.self, "Typeface of the plate's print")
    static let serialFont = Parameter.choice("plate.serial-font", FontFile.Style.self, "Typeface of the serial number")
    static let number = Parameter.choice("plate.serial", Number.self, "How the serial number is made")
    static let fading = Parameter.number(
        "plate.fading", 0...1, "How much of the print's darkness light and years have taken")
    static let parameters = [PlateLayout.parameter, size, font, serialFont, number, fading]

    let serialBox: Box
    private let serial: String
    private let marks: [PlateMark]
    private let paint: Paint
    private let plain: FontChoice
    private let name: FontChoice
    private let numerals: FontChoice
    private let number: Number
    private let alpha: Double
    private let jitter: [Double]

    init?(_ meter: Meter, _ dice: inout Dice) {
        let layout: PlateLayout = dice.choice(PlateLayout.parameter)
        let size = dice.number(PlateTextLayer.size)
        let style: FontFile.Style = dice.choice(PlateTextLayer.font)
        let serialStyle: FontFile.Style = dice.choice(PlateTextLayer.serialFont)
        let number: Number = dice.choice(PlateTextLayer.number)
        alpha = 1 - 0.8 * dice.number(PlateTextLayer.fading)
        plain = FontChoice(style, &dice.random)
        name = FontChoice(dice.random.one(by: [(0.6, .grotesque), (0.2, .rounded), (0.2, .condensed)]), &dice.random)
        numerals = FontChoice(serialStyle, &dice.random)
        jitter = (0..<16).map { _ in dice.random.normal(1) }
        let words = PlateWording(meter, &dice.random)
        var sheet = PlateSheet(meter, words, print: min(size, max(14, meter.plate.width / 16)))
        layout.fill(&sheet, &dice.random)
        marks = sheet.marks
        let place = sheet.serial ?? Box(0, 0, 0, 0)
        serialBox = place
        serial = meter.serial
        paint = meter.paint
        // Beyond the plate there is only the strip.
        self.number = place.top > meter.plate.bottom ? .strip : number
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        let (plain, name, numerals) = (pens.fonts[plain], pens.fonts[name], pens.fonts[numerals])
        for mark in marks {
            mark.draw(on: canvas, plain: plain, name: name, numerals: numerals, paint, alpha)
        }
        drawSerial(on: canvas, numerals)
    }

    private func drawSerial(on canvas: Canvas, _ face: FontFace) {
        let box = serialBox
        guard canvas.sees(box.grown(by: 20)) else { return }
        let style = PlateMark.Style(face: .serial, height: box.height)
        let middle = Point(box.left, box.centre.y)
        func print(_ dx: Double, _ dy: Double, _ colour: Colour, _ alpha: Double) {
            canvas.print(
                serial, face, at: Point(middle.x + dx, middle.y + dy), style, room: box.width, fills: true, colour,
                alpha: alpha)
        }
        let depth = max(1.2, box.height * 0.06)
        switch number {
        case .printed: print(0, 0, paint.ink, alpha)
        case .engraved:
            print(depth, depth, Colour(grey: 1), 0.7)
            print(0, 0, paint.plate.mixed(with: paint.ink, 0.55), 0.6 + 0.4 * alpha)
        case .stamped: drawStruck(on: canvas, face, paint.ink, depth)
        case .strip:
            let strip = box.grown(x: box.height * 0.5, y: box.height * 0.28)
            let ground = Colour(grey: 0.8).mixed(with: paint.plate, 0.4)
            canvas.rounded(strip, radius: 3, ground)
            canvas.rounded(strip, radius: 3, Colour(grey: 0), alpha: 0.45, stroke: 2)
            drawStruck(on: canvas, face, Colour(grey: 0.12), depth)
        }
    }

    /// Digit by digit, each a little off.
    private func drawStruck(on canvas: Canvas, _ face: FontFace, _ colour: Colour, _ depth: Double) {
        let box = serialBox
        let pitch = box.width / Double(max(1, serial.count))
        for (place, digit) in serial.enumerated() {
            let off = jitter[place % jitter.count] * box.height * 0.03
            let at = Point(box.left + pitch * (Double(place) + 0.5), box.centre.y + off)
            let text = String(digit)
            let stretch = min(1.1, pitch * 0.92 / max(1, canvas.width(of: text, face, height: box.height)))
            canvas.text(
                text, face, at: Point(at.x + depth, at.y + depth), height: box.height * 0.95, stretch: stretch,
                Colour(grey: 1), alpha: 0.5, anchor: 0.5)
            canvas.text(
                text, face, at: at, height: box.height * 0.95, stretch: stretch, colour,
                alpha: alpha * (0.85 + 0.15 * jitter[(place + 5) % 16].magnitude).clamped, anchor: 0.5)
        }
    }
}

extension Double {
    /// Held between 0 and 1.
    fileprivate var clamped: Double { max(0, min(1, self)) }
}

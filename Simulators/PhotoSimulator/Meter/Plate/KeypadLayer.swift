/// Keys, card slot and lamps of a prepaid meter.
struct KeypadLayer: FaceLayer {
    static let slotParameter = Parameter.flag("prepaid.card-slot", "Whether a prepaid meter has a slot for a card")
    static let lampsParameter = Parameter.number("prepaid.lamps", 0...4, "Lamps on a prepaid meter")
    static let parameters = [slotParameter, lampsParameter]

    private let keys: Box?
    private let columns: Int
    private let rows: Int
    private let cap: Colour
    private let sign: Colour
    private let isRound: Bool
    private let slot: Box?
    private let lamps: [(place: Point, colour: Colour)]
    private let font: FontChoice

    init?(_ meter: Meter, _ dice: inout Dice) {
        let hasSlot = dice.flag(KeypadLayer.slotParameter)
        let count = dice.whole(KeypadLayer.lampsParameter)
        columns = dice.random.one(by: [(0.7, 3), (0.3, 4)])
        rows = dice.random.one(by: [(0.75, 4), (0.25, 5)])
        let dark = dice.random.chance(0.5)
        cap = dark ? Colour(grey: dice.random.within(0.1...0.35)) : Colour(grey: dice.random.within(0.7...0.92))
        sign = dark ? Colour(grey: 0.95) : Colour(grey: 0.1)
        isRound = dice.random.chance(0.4)
        font = FontChoice(.grotesque, &dice.random)
        let lit = dice.random.unit()
        let toRight = dice.random.chance(0.5)
        guard meter.kind == .prepaid else { return nil }
        keys = meter.keypad
        // A card goes in below the face, where hands reach it.
        let head = meter.head
        let width = min(head.width * 0.5, 360)
        slot = hasSlot ? Box(x: head.centre.x - width / 2, y: head.bottom + 20, width: width, height: 44) : nil
        let y = meter.plate.top + 22
        lamps = (0..<count).map { place in
            let x = toRight ? meter.plate.right - 26 - 34 * Double(place) : meter.plate.left + 26 + 34 * Double(place)
            let hues = [
                Colour(0.85, 0.12, 0.08), Colour(0.15, 0.75, 0.2), Colour(0.95, 0.7, 0.1), Colour(0.2, 0.4, 0.9),
            ]
            return (
                Point(x, y), place == 0 && lit < 0.4 ? hues[place] : hues[place].mixed(with: Colour(grey: 0.2), 0.6)
            )
        }
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        for lamp in lamps {
            canvas.circle(lamp.place, 12, Colour(grey: 0.15))
            canvas.circle(lamp.place, 9, lamp.colour)
            canvas.circle(Point(lamp.place.x - 3, lamp.place.y - 3), 2.5, Colour(grey: 1), alpha: 0.7)
        }
        if let slot {
            canvas.block(slot.grown(x: 30, y: 26), radius: 16, Colour(grey: 0.3), depth: 14)
            canvas.rounded(slot, radius: 8, Colour(grey: 0.03))
            canvas.fill(
                Box(slot.left + 8, slot.bottom - 6, slot.right - 8, slot.bottom - 2), Colour(grey: 0.6), alpha: 0.6)
        }
        if let keys { drawKeys(keys, on: canvas, pens.fonts[font]) }
    }

    private func drawKeys(_ box: Box, on canvas: Canvas, _ face: FontFace) {
        guard canvas.sees(box.grown(by: 20)) else { return }
        canvas.rounded(box.grown(by: 6), radius: 14, cap.mixed(with: Colour(grey: 0.5), 0.6))
        let labels = [
            "1", "2", "3", "A", "4", "5", "6", "B", "7", "8", "9", "C", "*", "0", "#", "D", "<", "i", ">", "E",
        ]
        let (w, h) = (box.width / Double(columns), box.height / Double(rows))
        for row in 0..<rows {
            for column in 0..<columns {
                let key = Box(x: box.left + w * Double(column), y: box.top + h * Double(row), width: w, height: h)
                    .grown(x: -w * 0.1, y: -h * 0.12)
                let radius = isRound ? key.height / 2 : 7
                canvas.rounded(
                    Box(key.left, key.top + 4, key.right, key.bottom + 4), radius: radius, Colour(grey: 0), alpha: 0.4)
                canvas.rounded(key, radius: radius, cap)
                canvas.fill(
                    Box(key.left + radius, key.top + 1, key.right - radius, key.top + 4), Colour(grey: 1), alpha: 0.4)
                canvas.text(labels[row * 4 + column], face, at: key.centre, height: key.height * 0.5, sign, anchor: 0.5)
            }
        }
    }
}

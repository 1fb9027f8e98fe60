/// The small LCD of a prepaid meter that has wheels: it shows credit, and no index.
struct SmallDisplayLayer: FaceLayer {
    static let parameters: [Parameter] = []
    private let place: Box
    private let drawing: DisplayDrawing

    init?(_ meter: Meter, _ dice: inout Dice) {
        guard let place = meter.smallDisplay else { return nil }
        self.place = place
        let look = LCDLook(credit: &dice)
        drawing = DisplayDrawing(look: look, reading: LCDReading(look, &dice))
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        guard canvas.sees(place.grown(by: 40)) else { return }
        // The glass keeps its shape within the place that the meter has for it.
        let scale = min(place.width / drawing.look.width, place.height / 100)
        let left = place.centre.x - drawing.look.width * scale / 2
        let top = place.centre.y - 50 * scale
        canvas.placed(at: Point(left, top), scaled: (scale, scale)) { drawing.draw(on: canvas, with: pens) }
    }
}

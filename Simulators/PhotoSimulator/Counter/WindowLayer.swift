/// The window itself: the wheels or the display.
struct WindowLayer: FaceLayer {
    static let parameters: [Parameter] = []
    private let register: Meter.Register

    init?(_ meter: Meter, _ dice: inout Dice) { register = meter.register }

    func draw(on canvas: Canvas, with pens: Pens) {
        switch register {
        case .wheels(let look, let state): CounterDrawing(look: look, state: state).draw(on: canvas, with: pens)
        case .display(let look, let reading): DisplayDrawing(look: look, reading: reading).draw(on: canvas, with: pens)
        }
    }
}

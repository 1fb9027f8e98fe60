/// The meter's housing: what lies round the plate, with its years.
struct HousingLayer: FaceLayer {
    /// What the index box is made of.
    enum Cover: String, CaseIterable { case same, white, clear, grey, dark }

    static let cover = Parameter.choice("housing.cover", Cover.self, "What the box or frame round the plate is made of")
    static let rust = Parameter.number(
        "housing.rust", 0...1, "Rust at seams and screws of an old meter: 0 none, 1 eaten")
    static let dirt = Parameter.number("housing.dirt", 0...1, "Dust and runs of dirt on an old meter: 0 none, 1 caked")
    static let wear = Parameter.number("housing.wear", 0...1, "Paint lost on an old meter: 0 none, 1 peeling")
    static let seal = Parameter.flag("housing.seal", "A tag or a seal screw below the plate")
    static let parameters = [cover, rust, dirt, wear, seal]

    private let drawing: HousingDrawing
    private let weather: HousingWeather

    init?(_ meter: Meter, _ dice: inout Dice) {
        let cover: Cover = dice.choice(HousingLayer.cover)
        let rust = dice.number(HousingLayer.rust)
        let dirt = dice.number(HousingLayer.dirt)
        let wear = dice.number(HousingLayer.wear)
        let sealed = dice.flag(HousingLayer.seal)
        drawing = HousingDrawing(meter, cover, sealed: sealed, &dice.random)
        weather = HousingWeather(meter, rust: rust, dirt: dirt, wear: wear, &dice.random)
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        // In a picture of the window alone the plate mostly covers all of it.
        let plate = drawing.plate.grown(by: -70)
        guard drawing.disc != nil || !(plate.contains(canvas.view.corners[0]) && plate.contains(canvas.view.corners[2]))
        else { return }
        drawing.draw(on: canvas)
        weather.draw(on: canvas, with: pens)
    }
}

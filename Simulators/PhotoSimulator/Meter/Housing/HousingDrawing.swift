/// Draws a housing of any form; what each form is made of lies in the extensions.
struct HousingDrawing: Sendable {
    let form: HousingShape.Form
    let plate: Box
    let head: Box
    let body: Box
    let disc: (centre: Point, radius: Double)?
    let connections: [Point]
    let colour: Colour
    /// Of the index box or frame.
    let cover: Colour
    let isClear: Bool
    let metal: Colour
    let sealed: Bool
    /// Numbers from 0 to below 1 for whatever differs from one of a form to the next.
    let whims: [Double]

    init(_ meter: Meter, _ kind: HousingLayer.Cover, sealed: Bool, _ random: inout SeededRandom) {
        form = meter.housing.form
        plate = meter.plate
        head = meter.head
        body = meter.body
        disc = meter.disc
        connections = meter.connections
        colour = meter.paint.housing
        isClear = kind == .clear
        let tint = random.within(0...0.08)
        cover =
            switch kind {
            case .same: meter.paint.housing.varied(by: 0.05, &random)
            case .white: Colour(grey: 0.9 + tint)
            case .clear: meter.paint.housing.mixed(with: Colour(0.84, 0.86, 0.84), 0.5 + tint * 3)
            case .grey: Colour(0.6 + tint, 0.61 + tint, 0.6 + tint)
            case .dark: Colour(0.26 + tint, 0.27 + tint, 0.24 + tint)
            }
        metal = Colour(grey: random.within(0.55...0.8))
        self.sealed = sealed
        whims = (0..<8).map { _ in random.unit() }
    }

    func draw(on canvas: Canvas) {
        switch form {
        case .pressedSteel: drawPressedSteel(on: canvas)
        case .belted: drawBelted(on: canvas)
        case .tallRounded: drawTallRounded(on: canvas)
        case .plasticFrame: drawPlasticFrame(on: canvas)
        case .metalBezel: drawMetalBezel(on: canvas)
        case .bag: drawBag(on: canvas)
        case .indexCover: drawIndexCover(on: canvas)
        case .screwedCover: drawScrewedCover(on: canvas)
        case .castBox: drawCastBox(on: canvas)
        case .compact: drawCompact(on: canvas)
        case .industrial: drawIndustrial(on: canvas)
        case .rotarySquare, .rotaryDrum: drawRotary(on: canvas)
        case .turbineRound, .turbineSquare: drawTurbine(on: canvas)
        case .prepaidTall, .prepaidFace: drawPrepaid(on: canvas)
        case .correctorCast, .correctorPlastic: drawCorrector(on: canvas)
        }
    }
}

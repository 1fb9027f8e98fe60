/// Plastic that has yellowed or gone milky with the years.
struct YellowedGlassLayer: FaceLayer {
    static let tint = Parameter.number("glass.yellow", 0...0.6, "Opacity of the yellowed plastic")
    static let milk = Parameter.number("glass.milk", 0...0.9, "Opacity of plastic gone milky")
    static let parameters = [tint, milk]

    private let pane: Pane
    private let tint: Double
    private let milk: Double
    private let amber: Colour
    private let grey: Colour
    private let cloud: Point
    private let isClouded: Bool

    /// What scatters before the wheels takes their contrast as dirt does.
    var hides: Truth.Cause? { .dirt }

    init?(_ meter: Meter, _ dice: inout Dice) {
        tint = dice.number(YellowedGlassLayer.tint)
        milk = dice.number(YellowedGlassLayer.milk)
        var random = dice.details()
        guard tint > 0.01 || milk > 0.01 else { return nil }
        pane = Pane(of: meter)
        amber = Colour(random.within(0.6...0.8), random.within(0.42...0.6), random.within(0.1...0.3))
        grey = Colour(grey: random.within(0.5...0.8)).varied(by: 0.05, &random)
        cloud = Point(random.within(-500...0), random.within(-500...0))
        isClouded = random.chance(0.5)
    }

    func draw(on canvas: Canvas, with pens: Pens) {
        if tint > 0.01 { canvas.rounded(pane.box, radius: pane.radius, amber, alpha: tint) }
        guard milk > 0.01 else { return }
        canvas.rounded(pane.box, radius: pane.radius, grey, alpha: isClouded ? milk * 0.7 : milk)
        guard isClouded else { return }
        canvas.grain(pens.grain(.clouds), over: pane.box, scale: 3, at: cloud, grey, alpha: milk * 0.6)
    }
}

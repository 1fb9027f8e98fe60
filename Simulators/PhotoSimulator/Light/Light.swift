/// The light of a scene, over the picture.
///
/// Its mean over the picture's middle is 1, but at night: how bright a picture becomes is the camera's own affair.
package struct Light: Sendable {
    enum Kind: String, CaseIterable { case daylight, shade, flash, lamp, night, torch }

    static let kindParameter = Parameter.choice("light.kind", Kind.self, "What lights the meter")
    static let slopeParameter = Parameter.number(
        "light.slope", 0...1.5, "Change of the light across the picture, of its mean")
    static let spotParameter = Parameter.number(
        "light.spot", 0.1...1.5, "Radius of a flash's or torch's light, as a share of the picture")
    static let vignetteParameter = Parameter.number("light.vignette", 0...0.8, "What the lens takes off at the corners")
    static let parameters = [kindParameter, slopeParameter, spotParameter, vignetteParameter]

    private let colour: SIMD4<Float>
    /// Colour of the far side, where one lamp gives way to another.
    private let farColour: SIMD4<Float>
    private let slope: SIMD2<Float>
    private let spot: SIMD2<Float>
    /// One over the square of the spot's radius.
    private let spotSharpness: Float
    /// The spot's part of the light; the rest is everywhere.
    private let spotShare: Float
    private let vignette: Float
    private var scale: Float = 1

    init(_ dice: inout Dice) {
        let kind: Kind = dice.choice(Light.kindParameter)
        let slope = dice.number(Light.slopeParameter)
        let radius = dice.number(Light.spotParameter)
        vignette = Float(dice.number(Light.vignetteParameter))
        var random = dice.details()
        let angle = random.within(0...Turn.full)
        let (sine, cosine) = Turn.sineAndCosine(angle)
        let strength =
            switch kind {
            case .daylight, .shade: slope
            case .lamp: slope * 1.3
            case .flash, .torch: slope * 0.4
            case .night: slope * 1.5
            }
        self.slope = SIMD2(Float(cosine * strength), Float(sine * strength))
        let wide = kind == .torch ? 0.22 : 0.12
        spot = SIMD2(Float(0.5 + random.normal(wide)), Float(0.5 + random.normal(wide)))
        spotSharpness = Float(1 / (radius * radius))
        spotShare =
            switch kind {
            case .daylight, .shade, .lamp: 0
            case .flash: Float(random.within(0.3...0.75))
            case .torch: Float(random.within(0.65...0.95))
            case .night: random.chance(0.3) ? 0.5 : 0
            }
        let tint = random.within(0...1)
        let (near, far): (Colour, Colour) =
            switch kind {
            case .daylight: (Colour(1.02, 1, 0.97), Colour(0.97, 1, 1.05))
            case .shade: (Colour(0.95, 1, 1.06), Colour(0.9, 0.99, 1.12))
            case .flash: (Colour(1, 1, 1.02), Colour(1, 0.99, 0.96))
            case .lamp: (Colour(1.1, 1, 0.84 - 0.18 * tint), Colour(1.05, 0.99, 0.92 - 0.1 * tint))
            case .night: (Colour(1.08, 0.98, 0.86 - 0.3 * tint), Colour(0.92, 0.98, 1.1))
            case .torch: (Colour(0.97 + 0.06 * tint, 1, 1.05 - 0.12 * tint), Colour(0.9, 0.95, 1.05))
            }
        colour = SIMD4(Float(near.red), Float(near.green), Float(near.blue), 0)
        farColour = SIMD4(Float(far.red), Float(far.green), Float(far.blue), 0)
        let level = Float(kind == .night ? random.within(0.3...0.7) : 1)
        var sum: Float = 0
        for row in 1...3 {
            for column in 1...7 { sum += brightness(u: Float(column) / 8, v: 0.3 + 0.1 * Float(row)) }
        }
        scale = level * 21 / max(0.5, sum)
    }

    /// What the light at a place makes of white, red, green, blue; u and v go from 0 to 1 across and down the picture.
    func gain(u: Float, v: Float) -> SIMD4<Float> {
        let along = max(0, min(1, 0.5 + ((u - 0.5) * slope.x + (v - 0.5) * slope.y)))
        return (colour * along + farColour * (1 - along)) * brightness(u: u, v: v) * scale
    }

    private func brightness(u: Float, v: Float) -> Float {
        let (x, y) = (u - 0.5, v - 0.5)
        // From 1/e to e for a slope of 2: light never turns negative, and never has an edge.
        let lean = x * slope.x + y * slope.y
        let even = (1 + lean * (1 + lean * 0.5)) / (1 + 0.08 * (slope.x * slope.x + slope.y * slope.y))
        let (dx, dy) = (u - spot.x, v - spot.y)
        let fall = 1 / (1 + (dx * dx + dy * dy) * spotSharpness * 2)
        let lens = 1 - vignette * (x * x + y * y) * 2
        return max(0.02, even * (1 - spotShare + spotShare * fall * fall) * lens)
    }
}

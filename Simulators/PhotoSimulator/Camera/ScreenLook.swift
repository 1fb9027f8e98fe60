/// A screen that shows a photo, as a second camera sees it: stripes of red, green and blue that beat with the camera's pixels.
struct ScreenLook: Sendable {
    /// Screen pixels to one pixel of the photo.
    let pitch: Double
    /// How deep the stripes are after the second lens, 0 to 1.
    let depth: Double
    /// The screen's own light.
    let glow: Float

    static let pitchParameter = Parameter.number(
        "screen.pitch", 0.3...2, "Screen pixels to one pixel of the photo that it shows")
    static let depthParameter = Parameter.number("screen.depth", 0...1, "Depth of the screen's stripes")
    static let parameters = [pitchParameter, depthParameter]

    init(_ dice: inout Dice) {
        pitch = dice.number(ScreenLook.pitchParameter)
        depth = dice.number(ScreenLook.depthParameter)
        glow = Float(dice.random.within(0.9...1.15))
    }

    /// What a colour (0…255) shown at a place of the photo looks like.
    func shown(_ colour: SIMD4<Float>, at place: Point) -> SIMD4<Float> {
        let u = place.x * pitch
        let v = place.y * pitch
        let row = 1 - depth * 0.5 * ScreenLook.wave(v)
        func stripe(_ shift: Double) -> Float { Float((1 - depth * ScreenLook.wave(u - shift)) * row) }
        return colour * SIMD4(stripe(0.17), stripe(0.5), stripe(0.83), 0) * (glow * Float(1 + depth * 0.6))
    }

    /// From 0 at whole numbers' own places to 1 between them: a triangle with soft ends.
    private static func wave(_ x: Double) -> Double {
        let part = x - x.rounded(.down)
        let distance = min(part, 1 - part) * 2
        return distance * distance * (3 - 2 * distance)
    }
}

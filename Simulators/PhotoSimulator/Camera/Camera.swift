/// What lens, sensor and phone make of a scene.
package struct Camera: Sendable {
    /// What colour the phone takes for white.
    enum Cast: String, CaseIterable { case neutral, blue, warm, green, odd }

    let exposure: Double
    let cast: SIMD3<Float>
    /// Of the drawn colours: the canvas applies it.
    let saturation: Double
    /// Light that the lens scatters over the whole picture, as a share.
    let haze: Double
    let gamma: Double
    let contrast: Double
    /// Deviation of the lens's blur, in pixels of the picture.
    package let blur: Double
    /// Radius of the disc of a lens out of focus, in pixels.
    package let focus: Double
    /// What the hand did during the exposure: places of the picture, in pixels, of equal weight.
    package let shake: [Point]
    /// Deviation of the sensor's noise, of 1.
    package let noise: Double
    /// How far the noise's grains reach, in pixels.
    let grain: Double
    let sharpening: Double
    let sharpeningRadius: Double

    static let exposureParameter = Parameter.number("camera.exposure", 0.02...4, "Exposure: 1 is right")
    static let castParameter = Parameter.choice("camera.cast", Cast.self, "What the phone takes for white")
    static let saturationParameter = Parameter.number("camera.saturation", 0...2, "Saturation: 1 is right")
    static let hazeParameter = Parameter.number("camera.haze", 0...0.8, "Scattered light, as a share")
    static let gammaParameter = Parameter.number("camera.gamma", 0.5...2, "Tone curve: above 1 darker middles")
    static let contrastParameter = Parameter.number("camera.contrast", -0.5...1, "S of the tone curve")
    static let blurParameter = Parameter.number(
        "camera.blur", 0...0.6, "Deviation of the lens's blur, in digit heights")
    static let focusParameter = Parameter.number(
        "camera.focus", 0...1, "Radius of the disc out of focus, in digit heights")
    static let motionParameter = Parameter.number(
        "camera.motion", 0...3, "Way of the hand during the exposure, in digit heights")
    static let uprightParameter = Parameter.flag(
        "camera.upright-motion", "Whether the hand moved up or down, as pressing the shutter does")
    static let noiseParameter = Parameter.number("camera.noise", 0...0.2, "Deviation of the noise, of 1")
    static let grainParameter = Parameter.number("camera.grain", 0...2, "Reach of the noise's grains, in pixels")
    static let sharpeningParameter = Parameter.number("camera.sharpening", 0...3, "Strength of the phone's sharpening")
    static let sharpeningRadiusParameter = Parameter.number(
        "camera.sharpening-radius", 0.3...3, "Its radius, in pixels")
    static let parameters = [
        exposureParameter, castParameter, saturationParameter, hazeParameter, gammaParameter, contrastParameter,
        blurParameter, focusParameter, motionParameter, uprightParameter, noiseParameter, grainParameter,
        sharpeningParameter,
        sharpeningRadiusParameter,
    ]

    /// A phone's picture in which a digit of the counter is `digitPixels` high.
    init(digitPixels: Double, before meter: Meter, _ dice: inout Dice) {
        exposure = dice.number(Camera.exposureParameter) * Camera.metering(meter)
        let kind: Cast = dice.choice(Camera.castParameter)
        var random = dice.random
        let (red, green, blue): (Double, Double, Double) =
            switch kind {
            case .neutral: (1 + random.normal(0.04), 0.975 + random.normal(0.02), 1 + random.normal(0.05))
            case .blue: Camera.blue(random.within(0.15...1), &random)
            case .warm: (random.within(1...1.2), random.within(0.85...1), random.within(0.55...0.88))
            case .green: (random.within(0.75...0.95), 1, random.within(0.7...0.95))
            case .odd: (random.within(0.7...1.1), random.within(0.7...1.1), random.within(0.7...1.1))
            }
        cast = SIMD3(Float(red), Float(green), Float(blue))
        dice.random = random
        saturation = dice.number(Camera.saturationParameter)
        haze = dice.number(Camera.hazeParameter)
        gamma = dice.number(Camera.gammaParameter)
        contrast = dice.number(Camera.contrastParameter)
        blur = dice.number(Camera.blurParameter) * digitPixels
        focus = dice.number(Camera.focusParameter) * digitPixels
        let way = dice.number(Camera.motionParameter) * digitPixels
        shake = Camera.path(way, isUpright: dice.flag(Camera.uprightParameter), &dice.random)
        noise = dice.number(Camera.noiseParameter)
        grain = dice.number(Camera.grainParameter)
        sharpening = dice.number(Camera.sharpeningParameter)
        sharpeningRadius = dice.number(Camera.sharpeningRadiusParameter)
    }

    /// What a phone's metering makes of bright and dark meters: it goes most of the way to a middle brightness.
    private static func metering(_ meter: Meter) -> Double {
        func light(_ colour: Colour) -> Double {
            let coded = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue
            return coded * coded
        }
        let mean = 0.6 * light(meter.paint.plate) + 0.4 * light(meter.paint.housing)
        let root = (0.62 / max(0.06, mean)).squareRoot()
        return max(0.8, min(2.4, root))
    }

    /// How the phones of the field see blue: red falls while blue rises, green stays; measured on the photos.
    private static func blue(_ strength: Double, _ random: inout SeededRandom) -> (Double, Double, Double) {
        (1 - 0.34 * strength + random.normal(0.03), 1 + random.normal(0.015), 1 + 0.66 * strength + random.normal(0.03))
    }

    /// A way of a length that bends a little, about the origin.
    private static func path(_ length: Double, isUpright: Bool, _ random: inout SeededRandom) -> [Point] {
        let angle = isUpright ? Turn.quarter + random.normal(0.22) : random.within(0...Turn.full)
        let bend = random.normal(0.5)
        guard length > 0.5 else { return [] }
        let steps = 24
        var places: [Point] = []
        var at = Point(0, 0)
        for step in 0..<steps {
            places.append(at)
            let (sine, cosine) = Turn.sineAndCosine(angle + bend * (Double(step) / Double(steps) - 0.5))
            at = Point(at.x + cosine * length / Double(steps - 1), at.y + sine * length / Double(steps - 1))
        }
        let middle = places[steps / 2]
        return places.map { Point($0.x - middle.x, $0.y - middle.y) }
    }

    /// Deviation of all blur together, in pixels: lens, focus and hand.
    package var softness: Double {
        var square = blur * blur + focus * focus / 4
        if !shake.isEmpty {
            square += shake.reduce(0) { $0 + ($1.x * $1.x + $1.y * $1.y) } / Double(shake.count)
        }
        return square.squareRoot()
    }
}

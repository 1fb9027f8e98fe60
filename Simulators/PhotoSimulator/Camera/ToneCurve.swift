/// The shape that a phone gives to tones: what a coded value (a root of light, 0…1) is printed as.
struct ToneCurve {
    private let contrast: Double
    private let gamma: Double

    init(camera: Camera) {
        contrast = camera.contrast
        gamma = camera.gamma - 1
    }

    func value(ofCoded coded: Double) -> Double {
        let away = coded * (1 - coded)
        return coded + away * ((coded * 2 - 1) * contrast - gamma)
    }

    /// What light (linear; cut off at 0 and 1) becomes on the picture, 0…1.
    func value(ofLight light: Double) -> Double { value(ofCoded: max(0, min(1, light)).squareRoot()) }
}

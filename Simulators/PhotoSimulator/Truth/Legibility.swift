/// Which digits a careful person could read, computed from what was drawn and from what the camera did to it.
struct Legibility {
    let hidden: [Truth.Hidden]
    let isReadable: Bool

    // Where reading ends. Set by judgement, not measured on readers; a digit beyond one of them is held for hidden.
    /// Share of a digit's core that may be covered for good.
    static let cover = 0.3
    /// Blur of all kinds as a share of a digit's height.
    static let softness = 0.17
    /// A digit's height in pixels.
    static let pixels = 7.0
    /// What must remain between ink and ground, of 1, and against the noise's deviation.
    static let contrast = 0.045
    static let contrastToNoise = 1.6
    /// Share of a cell that must lie in the picture.
    static let inside = 0.9

    init(of scene: Scene, cover: Cover) {
        let register = scene.meter.register
        var causes: [Truth.Cause: [Int]] = [:]
        let (map, shotMap) = (scene.toPicture, scene.shotMap)
        for (place, cell) in register.cells.enumerated() {
            let corners = cell.corners.map { map($0) }
            let digit = Legibility.height(corners)
            // What the phone did to it counts by its size in the phone's own photo, of which a screenshot shows less.
            let taken = Legibility.height(cell.corners.map { shotMap($0) })
            if let cause = Legibility.cause(place, corners, digit, taken, scene, cover) {
                causes[cause, default: []].append(place)
            }
        }
        if case .display(_, let reading) = register, reading.digits.isEmpty { causes[.displayOff] = [] }
        hidden = causes.map { Truth.Hidden(cause: $0.key, wheels: $0.value) }.sorted {
            $0.cause.rawValue < $1.cause.rawValue
        }
        let count = register.indexDigits
        isReadable = count > 0 && !hidden.contains { $0.wheels.contains { $0 < count } || $0.cause == .displayOff }
    }

    private static func height(_ corners: [Point]) -> Double {
        (corners[0].distance(to: corners[3]) + corners[1].distance(to: corners[2])) / 2
    }

    /// `digit` is its height in the picture that is sent, `taken` the one in the phone's photo, both in pixels.
    private static func cause(
        _ place: Int, _ corners: [Point], _ digit: Double, _ taken: Double, _ scene: Scene, _ cover: Cover
    ) -> Truth.Cause? {
        if share(of: corners, in: scene) < inside { return .cutOff }
        if let part = cover.parts.max(by: { $0.hidden[place] < $1.hidden[place] }),
            part.hidden[place] > Legibility.cover
        {
            return part.cause
        }
        if digit < pixels { return .small }
        let softness = scene.camera.softness / taken
        if softness > Legibility.softness { return .blurred }
        let colours = scene.meter.register.colours(of: place)
        let middle = Homography(unitSquareTo: corners)(Point(0.5, 0.5))
        let gain = scene.gain(at: middle)
        let tone = ToneCurve(camera: scene.camera)
        let veil = cover.parts.reduce(1.0) { $0 * (1 - $1.opacity[place]) }
        func seen(_ colour: Colour) -> Double {
            let luma = (0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue) * cover.lit[place]
            let light = luma * luma * (1 - scene.camera.haze) + 0.55 * scene.camera.haze
            return tone.value(ofLight: light * gain)
        }
        // Strokes are about a seventh of the digit's height; what blurs over more than that pales.
        let sharp = 1 / (1 + (softness / 0.14) * (softness / 0.14))
        let bare = abs(seen(colours.ink) - seen(colours.ground)) * sharp
        let left = bare * veil
        let grainy = scene.camera.noise * 0.8 / max(1, taken / 14)
        guard left < contrast || left < contrastToNoise * grainy else { return nil }
        if bare >= contrast, bare >= contrastToNoise * grainy {
            return cover.parts.max { $0.opacity[place] < $1.opacity[place] }?.cause ?? .condensation
        }
        return seen(colours.ground) > 0.85 && seen(colours.ink) > 0.85 ? .bright : .dark
    }

    /// The share of a quadrilateral that lies in the picture, by its places on a grid.
    private static func share(of corners: [Point], in scene: Scene) -> Double {
        let map = Homography(unitSquareTo: corners)
        var count = 0.0
        for row in 0..<6 {
            for column in 0..<6 where scene.shows(map(Point((Double(column) + 0.5) / 6, (Double(row) + 0.5) / 6))) {
                count += 1
            }
        }
        return count / 36
    }
}

extension Scene {
    /// Whether a place of the picture shows the scene: a screenshot's bars and the dark round a screen's photo do not.
    func shows(_ point: Point) -> Bool {
        guard Box(0, 0, Double(width), Double(height)).contains(point) else { return false }
        return presentation.kind == .photo
            || Box(0, 0, Double(shot.width), Double(shot.height)).contains(presentation.map.inverse(point))
    }

    /// What light and exposure make of white at a place of the picture, as grey.
    func gain(at point: Point) -> Double {
        let place = presentation.map.inverse(point)
        let u = Float(max(0, min(1, place.x / Double(shot.width))))
        let v = Float(max(0, min(1, place.y / Double(shot.height))))
        let gain = light.gain(u: u, v: v) * camera.gain
        return Double(gain.x * 0.299 + gain.y * 0.587 + gain.z * 0.114)
    }
}

extension Camera {
    /// What exposure and white balance multiply.
    var gain: SIMD4<Float> { SIMD4(cast, 0) * Float(exposure) }
}

extension Meter.Register {
    /// What a digit is printed with, and on.
    func colours(of place: Int) -> (ink: Colour, ground: Colour) {
        switch self {
        case .wheels(let look, _):
            place >= look.blackWheels ? (look.redDigit, look.redGround) : (look.digit, look.ground)
        case .display(let look, _): (look.ink, look.ground)
        }
    }
}

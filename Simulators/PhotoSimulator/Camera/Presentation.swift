/// What the customer really sends: the photo, a screenshot of it, or a photo of a screen that shows it.
package struct Presentation: Sendable {
    /// The kinds.
    package enum Kind: String, CaseIterable, Sendable, Codable { case photo, screenshot, screen }

    package let kind: Kind
    /// Size of the picture that is sent.
    let width: Int
    let height: Int
    /// From the photo's own pixels to the sent picture's.
    let map: Homography
    private let screen: ScreenLook
    private let bars: (top: UInt32, ground: UInt32)

    static let parameter = Parameter.choice(
        "channel.presentation", Kind.self, "Photo, screenshot, or photo of a screen")
    static let parameters = [parameter] + ScreenLook.parameters

    init(photo width: Int, _ height: Int, framing: Scene.Framing, longSide: Int, _ dice: inout Dice) {
        let drawn: Kind = dice.choice(Presentation.parameter)
        kind = framing == .window ? .photo : drawn
        screen = ScreenLook(&dice)
        let isLight = dice.random.chance(0.4)
        bars = isLight ? (0xFFF4_F4F4, 0xFFFF_FFFF) : (0xFF18_1818, 0xFF00_0000)
        switch kind {
        case .photo:
            (self.width, self.height) = (width, height)
            map = Homography([1, 0, 0, 0, 1, 0, 0, 0, 1])
        case .screenshot:
            self.height = longSide
            self.width = max(64, longSide * 9 / 19)
            let scale = min(Double(self.width) / Double(width), Double(self.height) * 0.8 / Double(height))
            let x = (Double(self.width) - Double(width) * scale) / 2
            let y = (Double(self.height) - Double(height) * scale) / 2
            map = Homography([scale, 0, x, 0, scale, y, 0, 0, 1])
        case .screen:
            (self.width, self.height) = (width, height)
            let (w, h) = (Double(width), Double(height))
            let (sine, cosine) = Turn.sineAndCosine(dice.random.normal(0.03))
            let zoom = dice.random.within(0.86...1.12)
            let corners = Box(0, 0, w, h).corners.map { corner in
                let x = (corner.x - w / 2) * zoom
                let y = (corner.y - h / 2) * zoom
                return Point(
                    w / 2 + x * cosine - y * sine + dice.random.normal(0.012) * w,
                    h / 2 + x * sine + y * cosine + dice.random.normal(0.012) * h)
            }
            map = Homography(width: w, height: h, to: corners)
        }
    }

    /// The picture that is sent.
    func present(_ photo: Picture) -> Picture {
        guard kind != .photo else { return photo }
        let back = map.inverse
        let pixels = Pixels(photo)
        var sent = [UInt32](repeating: bars.ground, count: width * height)
        for y in 0..<height {
            for x in 0..<width {
                let place = back(Point(Double(x) + 0.5, Double(y) + 0.5))
                let inside =
                    place.x >= 0 && place.y >= 0 && place.x < Double(photo.width) && place.y < Double(photo.height)
                let at = y * width + x
                switch kind {
                case .screen:
                    // Beyond the shown picture the screen is dark, but it glows.
                    let colour = inside ? pixels.colour(place) : SIMD4(12, 12, 14, 0)
                    sent[at] = Pixels.packed(screen.shown(colour, at: place))
                default:
                    if inside {
                        sent[at] = Pixels.packed(pixels.colour(place))
                    } else if y < height / 26 {
                        sent[at] = bars.top
                    }
                }
            }
        }
        return Picture(width: width, height: height, pixels: sent)
    }
}

/// A picture's pixels between its pixels.
struct Pixels {
    private let picture: Picture

    init(_ picture: Picture) { self.picture = picture }

    /// Red, green, blue from 0 to 255, bilinear.
    func colour(_ place: Point) -> SIMD4<Float> {
        let x = max(0, min(Double(picture.width) - 1.001, place.x - 0.5))
        let y = max(0, min(Double(picture.height) - 1.001, place.y - 0.5))
        let at = Int(y) * picture.width + Int(x)
        let a = Float(x - Double(Int(x)))
        let b = Float(y - Double(Int(y)))
        let right = Int(x) + 1 < picture.width ? 1 : 0
        let below = Int(y) + 1 < picture.height ? picture.width : 0
        func read(_ at: Int) -> SIMD4<Float> {
            let pixel = picture.pixels[at]
            return SIMD4(Float(pixel & 255), Float(pixel >> 8 & 255), Float(pixel >> 16 & 255), 0)
        }
        let top = read(at) + (read(at + right) - read(at)) * a
        let low = read(at + below) + (read(at + below + right) - read(at + below)) * a
        return top + (low - top) * b
    }

    static func packed(_ colour: SIMD4<Float>) -> UInt32 {
        func byte(_ value: Float) -> UInt32 { UInt32(max(0, min(255, value + 0.5))) }
        return byte(colour.x) | byte(colour.y) << 8 | byte(colour.z) << 16
    }
}

/// A window with a narrow margin, cut out of a photo to train on: of the meter it shows what the nets look at, no more.
///
/// It lies along the window, so that a turned photo shows no more beside it than a straight one, and it keeps the
/// photo's perspective, and its scale up to what the nets see. Round it is what its edge goes on to, blurred: the finder
/// looks for windows that do not fill their picture. How wide margin and frame are is by chance, so that no net learns
/// to find a window by where the blur begins.
package struct TrainingCrop: Hashable, Sendable {
    /// The pixels.
    package let picture: CleanPhoto
    /// The window's corners in pixels of the picture.
    package let window: Quad

    /// The margin on each side, in widths and in heights of the window.
    private static let marginAcross = 0.08...0.20
    private static let marginDown = 0.15...0.35
    /// The picture's width, in widths of the window, and its height in those of the picture.
    private static let frameAcross = 1.7...2.2
    private static let frameDown = 0.75
    /// Where the crop lies in it, 0 at the left or upper edge and 1 at the other: about the middle.
    private static let place = 0.3...0.7
    /// The finder sees 320 columns of a picture, the reader 224 of a window.
    private static let mostWidth = 480.0
    /// A window so narrow shows no digits.
    private static let leastWidth = 24.0

    /// The crop of a window that is given in pixels of the full-size photo; nil for a quad that is none, or too small.
    package init?(
        _ window: Quad, of full: PixelSize, in photo: CleanPhoto, using random: inout some RandomNumberGenerator
    ) {
        guard full.width > 0, full.height > 0 else { return nil }
        let quad = window.mapCorners { corner in
            Point(
                x: corner.x * Double(photo.width) / Double(full.width),
                y: corner.y * Double(photo.height) / Double(full.height))
        }
        let (broad, high) = (quad.meanWidth, quad.meanHeight)
        guard quad.isSound, broad >= Self.leastWidth, high <= broad, let axes = WindowAxes(quad) else { return nil }
        let placed = quad.mapCorners(axes.place)
        var box = placed.bounds
        box.left -= Double.random(in: Self.marginAcross, using: &random) * broad
        box.right += Double.random(in: Self.marginAcross, using: &random) * broad
        box.top -= Double.random(in: Self.marginDown, using: &random) * high
        box.bottom += Double.random(in: Self.marginDown, using: &random) * high
        let scale = min(1, Self.mostWidth / broad)
        let width = max(16, Int(((box.right - box.left) * scale).rounded()))
        let height = max(8, Int(((box.bottom - box.top) * scale).rounded()))
        guard let cut = Warp.planes(of: photo, quad: axes.photo(box), width: width, height: height) else { return nil }
        let across = Double.random(in: Self.frameAcross, using: &random) * broad * scale
        let frame = SoftFrame(
            width: max(Int(across.rounded()), width, Self.leastSide),
            height: max(Int((across * Self.frameDown).rounded()), height, Self.leastSide))
        let left = Int(Double(frame.width - width) * Double.random(in: Self.place, using: &random))
        let top = Int(Double(frame.height - height) * Double.random(in: Self.place, using: &random))
        guard let picture = frame.picture(round: cut, left: left, top: top, blur: high * scale) else { return nil }
        self.picture = picture
        self.window = placed.mapCorners { corner in
            Point(
                x: (corner.x - box.left) / (box.right - box.left) * Double(width) + Double(left),
                y: (corner.y - box.top) / (box.bottom - box.top) * Double(height) + Double(top))
        }
    }

    /// A picture that is smaller no reader opens.
    private static let leastSide = JPEGDecoder.leastSide
}

/// The directions along and across a window, as unit vectors of the photo.
private struct WindowAxes {
    private let along: Point

    /// nil where the window's upper and lower edge point nowhere in the mean.
    init?(_ quad: Quad) {
        let x = quad.topRight.x - quad.topLeft.x + quad.bottomRight.x - quad.bottomLeft.x
        let y = quad.topRight.y - quad.topLeft.y + quad.bottomRight.y - quad.bottomLeft.y
        let length = (x * x + y * y).squareRoot()
        guard length > 1e-6 else { return nil }
        along = Point(x: x / length, y: y / length)
    }

    /// Where a point of the photo lies along and across.
    func place(_ point: Point) -> Point {
        Point(x: point.x * along.x + point.y * along.y, y: point.y * along.x - point.x * along.y)
    }

    /// A box along and across as a quad of the photo.
    func photo(_ box: Bounds) -> Quad {
        Quad(
            topLeft: Point(x: box.left, y: box.top), topRight: Point(x: box.right, y: box.top),
            bottomRight: Point(x: box.right, y: box.bottom), bottomLeft: Point(x: box.left, y: box.bottom)
        ).mapCorners { Point(x: $0.x * along.x - $0.y * along.y, y: $0.x * along.y + $0.y * along.x) }
    }
}

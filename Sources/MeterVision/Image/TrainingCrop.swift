/// A window with a narrow margin, cut out of a photo to train on: of the meter it shows what the nets look at, no more.
///
/// It lies along the window, so that a turned photo shows no more beside it than a straight one, and it keeps the
/// photo's perspective, and its scale up to a width that no net sees more of.
package struct TrainingCrop: Hashable, Sendable {
    /// The pixels.
    package let picture: CleanPhoto
    /// The window's corners in pixels of the picture.
    package let window: Quad

    /// The margin on each side, in widths and in heights of the window: the refiner's look takes in 1.3 by 2.0 windows.
    private static let margin = (across: 0.15, down: 0.5)
    /// The finder sees 320 columns, the reader 224 of a window.
    private static let mostWidth = 640.0
    /// A window so narrow shows no digits.
    private static let leastWidth = 24.0

    /// The crop of a window that is given in pixels of the full-size photo; nil for a quad that is none, or too small.
    package init?(_ window: Quad, of full: PixelSize, in photo: CleanPhoto) {
        guard full.width > 0, full.height > 0 else { return nil }
        let quad = window.mapCorners { corner in
            Point(
                x: corner.x * Double(photo.width) / Double(full.width),
                y: corner.y * Double(photo.height) / Double(full.height))
        }
        guard quad.isSound, quad.meanWidth >= Self.leastWidth, let axes = WindowAxes(quad) else { return nil }
        let placed = quad.mapCorners(axes.place)
        let (across, down) = (Self.margin.across * quad.meanWidth, Self.margin.down * quad.meanHeight)
        var box = placed.bounds
        (box.left, box.right) = (box.left - across, box.right + across)
        (box.top, box.bottom) = (box.top - down, box.bottom + down)
        let scale = min(1, Self.mostWidth / (box.right - box.left))
        let width = max(16, Int(((box.right - box.left) * scale).rounded()))
        let height = max(16, Int(((box.bottom - box.top) * scale).rounded()))
        guard height <= 2 * width,
            let cut = Warp.planes(of: photo, quad: axes.photo(box), width: width, height: height)?.picture
        else { return nil }
        // What is smaller no reader opens: the crop's edge goes on, the photo does not.
        let (padX, padY) = (Self.padding(width), Self.padding(height))
        guard let picture = cut.continued(across: padX, down: padY) else { return nil }
        self.picture = picture
        self.window = placed.mapCorners { corner in
            Point(
                x: (corner.x - box.left) / (box.right - box.left) * Double(width) + Double(padX),
                y: (corner.y - box.top) / (box.bottom - box.top) * Double(height) + Double(padY))
        }
    }

    private static func padding(_ side: Int) -> Int { max(0, (JPEGDecoder.leastSide + 1 - side) / 2) }
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

extension CleanPhoto {
    /// The picture with its outermost pixels repeated so many times on each side.
    fileprivate func continued(across: Int, down: Int) -> CleanPhoto? {
        guard across > 0 || down > 0 else { return self }
        var result: [UInt8] = []
        result.reserveCapacity((width + 2 * across) * (height + 2 * down) * 3)
        for row in -down..<height + down {
            let begin = min(max(row, 0), height - 1) * width
            for column in -across..<width + across {
                let at = (begin + min(max(column, 0), width - 1)) * 3
                result += pixels[at..<at + 3]
            }
        }
        return CleanPhoto(width: width + 2 * across, height: height + 2 * down, pixels: result)
    }
}

/// Straightens a quad of a photo into an upright picture.
package enum Warp {
    /// A target pixel may skip at most this many source pixels; beyond, the source is averaged down first.
    static let mostSkipped = 1.5

    /// The quad (in pixels of this photo) as red, green and blue planes of 0 to 1; nil for a quad that is none.
    ///
    /// Between pixels it is linear; beyond the photo its edge goes on.
    package static func planes(of photo: CleanPhoto, quad: Quad, width: Int, height: Int) -> Planes? {
        guard quad.isSound, let map = Homography(unitSquareTo: quad) else { return nil }
        let across = max(quad.topLeft.distance(to: quad.topRight), quad.bottomLeft.distance(to: quad.bottomRight))
        let down = max(quad.topLeft.distance(to: quad.bottomLeft), quad.topRight.distance(to: quad.bottomRight))
        let skip = max(across / Double(width), down / Double(height))
        let factor = min(max(1, Int((skip / mostSkipped).rounded(.up))), 64)
        let source = Patch(photo, around: quad.bounds, factor: factor)
        var result = Planes(channels: 3, width: width, height: height)
        let area = result.area
        for y in 0..<height {
            for x in 0..<width {
                let point = map.map(
                    Point(x: (Double(x) + 0.5) / Double(width), y: (Double(y) + 0.5) / Double(height)))
                let colour = source.sample(x: point.x, y: point.y)
                let at = y * width + x
                result.values[at] = colour.x
                result.values[area + at] = colour.y
                result.values[2 * area + at] = colour.z
            }
        }
        return result
    }
}

/// A part of a photo, averaged down by a whole factor.
private struct Patch {
    private let left, top, factor, width, height: Int
    private var colours: [SIMD4<Float>]

    init(_ photo: CleanPhoto, around bounds: Bounds, factor: Int) {
        func clamped(_ value: Double, below limit: Int) -> Int { Int(min(max(value, 0), Double(limit - 1))) }
        // Blocks lie on a grid of the whole photo, so that neighbouring quads see the same averages.
        let left = clamped(bounds.left - Double(2 * factor), below: photo.width) / factor
        let top = clamped(bounds.top - Double(2 * factor), below: photo.height) / factor
        let right = clamped(bounds.right + Double(2 * factor), below: photo.width) / factor
        let bottom = clamped(bounds.bottom + Double(2 * factor), below: photo.height) / factor
        (self.left, self.top, self.factor) = (left, top, factor)
        width = right - left + 1
        height = bottom - top + 1
        colours = []
        colours.reserveCapacity(width * height)
        for row in top...bottom {
            let ys = row * factor..<min((row + 1) * factor, photo.height)
            for column in left...right {
                let xs = column * factor..<min((column + 1) * factor, photo.width)
                var sum = SIMD4<Float>.zero
                for y in ys {
                    for x in xs {
                        let at = (y * photo.width + x) * 3
                        sum += SIMD4(Float(photo.pixels[at]), Float(photo.pixels[at + 1]), Float(photo.pixels[at + 2]), 0)
                    }
                }
                colours.append(sum / Float(255 * xs.count * ys.count))
            }
        }
    }

    /// The colour at a point of the photo, linear between the centres of the blocks.
    func sample(x: Double, y: Double) -> SIMD4<Float> {
        let u = min(max(x / Double(factor) - 0.5 - Double(left), 0), Double(width - 1))
        let v = min(max(y / Double(factor) - 0.5 - Double(top), 0), Double(height - 1))
        let (column, row) = (Int(u), Int(v))
        let (nextColumn, nextRow) = (min(column + 1, width - 1), min(row + 1, height - 1))
        let (shareX, shareY) = (Float(u - Double(column)), Float(v - Double(row)))
        let upper = colours[row * width + column] * (1 - shareX) + colours[row * width + nextColumn] * shareX
        let lower = colours[nextRow * width + column] * (1 - shareX) + colours[nextRow * width + nextColumn] * shareX
        return upper * (1 - shareY) + lower * shareY
    }
}

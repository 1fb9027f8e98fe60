/// A strip of the plate above or below a window, straightened and evened out for print to be found in.
package struct PlateStrip: Sendable {
    /// Pixels across; the window's width takes up most of them.
    static let width = 576
    /// How far a strip goes beyond the window at each side, in window widths.
    private static let beside = 0.15
    /// How far to each side of a pixel its surroundings reach.
    private static let reach = 18

    /// The part of the photo that it shows, a parallelogram.
    package let quad: Quad
    /// Its brightness less that of each pixel's surroundings, divided by their deviation.
    package let evened: Planes

    /// Where the strips worth reading lie, nearest to where meters have their serial first.
    ///
    /// `lines` are distances from the window's upper edge in window heights: negative above it, over 1 below.
    package static func regions(around window: Quad) -> [Quad] {
        let (across, down) = (window.meanWidth, window.meanHeight)
        guard across > 24, down > 6 else { return [] }
        return [(1.1, 4.4), (-3.4, -0.1)].compactMap { lines in
            // A plate is much higher than a low window; past twice its width nothing belongs to it.
            let reach = 0.6 * across / down
            let (first, last) = (max(lines.0, -reach), min(lines.1, 1 + reach))
            guard last > first else { return nil }
            return PlateAxes(of: window).quad(across: -beside...1 + beside, down: first...last)
        }
    }

    /// What that part of the photo shows; nil where most of it lies outside the photo, or it has too few or too many rows.
    package init?(of quad: Quad, in photo: CleanPhoto) {
        let bounds = quad.bounds
        let inside = Bounds(
            left: max(bounds.left, 0), top: max(bounds.top, 0), right: min(bounds.right, Double(photo.width)),
            bottom: min(bounds.bottom, Double(photo.height)))
        guard inside.area > 0.3 * bounds.area else { return nil }
        let height = Int((Double(Self.width) * quad.meanHeight / quad.meanWidth).rounded())
        guard (24...480).contains(height),
            let luma = Warp.planes(of: photo, quad: quad, width: Self.width, height: height)?.luma
        else { return nil }
        self.quad = quad
        evened = Self.evened(luma)
    }

    /// Where a point of the strip lies in the photo.
    package func place(_ point: Point) -> Point {
        let (u, v) = (point.x / Double(evened.width), point.y / Double(evened.height))
        return Point(
            x: quad.topLeft.x + u * (quad.topRight.x - quad.topLeft.x) + v * (quad.bottomLeft.x - quad.topLeft.x),
            y: quad.topLeft.y + u * (quad.topRight.y - quad.topLeft.y) + v * (quad.bottomLeft.y - quad.topLeft.y))
    }

    /// The picture with the same mean and contrast everywhere: shadows and lamps on a plate hide its print otherwise.
    ///
    /// Sums over a pixel's surroundings are those of its neighbour, with a row or column more and one less.
    static func evened(_ luma: Planes) -> Planes {
        let (width, height) = (luma.width, luma.height)
        var sums = [Double](repeating: 0, count: width)
        var squares = sums
        func take(_ row: Int, _ sign: Double) {
            for x in 0..<width {
                let value = Double(luma.values[row * width + x])
                sums[x] += sign * value
                squares[x] += sign * value * value
            }
        }
        for row in 0..<min(reach, height) { take(row, 1) }
        var result = Planes(channels: 1, width: width, height: height)
        for y in 0..<height {
            if y + reach < height { take(y + reach, 1) }
            if y - reach - 1 >= 0 { take(y - reach - 1, -1) }
            let rows = min(height, y + reach + 1) - max(0, y - reach)
            var (sum, square) = (0.0, 0.0)
            for x in 0..<min(reach, width) { (sum, square) = (sum + sums[x], square + squares[x]) }
            for x in 0..<width {
                if x + reach < width { (sum, square) = (sum + sums[x + reach], square + squares[x + reach]) }
                if x - reach - 1 >= 0 {
                    (sum, square) = (sum - sums[x - reach - 1], square - squares[x - reach - 1])
                }
                let count = Double(rows * (min(width, x + reach + 1) - max(0, x - reach)))
                let mean = sum / count
                let deviation = max(square / count - mean * mean, 0).squareRoot()
                // An even surface holds nothing but noise: 0.06 keeps that from being blown up.
                let value = (Double(luma.values[y * width + x]) - mean) / max(deviation, 0.06)
                result.values[y * width + x] = Float(min(max(value, -2.5), 2.1))
            }
        }
        return result
    }
}

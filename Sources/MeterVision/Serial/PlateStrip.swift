/// A strip of the plate above or below a window, straightened and evened out for plain print to be read in.
enum PlateStrip {
    /// Pixels across; the window's width takes up most of them.
    static let width = 576
    /// How far a strip goes beyond the window at each side, in window widths.
    private static let beside = 0.15

    /// The strips worth reading, nearest to where meters have their serial first.
    ///
    /// `lines` are distances from the window's upper edge in window heights: negative above it, over 1 below.
    static func greys(around window: Quad, in photo: CleanPhoto) -> [(grey: [UInt8], width: Int)] {
        regions(around: window).compactMap { grey(of: $0, in: photo) }
    }

    /// Where those strips lie, as far as the photo goes.
    static func regions(around window: Quad) -> [Quad] {
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

    private static func grey(of quad: Quad, in photo: CleanPhoto) -> (grey: [UInt8], width: Int)? {
        // What lies outside the photo is cut off, not filled up.
        let bounds = quad.bounds
        let inside = Bounds(
            left: max(bounds.left, 0), top: max(bounds.top, 0), right: min(bounds.right, Double(photo.width)),
            bottom: min(bounds.bottom, Double(photo.height)))
        guard inside.area > 0.3 * bounds.area else { return nil }
        let height = Int((Double(width) * quad.meanHeight / quad.meanWidth).rounded())
        guard (24...480).contains(height),
            let luma = Warp.planes(of: photo, quad: quad, width: width, height: height)?.luma
        else { return nil }
        return (evened(luma), width)
    }

    /// The picture with the same mean and contrast everywhere: shadows and lamps on a plate hide its print otherwise.
    static func evened(_ luma: Planes) -> [UInt8] {
        let (width, height, reach) = (luma.width, luma.height, 18)
        var sums = [Double](repeating: 0, count: (width + 1) * (height + 1))
        var squares = sums
        for y in 0..<height {
            var (sum, square) = (0.0, 0.0)
            for x in 0..<width {
                let value = Double(luma.values[y * width + x])
                sum += value
                square += value * value
                let at = (y + 1) * (width + 1) + x + 1
                sums[at] = sums[at - width - 1] + sum
                squares[at] = squares[at - width - 1] + square
            }
        }
        var grey = [UInt8](repeating: 0, count: width * height)
        for y in 0..<height {
            let (top, bottom) = (max(0, y - reach) * (width + 1), min(height, y + reach + 1) * (width + 1))
            for x in 0..<width {
                let (left, right) = (max(0, x - reach), min(width, x + reach + 1))
                let count = Double((bottom - top) / (width + 1) * (right - left))
                func box(_ table: [Double]) -> Double {
                    table[bottom + right] - table[bottom + left] - table[top + right] + table[top + left]
                }
                let mean = box(sums) / count
                let deviation = max(box(squares) / count - mean * mean, 0).squareRoot()
                let value = 140 + 55 * (Double(luma.values[y * width + x]) - mean) / max(deviation, 0.06)
                grey[y * width + x] = UInt8(min(max(value.rounded(), 0), 255))
            }
        }
        return grey
    }
}

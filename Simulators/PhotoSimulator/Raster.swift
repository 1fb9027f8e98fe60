/// A picture in linear memory: one SIMD4 (red, green, blue, unused) a pixel, 0…1 and beyond while light is added.
package struct Raster: Sendable {
    package let width: Int
    package let height: Int
    package var pixels: [SIMD4<Float>]

    package init(width: Int, height: Int, filledWith colour: SIMD4<Float> = .zero) {
        precondition(width > 0 && height > 0, "a raster has pixels")
        self.width = width
        self.height = height
        pixels = [SIMD4<Float>](repeating: colour, count: width * height)
    }

    /// The picture as seen through a map from its own pixels to those of another one, bilinear, edges repeated.
    package init(width: Int, height: Int, sampling source: Raster, by map: Homography) {
        self.init(width: width, height: height)
        let m = map.m.map(Float.init)
        let right = Float(source.width - 2)
        let bottom = Float(source.height - 2)
        let stride = source.width
        source.pixels.withUnsafeBufferPointer { from in
            pixels.withUnsafeMutableBufferPointer { into in
                for y in 0..<height {
                    let fy = Float(y) + 0.5
                    for x in 0..<width {
                        let fx = Float(x) + 0.5
                        let w = 1 / (m[6] * fx + m[7] * fy + m[8])
                        let u = max(0, min(right, (m[0] * fx + m[1] * fy + m[2]) * w - 0.5))
                        let v = max(0, min(bottom, (m[3] * fx + m[4] * fy + m[5]) * w - 0.5))
                        let column = Int(u)
                        let row = Int(v)
                        let a = u - Float(column)
                        let b = v - Float(row)
                        let at = row * stride + column
                        let top = from[at] + (from[at + 1] - from[at]) * a
                        let low = from[at + stride] + (from[at + stride + 1] - from[at + stride]) * a
                        into[y * width + x] = top + (low - top) * b
                    }
                }
            }
        }
    }

    /// Blurs along both axes with a Gaussian of the given deviation in pixels.
    package mutating func blur(deviation: Double) {
        guard deviation > 0.15 else { return }
        let radius = max(1, Int((deviation * 2.5).rounded(.up)))
        var weights = (-radius...radius).map {
            Float(Raster.exponential(-Double($0 * $0) / (2 * deviation * deviation)))
        }
        let sum = weights.reduce(0, +)
        weights = weights.map { $0 / sum }
        smear(weights, alongRows: true)
        smear(weights, alongRows: false)
    }

    /// Averages along a line: what a moving hand does during the exposure.
    package mutating func smear(length: Double, direction: (dx: Double, dy: Double)) {
        let steps = max(2, Int(length.rounded(.up)) + 1)
        var result = Raster(width: width, height: height)
        let share = 1 / Float(steps)
        for step in 0..<steps {
            let along = (Double(step) / Double(steps - 1) - 0.5) * length
            let shiftX = Int((along * direction.dx).rounded())
            let shiftY = Int((along * direction.dy).rounded())
            for y in 0..<height {
                let row = max(0, min(height - 1, y + shiftY)) * width
                for x in 0..<width {
                    result.pixels[y * width + x] += pixels[row + max(0, min(width - 1, x + shiftX))] * share
                }
            }
        }
        self = result
    }

    /// Weighs each pixel's neighbours along one axis, the picture's edge repeated beyond it.
    private mutating func smear(_ weights: [Float], alongRows: Bool) {
        let radius = weights.count / 2
        let source = pixels
        let (width, height) = (width, height)
        source.withUnsafeBufferPointer { from in
            pixels.withUnsafeMutableBufferPointer { into in
                for y in 0..<height {
                    let row = y * width
                    for x in 0..<width { into[row + x] = .zero }
                    for (tap, weight) in weights.enumerated() {
                        let shift = tap - radius
                        guard alongRows else {
                            let other = max(0, min(height - 1, y + shift)) * width
                            for x in 0..<width { into[row + x] += from[other + x] * weight }
                            continue
                        }
                        // The part of the row whose neighbour lies inside, and the two ends that repeat the edge.
                        let first = min(width, max(0, -shift))
                        let last = max(first, min(width, width - shift))
                        for x in 0..<first { into[row + x] += from[row] * weight }
                        for x in first..<last { into[row + x] += from[row + x + shift] * weight }
                        for x in last..<width { into[row + x] += from[row + width - 1] * weight }
                    }
                }
            }
        }
    }

    /// e to the x for x ≤ 0, by repeated squaring of the series: no libm, so the same bits on every machine.
    static func exponential(_ x: Double) -> Double {
        let part = x / 1024
        var value = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
        for _ in 0..<10 { value *= value }
        return value
    }

    /// Interleaved 8-bit RGB.
    package func rgb() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: width * height * 3)
        for index in pixels.indices {
            let scaled = (pixels[index] * 255 + 0.5).clamped(lowerBound: .zero, upperBound: SIMD4(repeating: 255))
            bytes[index * 3] = UInt8(scaled.x)
            bytes[index * 3 + 1] = UInt8(scaled.y)
            bytes[index * 3 + 2] = UInt8(scaled.z)
        }
        return bytes
    }
}

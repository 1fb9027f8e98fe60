/// Throws the drawn face onto the film, blue before green and red: perspective, light, exposure and white balance in one pass.
///
/// Colours are coded by the square root of their light, near enough to what screens do; squaring makes light of them.
struct Exposure {
    private let canvas: Canvas
    /// From the film's pixels to the canvas's, row by row.
    private let m: [Float]
    /// Light that the lens scatters over all.
    private let veil: SIMD4<Float>

    private let lamp: [SIMD4<Float>]
    private static let nodes = 32

    init(canvas: Canvas, map: Homography, light: Light, gain: SIMD4<Float>, haze: Float) {
        self.canvas = canvas
        // In the order of cairo's pixels: blue first.
        let gain = SIMD4(gain.z, gain.y, gain.x, 0)
        veil = gain * haze * 0.55
        m = map.m.map(Float.init)
        let side = Exposure.nodes
        var grid: [SIMD4<Float>] = []
        grid.reserveCapacity((side + 1) * (side + 1))
        for row in 0...side {
            for column in 0...side {
                let lamp = light.gain(u: Float(column) / Float(side), v: Float(row) / Float(side))
                // Bytes are squared on the way.
                grid.append(SIMD4(lamp.z, lamp.y, lamp.x, 0) * gain * ((1 - haze) / 65_025))
            }
        }
        lamp = grid
    }

    /// Exposes a row of a film of `height` rows.
    func expose(row y: Int, of height: Int, into film: inout [SIMD4<Float>]) {
        let width = film.count
        let right = Float(canvas.width) - 1.001
        let bottom = Float(canvas.height) - 1.001
        let veil = veil
        canvas.withPixels { from, stride in
            m.withUnsafeBufferPointer { m in
                film.withUnsafeMutableBufferPointer { into in
                    // The lamp's light first, then what the face makes of it.
                    Exposure.interpolate(lamp, row: y, of: height, into: into)
                    let fy = Float(y) + 0.5
                    var nu = m[1] * fy + m[2] + m[0] * 0.5
                    var nv = m[4] * fy + m[5] + m[3] * 0.5
                    var nw = m[7] * fy + m[8] + m[6] * 0.5
                    let (du, dv, dw) = (m[0], m[3], m[6])
                    for x in 0..<width {
                        let w = 1 / nw
                        let u = max(0, min(right, nu * w - 0.5))
                        let v = max(0, min(bottom, nv * w - 0.5))
                        nu += du
                        nv += dv
                        nw += dw
                        let column = Int(u)
                        let line = Int(v)
                        let at = line &* stride &+ column
                        let a = u - Float(column)
                        let b = v - Float(line)
                        let p00 = Exposure.unpack(from[at])
                        let p10 = Exposure.unpack(from[at &+ 1])
                        let p01 = Exposure.unpack(from[at &+ stride])
                        let p11 = Exposure.unpack(from[at &+ stride &+ 1])
                        let top = p00 + (p10 - p00) * a
                        let low = p01 + (p11 - p01) * a
                        let coded = top + (low - top) * b
                        into[x] = coded * coded * into[x] + veil
                    }
                }
            }
        }
    }

    /// Blue, green, red as stored, 0…255; by bits, for conversions of vectors cost more.
    @inline(__always)
    private static func unpack(_ pixel: UInt32) -> SIMD4<Float> {
        let bytes = unsafeBitCast(pixel, to: SIMD4<UInt8>.self)
        // A float of 2 to the 23rd holds a whole number in its lowest bits.
        let bits = SIMD4<UInt32>(truncatingIfNeeded: bytes) | 0x4B00_0000
        return unsafeBitCast(bits, to: SIMD4<Float>.self) - 8_388_608
    }

    private static func interpolate(
        _ grid: [SIMD4<Float>], row: Int, of height: Int, into line: UnsafeMutableBufferPointer<SIMD4<Float>>
    ) {
        let place = Float(row) / Float(max(1, height)) * Float(nodes)
        let above = min(nodes - 1, Int(place))
        let b = place - Float(above)
        let columns = nodes + 1
        let step = Float(nodes) / Float(max(1, line.count))
        var x = 0
        for column in 0..<nodes {
            let l =
                grid[above * columns + column] + (grid[(above + 1) * columns + column] - grid[above * columns + column])
                * b
            let r =
                grid[above * columns + column + 1]
                + (grid[(above + 1) * columns + column + 1] - grid[above * columns + column + 1]) * b
            while x < line.count, Float(x) * step < Float(column + 1) || column == nodes - 1 {
                line[x] = l + (r - l) * (Float(x) * step - Float(column))
                x += 1
            }
        }
    }
}

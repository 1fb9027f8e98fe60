/// Throws the drawn face onto the film: perspective, light, exposure and white balance in one pass.
///
/// Colours are coded by the square root of their light, near enough to what screens do; squaring makes light of them.
struct Exposure {
    let canvas: Canvas
    /// From the film's pixels to the canvas's.
    let map: Homography
    let light: Light
    /// What exposure and white balance multiply.
    let gain: SIMD4<Float>
    let haze: Float

    private static let nodes = 32

    func expose(_ film: inout Film) {
        let lamp = lampGrid(aspect: Float(film.height) / Float(film.width))
        let (width, height) = (film.width, film.height)
        let m = map.m.map(Float.init)
        let right = Float(canvas.width) - 1.001
        let bottom = Float(canvas.height) - 1.001
        let keep = 1 - haze
        let veil = gain * haze * 0.55
        var lampRow = [SIMD4<Float>](repeating: .zero, count: width)
        canvas.withPixels { from, stride in
            film.pixels.withUnsafeMutableBufferPointer { into in
                for y in 0..<height {
                    lampRow.withUnsafeMutableBufferPointer { Exposure.interpolate(lamp, row: y, of: height, into: $0) }
                    lampRow.withUnsafeBufferPointer { lampRow in
                        let fy = Float(y) + 0.5
                        var nu = m[1] * fy + m[2] + m[0] * 0.5
                        var nv = m[4] * fy + m[5] + m[3] * 0.5
                        var nw = m[7] * fy + m[8] + m[6] * 0.5
                        let row = y * width
                        for x in 0..<width {
                            let w = 1 / nw
                            let u = max(0, min(right, nu * w - 0.5))
                            let v = max(0, min(bottom, nv * w - 0.5))
                            nu += m[0]
                            nv += m[3]
                            nw += m[6]
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
                            into[row &+ x] = coded * coded * lampRow[x] * keep + veil
                        }
                    }
                }
            }
        }
    }

    /// Blue, green, red as stored, to red, green, blue; 0…255 to 0…1.
    @inline(__always)
    private static func unpack(_ pixel: UInt32) -> SIMD4<Float> {
        let bytes = SIMD4<Int32>(
            Int32(truncatingIfNeeded: pixel >> 16 & 255), Int32(truncatingIfNeeded: pixel >> 8 & 255),
            Int32(truncatingIfNeeded: pixel & 255), 0)
        return SIMD4<Float>(bytes) * (1 / 255)
    }

    private func lampGrid(aspect: Float) -> [SIMD4<Float>] {
        let side = Exposure.nodes
        var grid: [SIMD4<Float>] = []
        grid.reserveCapacity((side + 1) * (side + 1))
        for row in 0...side {
            for column in 0...side {
                grid.append(light.gain(u: Float(column) / Float(side), v: Float(row) / Float(side)) * gain)
            }
        }
        return grid
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

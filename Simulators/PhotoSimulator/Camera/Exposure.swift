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
    func expose(row y: Int, of height: Int, into film: UnsafeMutableBufferPointer<SIMD4<Float>>) {
        // The lamp's light first, then what the face makes of it.
        Exposure.interpolate(lamp, row: y, of: height, into: film)
        let veil = veil
        let side = SIMD2(Float(canvas.width), Float(canvas.height)) - 1.001
        let fy = Float(y) + 0.5
        let start = SIMD4(m[1] * fy + m[2], m[4] * fy + m[5], m[7] * fy + m[8], 0)
        let step = SIMD4(m[0], m[3], m[6], 0)
        canvas.withPixels { pixels, stride in
            guard let from = pixels.baseAddress else { return }
            let pitch = SIMD4(repeating: Float(stride))
            var x = 0
            while x < film.count {
                // Four places of the face at once.
                let across = SIMD4(0.5, 1.5, 2.5, 3.5) + Float(x)
                let w = 1 / (across * step.z + start.z)
                let u = Exposure.held((across * step.x + start.x) * w - 0.5, side.x)
                let v = Exposure.held((across * step.y + start.y) * w - 0.5, side.y)
                let (column, line) = (Exposure.whole(u), Exposure.whole(v))
                let (a, b) = (u - column, v - line)
                // Whole numbers below 2 to the 23rd stand in a float's last bits; a face is smaller than 2,700 by 2,700.
                let at = unsafeBitCast(line * pitch + column + 8_388_608, to: SIMD4<UInt32>.self) & 0x7F_FFFF
                for part in 0..<min(4, film.count &- x) {
                    let corner = from + Int(at[part])
                    let p00 = Exposure.unpack(corner[0])
                    let p01 = Exposure.unpack(corner[stride])
                    let top = p00 + (Exposure.unpack(corner[1]) - p00) * a[part]
                    let low = p01 + (Exposure.unpack(corner[stride &+ 1]) - p01) * a[part]
                    let coded = top + (low - top) * b[part]
                    film[x &+ part] = coded * coded * film[x &+ part] + veil
                }
                x &+= 4
            }
        }
    }

    /// Held between 0 and a limit.
    @inline(__always)
    private static func held(_ places: SIMD4<Float>, _ limit: Float) -> SIMD4<Float> {
        var places = places
        // What is no number becomes 0, too.
        places.replace(with: 0, where: .!(places .>= 0))
        places.replace(with: SIMD4(repeating: limit), where: places .> limit)
        return places
    }

    /// The whole number below or at each place (0 up to 2 to the 22nd); of a whole one at times the next lower.
    @inline(__always)
    private static func whole(_ places: SIMD4<Float>) -> SIMD4<Float> {
        // What lies beyond 2 to the 23rd is rounded to whole numbers, halves to even ones.
        let beyond: Float = 8_388_608 + 16
        return (places - 0.5 + beyond) - beyond
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

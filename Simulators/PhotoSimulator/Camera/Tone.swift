/// What the sensor and the phone's software make of light: tone curve, noise, bytes.
///
/// By tables, so that a pixel costs little.
struct Tone {
    /// By the root of light in 1023rds, near enough to what screens code: the printed value.
    private let curve: [UInt8]
    /// By printed value: the noise's deviation there, in 256ths of a printed step.
    private let noise: [Int32]

    init(camera: Camera) {
        let shape = ToneCurve(camera: camera)
        curve = (0..<1024).map { UInt8(max(0, min(255, shape.value(ofCoded: Double($0) / 1023) * 255 + 0.5))) }
        noise = (0..<256).map { value in
            // A sensor's noise is that of counted light: even in coded values; what is read out adds a little in the dark.
            let dark = 1 - Double(value) / 255
            return Int32(camera.noise * (0.75 + 0.35 * dark * dark) * 255 * 256)
        }
    }

    /// Prints a row of light (blue, green, red) as bytes; `shift` is where in the noise's tile it begins.
    func print(
        _ row: UnsafePointer<SIMD4<Float>>, _ tile: [SIMD4<Int16>], _ shift: Int,
        into pixels: UnsafeMutableBufferPointer<UInt32>
    ) {
        let line = shift / NoiseTile.side * NoiseTile.side
        let first = shift % NoiseTile.side
        // Whole numbers stand in the last bits of what is beyond 2 to the 23rd.
        let whole = SIMD4<Float>(repeating: 8_388_608)
        tile.withUnsafeBufferPointer { tile in
            curve.withUnsafeBufferPointer { curve in
                noise.withUnsafeBufferPointer { noise in
                    @inline(__always)
                    func printed(_ root: UInt32, _ grain: Int16) -> UInt32 {
                        let value = curve[Int(root & 1023)]
                        let speck = (Int32(grain) &* noise[Int(value)] &+ 32_768) &>> 16
                        return UInt32(truncatingIfNeeded: max(0, min(255, Int32(value) &+ speck)))
                    }
                    for x in 0..<pixels.count {
                        let light = row[x].aboveZero.atMost(1)
                        let root = unsafeBitCast(light.squareRoot() * 1023 + whole, to: SIMD4<UInt32>.self)
                        let grain = tile[line &+ ((first &+ x) & (NoiseTile.side - 1))]
                        pixels[x] =
                            printed(root.z, grain.z) | printed(root.y, grain.y) << 8 | printed(root.x, grain.x) << 16
                    }
                }
            }
        }
    }
}

/// What the sensor and the phone's software make of light: tone curve, noise, bytes.
///
/// By tables, so that a pixel costs little.
struct Tone {
    /// By how bright it is, 256 steps for each doubling as a float's bits have them: the printed value.
    private let curve: [UInt8]
    /// By printed value: the noise's deviation there, in 256ths of a printed step.
    private let noise: [Int32]

    init(camera: Camera) {
        let shape = ToneCurve(camera: camera)
        curve = (0...Self.place(of: 1)).map { place in
            let bits = UInt32(place) << Self.finer + 1 << (Self.finer - 1)
            let middle = Float(bitPattern: Self.darkest.bitPattern + bits)
            let light = Double(max(0, min(1, middle - Self.darkest)))
            return UInt8(max(0, min(255, shape.value(ofCoded: light.squareRoot()) * 255 + 0.5)))
        }
        noise = (0..<256).map { value in
            // A sensor's noise is that of counted light: even in coded values; what is read out adds a little in the dark.
            let dark = 1 - Double(value) / 255
            return Int32(camera.noise * (0.75 + 0.35 * dark * dark) * 255 * 256)
        }
    }

    /// What is added to light, so that black has a place too: a 2,048th.
    private static let darkest: Float = 0x1p-11
    /// The bits of a float that a place leaves out.
    private static let finer: UInt32 = 15

    /// Where light of 0 to 1 stands in the curve; no root is taken for it.
    @inline(__always)
    private static func place(of light: Float) -> Int {
        let held = light > 0 ? (light < 1 ? light : 1) : 0
        return Int(((held + darkest).bitPattern &- darkest.bitPattern) &>> finer)
    }

    /// Prints a row of light (blue, green, red) as bytes; `shift` is where in the noise's tile it begins.
    func print(
        _ row: UnsafePointer<SIMD4<Float>>, _ tile: [SIMD4<Int16>], _ shift: Int,
        into pixels: UnsafeMutableBufferPointer<UInt32>
    ) {
        let line = shift / NoiseTile.side * NoiseTile.side
        let first = shift % NoiseTile.side
        tile.withUnsafeBufferPointer { tile in
            curve.withUnsafeBufferPointer { curve in
                noise.withUnsafeBufferPointer { noise in
                    @inline(__always)
                    func printed(_ light: Float, _ grain: Int16) -> UInt32 {
                        let value = curve[Self.place(of: light)]
                        let speck = (Int32(grain) &* noise[Int(value)] &+ 32_768) &>> 16
                        return UInt32(truncatingIfNeeded: max(0, min(255, Int32(value) &+ speck)))
                    }
                    for x in 0..<pixels.count {
                        let light = row[x]
                        let grain = tile[line &+ ((first &+ x) & (NoiseTile.side - 1))]
                        pixels[x] =
                            printed(light.z, grain.z) | printed(light.y, grain.y) << 8 | printed(light.x, grain.x) << 16
                    }
                }
            }
        }
    }
}

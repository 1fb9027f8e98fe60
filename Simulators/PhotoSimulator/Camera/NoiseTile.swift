/// Noise of mean zero and a deviation of 256 that repeats after 256 pixels, in four sizes of grain, for blue, green and
/// red; made once.
enum NoiseTile {
    static let side = 256
    static let fine = make(grain: 0)
    static let medium = make(grain: 0.6)
    static let coarse = make(grain: 1.1)
    /// As noise reduction leaves it.
    static let blotched = make(grain: 1.7)

    static func tile(grain: Double) -> [SIMD4<Int16>] {
        grain < 0.35 ? fine : grain < 0.85 ? medium : grain < 1.3 ? coarse : blotched
    }

    /// Brightness grains of a size, and coloured blotches of a larger one: phones smooth colour more.
    private static func make(grain: Double) -> [SIMD4<Int16>] {
        var random = SeededRandom(seed: 0x6E6F_6973, stream: UInt64(grain * 10))
        let luma = plane(grain: grain, &random)
        let chroma = (0..<3).map { _ in plane(grain: grain + 1.6, &random) }
        return (0..<side * side).map { at in
            func channel(_ place: Int, _ share: Float) -> Int16 {
                Int16((luma[at] * 0.85 + chroma[place][at] * share) * 256)
            }
            return SIMD4(channel(2, 1.15), channel(1, 0.55), channel(0, 0.95), 0)
        }
    }

    /// Normal noise, blurred by the grain's size and brought back to a deviation of one.
    private static func plane(grain: Double, _ random: inout SeededRandom) -> [Float] {
        var values = (0..<side * side).map { _ in Float(random.normal(1)) }
        let kernel = BlurKernel(deviation: grain, disc: 0)
        if !kernel.isSharp {
            for axis in 0..<2 {
                let source = values
                for at in 0..<side * side { values[at] = 0 }
                for (tap, weight) in kernel.weights.enumerated() {
                    let shift = tap - kernel.radius + side
                    for y in 0..<side {
                        let from = (axis == 0 ? y : (y + shift) % side) * side
                        let first = axis == 0 ? shift % side : 0
                        for x in 0..<side { values[y * side + x] += source[from + (x + first) & (side - 1)] * weight }
                    }
                }
            }
        }
        let square = values.reduce(0) { $0 + $1 * $1 } / Float(side * side)
        let scale = 1 / square.squareRoot()
        return values.map { $0 * scale }
    }
}

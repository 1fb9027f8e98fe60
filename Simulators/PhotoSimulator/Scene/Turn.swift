/// Angles in radians, clockwise as y goes down; by series, so that every machine gets the same bits.
package enum Turn {
    package static let full = 6.283185307179586
    package static let half = 3.141592653589793
    package static let quarter = 1.5707963267948966

    package static func sineAndCosine(_ angle: Double) -> (sine: Double, cosine: Double) {
        let part = angle / 64
        let square = part * part
        var sine = part * (1 - square / 6 * (1 - square / 20))
        var cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30))
        for _ in 0..<6 { (sine, cosine) = (2 * sine * cosine, cosine * cosine - sine * sine) }
        return (sine, cosine)
    }

    static func sine(_ angle: Double) -> Double { sineAndCosine(angle).sine }
    static func cosine(_ angle: Double) -> Double { sineAndCosine(angle).cosine }

    /// e to the x for x ≤ 0.
    static func exponential(_ x: Double) -> Double {
        let part = x / 1024
        var value = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
        for _ in 0..<10 { value *= value }
        return value
    }
}

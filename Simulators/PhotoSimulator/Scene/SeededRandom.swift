/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, the same sequence on every machine.
package struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator for one photo of a series, so that photos can be drawn in any order and on any thread.
    package init(seed: UInt64, stream: UInt64 = 0) {
        state = seed
        state = next() ^ (stream &* 0x9E37_79B9_7F4A_7C15)
        _ = next()
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number between 0 and 1, 1 left out.
    package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number in a range.
    package mutating func within(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * unit()
    }

    /// A whole number in a range.
    package mutating func whole(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// True with the given probability.
    package mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// A normally distributed number, as the sum of twelve (within ±6 deviations).
    package mutating func normal(_ deviation: Double) -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += unit() }
        return sum * deviation
    }

    /// One of several.
    package mutating func one<T>(of choices: [T]) -> T { choices[whole(0...choices.count - 1)] }

    /// One of several, by weight.
    package mutating func one<T>(by weights: [(Double, T)]) -> T {
        var left = unit() * weights.reduce(0) { $0 + $1.0 }
        for (weight, value) in weights {
            left -= weight
            if left < 0 { return value }
        }
        return weights[weights.count - 1].1
    }
}

/// Numbers at random, the same for the same seed.
package struct Random {
    private var state: UInt64

    package init(_ seed: UInt64) { state = seed }

    package mutating func next(_ range: ClosedRange<Int64>) -> Int64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int64((state >> 33) % UInt64(range.count))
    }
}

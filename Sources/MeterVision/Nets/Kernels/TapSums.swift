// A seam to the processor: raw pointers stand here so that the loops hold nothing but loads, products and sums.
// Whoever calls proves the room: each tap's offset plus the length, rounded up to eight, lies within its buffer.

/// The innermost loops of a convolution: weighted sums over taps, along a row.
///
/// Products are rounded before they are added, on every processor: nothing here may become a fused multiply-add, so
/// that a photo reads alike everywhere.
enum TapSums {
    /// Four channels at once, eight places at a time; the channels' rows lie `length` apart.
    @inline(__always)
    static func four(
        _ source: UnsafePointer<Float>, _ taps: UnsafePointer<Int>, _ count: Int, _ weights: UnsafePointer<Float>,
        _ length: Int, into target: UnsafeMutablePointer<Float>
    ) {
        var at = 0
        while at < length {
            var first = SIMD8<Float>.zero
            var second = SIMD8<Float>.zero
            var third = SIMD8<Float>.zero
            var fourth = SIMD8<Float>.zero
            let place = UnsafeRawPointer(source + at)
            var weight = weights
            for tap in 0..<count {
                let values = place.loadUnaligned(fromByteOffset: taps[tap] &* 4, as: SIMD8<Float>.self)
                first += values * weight[0]
                second += values * weight[1]
                third += values * weight[2]
                fourth += values * weight[3]
                weight += 4
            }
            let target = UnsafeMutableRawPointer(target + at)
            target.storeBytes(of: first, as: SIMD8<Float>.self)
            target.storeBytes(of: second, toByteOffset: length &* 4, as: SIMD8<Float>.self)
            target.storeBytes(of: third, toByteOffset: length &* 8, as: SIMD8<Float>.self)
            target.storeBytes(of: fourth, toByteOffset: length &* 12, as: SIMD8<Float>.self)
            at &+= 8
        }
    }

    /// One channel, eight places at a time: for depthwise convolutions.
    @inline(__always)
    static func one(
        _ source: UnsafePointer<Float>, _ taps: UnsafePointer<Int>, _ count: Int, _ weights: UnsafePointer<Float>,
        _ length: Int, into target: UnsafeMutablePointer<Float>
    ) {
        var at = 0
        while at < length {
            var sum = SIMD8<Float>.zero
            let place = UnsafeRawPointer(source + at)
            for tap in 0..<count {
                sum += place.loadUnaligned(fromByteOffset: taps[tap] &* 4, as: SIMD8<Float>.self) * weights[tap &* 4]
            }
            UnsafeMutableRawPointer(target + at).storeBytes(of: sum, as: SIMD8<Float>.self)
            at &+= 8
        }
    }
}

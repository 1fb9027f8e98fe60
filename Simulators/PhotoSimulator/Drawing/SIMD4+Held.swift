/// Limits of several numbers at once, by bits and sums: comparisons would be taken apart, number by number.
extension SIMD4<Float> {
    /// Without their signs.
    @inline(__always) var size: SIMD4<Float> {
        unsafeBitCast(unsafeBitCast(self, to: SIMD4<UInt32>.self) & 0x7FFF_FFFF, to: SIMD4<Float>.self)
    }

    /// 0 in place of what is below it; of finite numbers.
    @inline(__always) var aboveZero: SIMD4<Float> { (self + size) * 0.5 }

    /// What is greater than a limit brought down to it; of finite numbers.
    @inline(__always) func atMost(_ limit: Float) -> SIMD4<Float> { limit - (limit - self).aboveZero }
}

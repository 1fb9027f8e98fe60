/// Rows of light in memory of their own: blue, green, red, unused; linear, 0…1 and beyond.
///
/// A ring: a row's number counts modulo how many there are.
final class LightRows {
    private let count: Int
    private let width: Int
    private let base: UnsafeMutablePointer<SIMD4<Float>>

    init(count: Int, width: Int) {
        precondition(count > 0 && width > 0, "a picture has rows and columns")
        self.count = count
        self.width = width
        base = .allocate(capacity: count * width)
        base.initialize(repeating: .zero, count: count * width)
    }

    deinit { base.deallocate() }

    /// Where a row begins; not to be kept for longer than the rows.
    subscript(row: Int) -> UnsafeMutablePointer<SIMD4<Float>> { base + row % count * width }
}

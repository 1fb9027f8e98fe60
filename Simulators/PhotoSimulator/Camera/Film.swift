/// The light on the sensor, row by row: no more rows are kept than a moving hand mixes.
///
/// A soft picture is kept coarser than it will be: `coarseness` of the final pixels, not always a whole number of them, go
/// into one of these, each way.
struct Film {
    let width: Int
    let height: Int
    let coarseness: Double
    private let exposure: Exposure
    /// Rows by their number modulo the ring's length.
    private var ring: [[SIMD4<Float>]]
    private var next = 0

    /// A film that gives rows which are asked for no more than `reach` rows out of their order.
    init(width: Int, height: Int, coarseness: Double, exposure: Exposure, reach: Int) {
        self.width = width
        self.height = height
        self.coarseness = coarseness
        self.exposure = exposure
        ring = [[SIMD4<Float>]](
            repeating: [SIMD4<Float>](repeating: .zero, count: width), count: min(height, 2 * reach + 1))
    }

    /// Exposes rows up to one of a number.
    mutating func expose(upTo row: Int) {
        while next <= min(height - 1, row) {
            exposure.expose(row: next, of: height, into: &ring[next % ring.count])
            next += 1
        }
    }

    /// A row that is exposed already: blue, green, red, unused; linear, 0…1 and beyond.
    subscript(row: Int) -> [SIMD4<Float>] { ring[row % ring.count] }
}

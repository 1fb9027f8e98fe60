/// The light on the sensor, row by row: no more rows are kept than a moving hand mixes.
///
/// A soft picture is kept coarser than it will be: `coarseness` of the final pixels, not always a whole number of them, go
/// into one of these, each way.
struct Film {
    let width: Int
    let height: Int
    let coarseness: Double
    private let exposure: Exposure
    private let rows: LightRows
    private var next = 0

    /// A film that gives rows which are asked for no more than `reach` rows out of their order.
    init(width: Int, height: Int, coarseness: Double, exposure: Exposure, reach: Int) {
        self.width = width
        self.height = height
        self.coarseness = coarseness
        self.exposure = exposure
        rows = LightRows(count: min(height, 2 * reach + 1), width: width)
    }

    /// Exposes rows up to one of a number.
    mutating func expose(upTo row: Int) {
        while next <= min(height - 1, row) {
            expose(next, into: rows[next])
            next += 1
        }
    }

    /// Exposes a row into a place of one's own, `width` long.
    func expose(_ row: Int, into place: UnsafeMutablePointer<SIMD4<Float>>) {
        exposure.expose(row: row, of: height, into: UnsafeMutableBufferPointer(start: place, count: width))
    }

    /// A row that is exposed already.
    subscript(row: Int) -> UnsafeMutablePointer<SIMD4<Float>> { rows[row] }
}

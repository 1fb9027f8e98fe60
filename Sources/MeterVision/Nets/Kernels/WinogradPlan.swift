/// A 3 × 3 convolution by Winograd's minimal filtering, F(4 × 4, 3 × 3): a quarter of the products.
///
/// A tile of 6 × 6 inputs becomes 36 values, each a sum of inputs, and so do the 3 × 3 weights; the product of both at
/// each of the 36 points, summed over the input channels, gives a tile of 4 × 4 results. All tiles of a row of tiles are
/// taken together: with a stride of 4, each of a tile's inputs is a phase, and the tiles lie side by side in it.
///
/// Lavin and Gray, "Fast algorithms for convolutional neural networks" (2015), with the points 0, ±1, ±2 and infinity.
/// In single precision the error stays near 1e-5 of the largest result (see `KernelTests`).
struct WinogradPlan: Sendable {
    /// The points at which inputs and weights are multiplied.
    static let pointCount = 36
    /// Results of a tile in each direction.
    static let tile = 4

    let convolution: Convolution
    let weights: [Float]
    let layout: PhaseLayout
    let resultWidth, resultHeight: Int
    /// Rows of tiles, and how many are computed at a time, so that their values stay in the cache.
    let tileRows, tileRowsAtATime: Int
    /// Where each of the 36 inputs of a tile lies, from the channel's first.
    let taps: [Int]
    /// Where each input channel's values at a point begin, from the first channel's.
    let channels: [Int]

    /// Places of a strip of tile rows, rounded up to the kernel's step.
    var length: Int { ((tileRowsAtATime - 1) * layout.pitch + tileColumns + 7) / 8 * 8 }
    private var tileColumns: Int { layout.pitch - 1 }

    // What lies in the room for results: values of the inputs, values of four results, four rows of results of one
    // channel, and a tile that is on its way.
    var valuesSize: Int { Self.pointCount * convolution.inputs * length }
    var sumsSize: Int { Self.pointCount * Convolution.block * length }
    var rowsSize: Int { Self.tile * Self.tile * length }
    /// Floats of room for the input's phases, and for what a last strip reads below them.
    var phaseRoom: Int { layout.size + tileRowsAtATime * layout.pitch }
    /// Floats of room for all of these.
    var resultRoom: Int { valuesSize + sumsSize + rowsSize + Self.pointCount * 8 }

    init(_ convolution: Convolution, weights: [Float], width: Int, height: Int, result: (width: Int, height: Int)) {
        self.convolution = convolution
        self.weights = weights
        (resultWidth, resultHeight) = result
        let tileColumns = (result.width + Self.tile - 1) / Self.tile
        tileRows = (result.height + Self.tile - 1) / Self.tile
        // A tile reaches into the next one by two inputs.
        layout = PhaseLayout(
            channels: convolution.inputs, width: width, height: height, stride: (Self.tile, Self.tile),
            padding: convolution.padding, pitch: tileColumns + 1, phaseRows: tileRows + 1)
        // Strips of about the same height: the last one is computed as if it were as high as the others.
        let strips = (tileRows * layout.pitch + Self.mostPlaces - 1) / Self.mostPlaces
        tileRowsAtATime = (tileRows + strips - 1) / strips
        let layout = layout
        taps = (0..<Self.pointCount).map { layout.offset(row: $0 / 6, column: $0 % 6) }
        let length = ((tileRowsAtATime - 1) * layout.pitch + tileColumns + 7) / 8 * 8
        channels = (0..<convolution.inputs).map { $0 * length }
    }

    /// Places of a strip: more would leave the second cache, fewer would read the weights too often.
    private static let mostPlaces = 128

    /// What 3 × 3 weights become at the 36 points, for each pair of channels.
    static func points(of weights: [Float]) -> [Float] {
        let rows: [[Double]] = [
            [1 / 4, 0, 0], [-1 / 6, -1 / 6, -1 / 6], [-1 / 6, 1 / 6, -1 / 6], [1 / 24, 1 / 12, 1 / 6],
            [1 / 24, -1 / 12, 1 / 6], [0, 0, 1],
        ]
        var points: [Float] = []
        points.reserveCapacity(weights.count / 9 * pointCount)
        var half = [Double](repeating: 0, count: 18)
        for kernel in stride(from: 0, to: weights.count - 8, by: 9) {
            for (y, row) in rows.enumerated() {
                for x in 0..<3 {
                    half[y * 3 + x] = (0..<3).reduce(0) { $0 + row[$1] * Double(weights[kernel + $1 * 3 + x]) }
                }
            }
            for y in 0..<6 {
                for row in rows { points.append(Float((0..<3).reduce(0) { $0 + row[$1] * half[y * 3 + $1] })) }
            }
        }
        return points
    }
}

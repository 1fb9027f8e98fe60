/// A convolution of any form, tap by tap.
///
/// The inner loop runs along one long row: the results of several rows, and between them columns that are dropped.
struct DirectPlan: Sendable {
    let convolution: Convolution
    let weights: [Float]
    let layout: PhaseLayout
    let resultWidth, resultHeight: Int
    /// For each input channel of a group and each tap: where its values begin, from the group's first.
    let offsets: [Int]
    /// Whether the input can be read where it stands: stride 1, no padding.
    let inPlace: Bool
    /// Rows of the result that are computed at a time, so that what they read stays in the cache.
    let rowsAtATime: Int

    /// Floats of room for the input's phases.
    var phaseRoom: Int { inPlace ? 0 : layout.size }
    /// Floats of room for a block of results before they are put in place.
    var resultRoom: Int { Convolution.block * strip(rowsAtATime) }

    /// The floats that so many rows of results take, rounded up to the kernel's step.
    func strip(_ rows: Int) -> Int { ((rows - 1) * layout.pitch + resultWidth + 7) / 8 * 8 }

    init(_ convolution: Convolution, weights: [Float], width: Int, height: Int, result: (width: Int, height: Int)) {
        let (stride, padding) = (convolution.stride, convolution.padding)
        self.convolution = convolution
        self.weights = weights
        (resultWidth, resultHeight) = result
        inPlace = stride == (1, 1) && padding == (0, 0)
        let layout = PhaseLayout(
            channels: convolution.inputs, width: width, height: height, stride: stride, padding: padding,
            pitch: (width + 2 * padding.columns + stride.columns - 1) / stride.columns,
            phaseRows: (height + 2 * padding.rows + stride.rows - 1) / stride.rows)
        self.layout = layout
        var offsets: [Int] = []
        for input in 0..<convolution.inputs / convolution.groups {
            for row in 0..<convolution.kernel.rows {
                for column in 0..<convolution.kernel.columns {
                    offsets.append(
                        input * layout.channelSize
                            + layout.offset(
                                row: row * convolution.dilation.rows, column: column * convolution.dilation.columns))
                }
            }
        }
        self.offsets = offsets
        rowsAtATime = min(max(1, 1024 / layout.pitch), result.height)
    }
}

/// A convolution with its weights in the order in which the kernel takes them.
///
/// Any kernel, stride, dilation, padding by zeros, and groups. The input is laid out so that every stride becomes a
/// stride of 1 (a plane for each phase) and every tap a fixed offset: the inner loop then runs along one long row.
package struct Convolution: Sendable {
    /// Output channels that are computed together: each input value that is loaded serves all of them.
    package static let block = 4

    package let inputs, outputs, groups: Int
    package let kernel, stride, dilation, padding: (rows: Int, columns: Int)
    package let relu: Bool
    package let bias: [Float]
    /// For each group and block of output channels: [input channel][tap][4]; channels that are not there are zero.
    package let packed: [Float]

    package init(
        inputs: Int, outputs: Int, groups: Int, kernel: (Int, Int), stride: (Int, Int), dilation: (Int, Int),
        padding: (Int, Int), relu: Bool, weights: [Float], bias: [Float]
    ) {
        (self.inputs, self.outputs, self.groups) = (inputs, outputs, groups)
        self.kernel = kernel
        self.stride = stride
        self.dilation = dilation
        self.padding = padding
        self.relu = relu
        self.bias = bias
        let (into, from) = (outputs / groups, inputs / groups)
        let taps = kernel.0 * kernel.1
        let blocks = (into + Self.block - 1) / Self.block
        var packed = [Float](repeating: 0, count: groups * blocks * from * taps * Self.block)
        for output in 0..<outputs {
            let (group, within) = output.quotientAndRemainder(dividingBy: into)
            let (block, lane) = within.quotientAndRemainder(dividingBy: Self.block)
            for input in 0..<from {
                for tap in 0..<taps {
                    let source = (output * from + input) * taps + tap
                    let target = (((group * blocks + block) * from + input) * taps + tap) * Self.block + lane
                    packed[target] = weights[source]
                }
            }
        }
        self.packed = packed
    }

    /// The size of the result for an input of that size; nil if the kernel does not fit into it.
    package func resultSize(width: Int, height: Int) -> (width: Int, height: Int)? {
        let columns = width + 2 * padding.columns - dilation.columns * (kernel.columns - 1) - 1
        let rows = height + 2 * padding.rows - dilation.rows * (kernel.rows - 1) - 1
        guard columns >= 0, rows >= 0 else { return nil }
        return (columns / stride.columns + 1, rows / stride.rows + 1)
    }
}

/// How a convolution runs on inputs of one size: where the taps lie, and how much room it needs.
package struct ConvolutionPlan: Sendable {
    package let convolution: Convolution
    package let width, height, resultWidth, resultHeight: Int
    /// Columns and rows of one phase plane.
    package let pitch, phaseRows: Int
    /// Floats of one input channel with all its phases.
    package let channelSize: Int
    /// For each input channel of a group and each tap: where its values begin, from the group's first.
    package let offsets: [Int]
    /// Whether the input can be read where it stands: stride 1, no padding.
    package let inPlace: Bool
    /// Rows of the result that are computed at a time, so that what they read stays in the cache.
    package let rowsAtATime: Int

    /// Floats of room for the input's phases.
    package var phaseRoom: Int { inPlace ? 0 : convolution.inputs * channelSize }
    /// Floats of room for a block of results before they are put in place.
    package var resultRoom: Int { Convolution.block * strip(rowsAtATime) }
    /// The multiplications for one input.
    package var products: Int {
        resultWidth * resultHeight * convolution.outputs * (convolution.inputs / convolution.groups)
            * convolution.kernel.rows * convolution.kernel.columns
    }

    /// The floats that so many rows of results take, rounded up to the kernel's step.
    package func strip(_ rows: Int) -> Int { ((rows - 1) * pitch + resultWidth + 7) / 8 * 8 }

    /// A plan for that input size; nil if the kernel does not fit into it.
    package init?(_ convolution: Convolution, width: Int, height: Int) {
        guard let result = convolution.resultSize(width: width, height: height) else { return nil }
        let (stride, padding) = (convolution.stride, convolution.padding)
        self.convolution = convolution
        (self.width, self.height) = (width, height)
        (resultWidth, resultHeight) = result
        inPlace = stride == (1, 1) && padding == (0, 0)
        let pitch = (width + 2 * padding.columns + stride.columns - 1) / stride.columns
        let phaseRows = (height + 2 * padding.rows + stride.rows - 1) / stride.rows
        self.pitch = pitch
        self.phaseRows = phaseRows
        channelSize = pitch * phaseRows * stride.rows * stride.columns
        var offsets: [Int] = []
        for input in 0..<convolution.inputs / convolution.groups {
            for row in 0..<convolution.kernel.rows {
                for column in 0..<convolution.kernel.columns {
                    let (y, x) = (row * convolution.dilation.rows, column * convolution.dilation.columns)
                    let phase = y % stride.rows * stride.columns + x % stride.columns
                    let inPhase = y / stride.rows * pitch + x / stride.columns
                    offsets.append(input * channelSize + phase * pitch * phaseRows + inPhase)
                }
            }
        }
        self.offsets = offsets
        rowsAtATime = min(max(1, 1024 / pitch), result.height)
    }
}

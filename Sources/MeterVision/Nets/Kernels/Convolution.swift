/// A convolution with its weights in the order in which its kernel takes them.
///
/// Any kernel, stride, dilation, padding by zeros, and groups.
package struct Convolution: Sendable {
    /// Output channels that are computed together: each input value that is loaded serves all of them.
    static let block = 4

    package let inputs, outputs, groups: Int
    package let kernel, stride, dilation, padding: (rows: Int, columns: Int)
    package let relu: Bool
    package let bias: [Float]
    let method: Method

    /// The way in which it is computed, with the weights as that way has them.
    enum Method: Sendable {
        /// For each group and block of output channels: [input channel][tap][4]; channels that are not there are zero.
        case direct([Float])
        /// For each block of output channels: [point][input channel][4], see `WinogradPlan`.
        case winograd([Float])
    }

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
        // What it saves in products must be more than bringing the results back costs.
        let isSmall = kernel == (3, 3) && stride == (1, 1) && dilation == (1, 1) && groups == 1 && outputs >= 4
        if isSmall {
            let points = WinogradPlan.points(of: weights)
            method = .winograd(
                Self.packed(points, taps: WinogradPlan.pointCount, inputs: inputs, outputs: outputs, tapsFirst: true))
        } else {
            let (into, from) = (outputs / groups, inputs / groups)
            let taps = kernel.0 * kernel.1
            var all: [Float] = []
            for group in 0..<groups {
                let own = weights[group * into * from * taps..<(group + 1) * into * from * taps]
                all += Self.packed(Array(own), taps: taps, inputs: from, outputs: into, tapsFirst: false)
            }
            method = .direct(all)
        }
    }

    /// Weights [output][input][tap] as blocks of four outputs, in each [input][tap][4] or [tap][input][4].
    private static func packed(
        _ weights: [Float], taps: Int, inputs: Int, outputs: Int, tapsFirst: Bool
    ) -> [Float] {
        let blocks = (outputs + block - 1) / block
        var packed = [Float](repeating: 0, count: blocks * inputs * taps * block)
        for output in 0..<outputs {
            let (number, lane) = output.quotientAndRemainder(dividingBy: block)
            for input in 0..<inputs {
                for tap in 0..<taps {
                    let place = tapsFirst ? tap * inputs + input : input * taps + tap
                    packed[(number * inputs * taps + place) * block + lane] =
                        weights[(output * inputs + input) * taps + tap]
                }
            }
        }
        return packed
    }

    /// The size of the result for an input of that size; nil if the kernel does not fit into it.
    package func resultSize(width: Int, height: Int) -> (width: Int, height: Int)? {
        let columns = width + 2 * padding.columns - dilation.columns * (kernel.columns - 1) - 1
        let rows = height + 2 * padding.rows - dilation.rows * (kernel.rows - 1) - 1
        guard columns >= 0, rows >= 0 else { return nil }
        return (columns / stride.columns + 1, rows / stride.rows + 1)
    }
}

/// How a convolution runs on inputs of one size, and how much room it needs.
package struct ConvolutionPlan: Sendable {
    package let convolution: Convolution
    package let resultWidth, resultHeight: Int
    private let way: Way

    private enum Way: Sendable {
        case direct(DirectPlan)
        case winograd(WinogradPlan)
    }

    /// A plan for that input size; nil if the kernel does not fit into it.
    package init?(_ convolution: Convolution, width: Int, height: Int) {
        guard let result = convolution.resultSize(width: width, height: height) else { return nil }
        self.convolution = convolution
        (resultWidth, resultHeight) = result
        way =
            switch convolution.method {
            case .direct(let weights):
                .direct(DirectPlan(convolution, weights: weights, width: width, height: height, result: result))
            case .winograd(let weights):
                .winograd(WinogradPlan(convolution, weights: weights, width: width, height: height, result: result))
            }
    }

    /// Floats of room for the input's phases.
    var phaseRoom: Int {
        switch way {
        case .direct(let plan): plan.phaseRoom
        case .winograd(let plan): plan.phaseRoom
        }
    }

    /// Floats of room for results before they are put in place.
    var resultRoom: Int {
        switch way {
        case .direct(let plan): plan.resultRoom
        case .winograd(let plan): plan.resultRoom
        }
    }

    /// The multiplications that its definition asks for, for one input.
    package var products: Int {
        resultWidth * resultHeight * convolution.outputs * (convolution.inputs / convolution.groups)
            * convolution.kernel.rows * convolution.kernel.columns
    }

    /// Computes all results.
    ///
    /// Each buffer ends with `Arena.slack` floats more than its content.
    func run(
        _ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>,
        phases: UnsafeMutablePointer<Float>, strip: UnsafeMutablePointer<Float>
    ) {
        switch way {
        case .direct(let plan): plan.run(source, into: target, phases: phases, strip: strip)
        case .winograd(let plan): plan.run(source, into: target, phases: phases, strip: strip)
        }
    }
}

// A seam to the processor: raw pointers stand here so that the loops hold nothing but loads, products and sums.
// DirectPlan proves the room: every tap offset plus the last strip lies within the phases and their slack.

extension DirectPlan {
    /// Computes all results.
    ///
    /// Each buffer ends with `Arena.slack` floats more than its content.
    func run(
        _ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>,
        phases: UnsafeMutablePointer<Float>, strip: UnsafeMutablePointer<Float>
    ) {
        if !inPlace { layout.spread(source, into: phases) }
        let base = inPlace ? source : UnsafePointer(phases)
        let groups = convolution.groups
        let (into, from) = (convolution.outputs / groups, convolution.inputs / groups)
        let blocks = (into + Convolution.block - 1) / Convolution.block
        let weightsOfBlock = offsets.count * Convolution.block
        weights.withUnsafeBufferPointer { packed in
            offsets.withUnsafeBufferPointer { offsets in
                guard let weights = packed.baseAddress, let taps = offsets.baseAddress else { return }
                var row = 0
                while row < resultHeight {
                    let rows = min(rowsAtATime, resultHeight - row)
                    let length = self.strip(rows)
                    for group in 0..<groups {
                        let start = base + group * from * layout.channelSize + row * layout.pitch
                        for block in 0..<blocks {
                            let own = weights + (group * blocks + block) * weightsOfBlock
                            let channels = min(Convolution.block, into - block * Convolution.block)
                            if channels == 1 {
                                TapSums.one(start, taps, offsets.count, own, length, into: strip)
                            } else {
                                TapSums.four(start, taps, offsets.count, own, length, into: strip)
                            }
                            let first = group * into + block * Convolution.block
                            for lane in 0..<channels {
                                place(
                                    strip + lane * length, rows,
                                    into: target + ((first + lane) * resultHeight + row) * resultWidth,
                                    bias: convolution.bias[first + lane])
                            }
                        }
                    }
                    row += rows
                }
            }
        }
    }

    /// Copies rows of results to where they belong, adds the bias and cuts off below zero.
    private func place(
        _ strip: UnsafePointer<Float>, _ rows: Int, into target: UnsafeMutablePointer<Float>, bias: Float
    ) {
        let least = convolution.relu ? 0 : -Float.greatestFiniteMagnitude
        for row in 0..<rows {
            let from = strip + row * layout.pitch
            let to = target + row * resultWidth
            for column in 0..<resultWidth {
                let value = from[column] + bias
                to[column] = value > least ? value : least
            }
        }
    }
}

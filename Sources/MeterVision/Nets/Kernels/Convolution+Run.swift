// A seam to the processor: raw pointers stand here so that the loops hold nothing but loads, products and sums.
// ConvolutionPlan proves the room: every tap offset plus the last strip lies within the phases and their slack.

extension ConvolutionPlan {
    /// Computes all results.
    ///
    /// Each buffer ends with `Arena.slack` floats more than its content.
    func run(
        _ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>,
        phases: UnsafeMutablePointer<Float>, strip: UnsafeMutablePointer<Float>
    ) {
        if !inPlace { spread(source, into: phases) }
        let base = inPlace ? source : UnsafePointer(phases)
        let groups = convolution.groups
        let (into, from) = (convolution.outputs / groups, convolution.inputs / groups)
        let blocks = (into + Convolution.block - 1) / Convolution.block
        let weightsOfBlock = offsets.count * Convolution.block
        convolution.packed.withUnsafeBufferPointer { packed in
            offsets.withUnsafeBufferPointer { offsets in
                guard let weights = packed.baseAddress, let taps = offsets.baseAddress else { return }
                var row = 0
                while row < resultHeight {
                    let rows = min(rowsAtATime, resultHeight - row)
                    let length = self.strip(rows)
                    for group in 0..<groups {
                        let start = base + group * from * channelSize + row * pitch
                        for block in 0..<blocks {
                            let own = weights + (group * blocks + block) * weightsOfBlock
                            let channels = min(Convolution.block, into - block * Convolution.block)
                            if channels == 1 {
                                Self.sumOne(start, taps, offsets.count, own, length, into: strip)
                            } else {
                                Self.sumFour(start, taps, offsets.count, own, length, into: strip)
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

    /// Four channels at once, eight places at a time.
    private static func sumFour(
        _ source: UnsafePointer<Float>, _ taps: UnsafePointer<Int>, _ count: Int, _ weights: UnsafePointer<Float>,
        _ length: Int, into strip: UnsafeMutablePointer<Float>
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
            let target = UnsafeMutableRawPointer(strip + at)
            target.storeBytes(of: first, as: SIMD8<Float>.self)
            target.storeBytes(of: second, toByteOffset: length &* 4, as: SIMD8<Float>.self)
            target.storeBytes(of: third, toByteOffset: length &* 8, as: SIMD8<Float>.self)
            target.storeBytes(of: fourth, toByteOffset: length &* 12, as: SIMD8<Float>.self)
            at &+= 8
        }
    }

    /// One channel, eight places at a time: for depthwise convolutions.
    private static func sumOne(
        _ source: UnsafePointer<Float>, _ taps: UnsafePointer<Int>, _ count: Int, _ weights: UnsafePointer<Float>,
        _ length: Int, into strip: UnsafeMutablePointer<Float>
    ) {
        var at = 0
        while at < length {
            var sum = SIMD8<Float>.zero
            let place = UnsafeRawPointer(source + at)
            for tap in 0..<count {
                sum += place.loadUnaligned(fromByteOffset: taps[tap] &* 4, as: SIMD8<Float>.self) * weights[tap &* 4]
            }
            UnsafeMutableRawPointer(strip + at).storeBytes(of: sum, as: SIMD8<Float>.self)
            at &+= 8
        }
    }

    /// Copies rows of results to where they belong, adds the bias and cuts off below zero.
    private func place(
        _ strip: UnsafePointer<Float>, _ rows: Int, into target: UnsafeMutablePointer<Float>, bias: Float
    ) {
        let least = convolution.relu ? 0 : -Float.greatestFiniteMagnitude
        for row in 0..<rows {
            let from = strip + row * pitch
            let to = target + row * resultWidth
            for column in 0..<resultWidth {
                let value = from[column] + bias
                to[column] = value > least ? value : least
            }
        }
    }

    /// Lays the input out with its padding, a plane for each phase of the stride.
    private func spread(_ source: UnsafePointer<Float>, into phases: UnsafeMutablePointer<Float>) {
        let (stride, padding) = (convolution.stride, convolution.padding)
        phases.update(repeating: 0, count: convolution.inputs * channelSize)
        for channel in 0..<convolution.inputs {
            let from = source + channel * width * height
            let to = phases + channel * channelSize
            for row in 0..<height {
                let (line, rowPhase) = (row + padding.rows).quotientAndRemainder(dividingBy: stride.rows)
                let pixels = from + row * width
                for columnPhase in 0..<stride.columns {
                    // The first column of the input that falls into this phase, and its place there.
                    let first = ((columnPhase - padding.columns) % stride.columns + stride.columns) % stride.columns
                    let lineStart = (rowPhase * stride.columns + columnPhase) * pitch * phaseRows + line * pitch
                    let place = to + lineStart + (first + padding.columns) / stride.columns
                    if stride.columns == 1 {
                        place.update(from: pixels, count: width)
                    } else {
                        var (column, index) = (first, 0)
                        while column < width {
                            place[index] = pixels[column]
                            column += stride.columns
                            index += 1
                        }
                    }
                }
            }
        }
    }
}

// A seam to the processor: raw pointers stand here so that the loops hold nothing but loads, products and sums.
// WinogradPlan proves the room: a strip of places, rounded up to eight, lies within the phases and their slack.

private typealias Lanes = SIMD8<Float>

extension WinogradPlan {
    /// Computes all results.
    ///
    /// Each buffer ends with `Arena.slack` floats more than its content.
    func run(
        _ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>,
        phases: UnsafeMutablePointer<Float>, strip: UnsafeMutablePointer<Float>
    ) {
        layout.spread(source, into: phases)
        let values = strip
        let sums = values + valuesSize
        let rows = sums + sumsSize
        let tile = UnsafeMutableRawPointer(rows + rowsSize)
        let blocks = (convolution.outputs + Convolution.block - 1) / Convolution.block
        let (length, count) = (length, convolution.inputs)
        let weightsOfPoint = count * Convolution.block
        weights.withUnsafeBufferPointer { weights in
            channels.withUnsafeBufferPointer { channels in
                guard let weights = weights.baseAddress, let channels = channels.baseAddress else { return }
                var row = 0
                while row < tileRows {
                    let tileRows = min(tileRowsAtATime, tileRows - row)
                    valuesOfInputs(phases + row * layout.pitch, into: values, tile)
                    for block in 0..<blocks {
                        var own = weights + block * Self.pointCount * weightsOfPoint
                        for point in 0..<Self.pointCount {
                            TapSums.four(
                                values + point * count * length, channels, count, own, length,
                                into: sums + point * Convolution.block * length)
                            own += weightsOfPoint
                        }
                        let first = block * Convolution.block
                        for lane in 0..<min(Convolution.block, convolution.outputs - first) {
                            results(sums + lane * length, bias: convolution.bias[first + lane], into: rows, tile)
                            place(
                                rows, row, tileRows, into: target + (first + lane) * resultHeight * resultWidth)
                        }
                    }
                    row += tileRows
                }
            }
        }
    }

    /// The inputs' values at each point.
    private func valuesOfInputs(
        _ phases: UnsafePointer<Float>, into values: UnsafeMutablePointer<Float>, _ tile: UnsafeMutableRawPointer
    ) {
        let pointSize = convolution.inputs * length * 4
        taps.withUnsafeBufferPointer { taps in
            for channel in 0..<convolution.inputs {
                for at in stride(from: 0, to: length, by: 8) {
                    let from = UnsafeRawPointer(phases + channel * layout.channelSize + at)
                    let to = UnsafeMutableRawPointer(values + channel * length + at)
                    for x in 0..<6 {
                        Self.values(
                            { from.loadUnaligned(fromByteOffset: taps[$0 * 6 + x] &* 4, as: Lanes.self) },
                            { tile.storeBytes(of: $1, toByteOffset: ($0 * 6 + x) * 32, as: Lanes.self) })
                    }
                    for y in 0..<6 {
                        Self.values(
                            { tile.loadUnaligned(fromByteOffset: (y * 6 + $0) * 32, as: Lanes.self) },
                            { to.storeBytes(of: $1, toByteOffset: (y * 6 + $0) &* pointSize, as: Lanes.self) })
                    }
                }
            }
        }
    }

    /// The results of a channel, four rows for each row of tiles, from its sums at each point.
    private func results(
        _ sums: UnsafePointer<Float>, bias: Float, into rows: UnsafeMutablePointer<Float>,
        _ tile: UnsafeMutableRawPointer
    ) {
        let pointSize = Convolution.block * length * 4
        let least = Lanes(repeating: convolution.relu ? 0 : -Float.greatestFiniteMagnitude)
        for at in stride(from: 0, to: length, by: 8) {
            let from = UnsafeRawPointer(sums + at)
            for x in 0..<6 {
                Self.results(
                    { from.loadUnaligned(fromByteOffset: ($0 * 6 + x) &* pointSize, as: Lanes.self) },
                    { tile.storeBytes(of: $1, toByteOffset: ($0 * 6 + x) * 32, as: Lanes.self) })
            }
            for y in 0..<Self.tile {
                var row = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
                Self.results(
                    { tile.loadUnaligned(fromByteOffset: (y * 6 + $0) * 32, as: Lanes.self) },
                    { column, value in
                        let shifted = value + bias
                        let kept = least.replacing(with: shifted, where: shifted .> least)
                        switch column {
                        case 0: row.0 = kept
                        case 1: row.1 = kept
                        case 2: row.2 = kept
                        default: row.3 = kept
                        }
                    })
                let to = UnsafeMutableRawPointer(rows + (y * length + at) * Self.tile)
                for place in 0..<8 {
                    to.storeBytes(
                        of: SIMD4(row.0[place], row.1[place], row.2[place], row.3[place]), toByteOffset: place * 16,
                        as: SIMD4<Float>.self)
                }
            }
        }
    }

    /// Copies rows of results to where they belong; what lies beyond the last column and row is dropped.
    private func place(
        _ rows: UnsafePointer<Float>, _ first: Int, _ count: Int, into target: UnsafeMutablePointer<Float>
    ) {
        for row in first * Self.tile..<min((first + count) * Self.tile, resultHeight) {
            let (tileRow, y) = (row - first * Self.tile).quotientAndRemainder(dividingBy: Self.tile)
            let from = rows + (y * length + tileRow * layout.pitch) * Self.tile
            (target + row * resultWidth).update(from: from, count: resultWidth)
        }
    }

    /// What six inputs in a line become.
    @inline(__always)
    private static func values(_ input: (Int) -> Lanes, _ give: (Int, Lanes) -> Void) {
        let (d0, d1, d2, d3, d4, d5) = (input(0), input(1), input(2), input(3), input(4), input(5))
        let (even, odd) = (d4 - 4 * d2, d3 - 4 * d1)
        let (evenFar, oddFar) = (d4 - d2, 2 * (d3 - d1))
        give(0, 4 * d0 - 5 * d2 + d4)
        give(1, even + odd)
        give(2, even - odd)
        give(3, evenFar + oddFar)
        give(4, evenFar - oddFar)
        give(5, 4 * d1 - 5 * d3 + d5)
    }

    /// What six sums in a line become: four results.
    @inline(__always)
    private static func results(_ sum: (Int) -> Lanes, _ give: (Int, Lanes) -> Void) {
        let (m0, m1, m2, m3, m4, m5) = (sum(0), sum(1), sum(2), sum(3), sum(4), sum(5))
        let (even, odd) = (m1 + m2, m1 - m2)
        let (evenFar, oddFar) = (m3 + m4, m3 - m4)
        give(0, m0 + even + evenFar)
        give(1, odd + 2 * oddFar)
        give(2, even + 4 * evenFar)
        give(3, odd + 8 * oddFar + m5)
    }
}

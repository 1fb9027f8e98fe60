/// The operations that only move or compare values.
enum PlaneKernels {
    /// The largest of each rows × columns field; what is left over at the right and below is dropped.
    static func maxPool(
        _ source: UnsafePointer<Float>, _ shape: Shape, rows: Int, columns: Int,
        into target: UnsafeMutablePointer<Float>
    ) {
        let (height, width) = (shape.height / rows, shape.width / columns)
        for channel in 0..<shape.channels {
            for row in 0..<height {
                let field = source + (channel * shape.height + row * rows) * shape.width
                let to = target + (channel * height + row) * width
                let done = (rows, columns) == (2, 2) ? pairs(field, shape.width, width, into: to) : 0
                for column in done..<width {
                    var most = field[column * columns]
                    for y in 0..<rows {
                        for x in 0..<columns {
                            let value = field[y * shape.width + column * columns + x]
                            most = value > most ? value : most
                        }
                    }
                    to[column] = most
                }
            }
        }
    }

    /// The largest of 2 × 2 fields, four fields at a time; gives the first column that is left.
    private static func pairs(
        _ field: UnsafePointer<Float>, _ pitch: Int, _ width: Int, into target: UnsafeMutablePointer<Float>
    ) -> Int {
        let (upper, lower) = (UnsafeRawPointer(field), UnsafeRawPointer(field + pitch))
        var column = 0
        while column + 4 <= width {
            let above = upper.loadUnaligned(fromByteOffset: column &* 8, as: SIMD8<Float>.self)
            let below = lower.loadUnaligned(fromByteOffset: column &* 8, as: SIMD8<Float>.self)
            let most = above.replacing(with: below, where: below .> above)
            let (even, odd) = (most.evenHalf, most.oddHalf)
            UnsafeMutableRawPointer(target + column).storeBytes(
                of: even.replacing(with: odd, where: odd .> even), as: SIMD4<Float>.self)
            column &+= 4
        }
        return column
    }

    /// Each value twice across and twice down.
    static func upsample(_ source: UnsafePointer<Float>, _ shape: Shape, into target: UnsafeMutablePointer<Float>) {
        for row in 0..<shape.channels * shape.height {
            let from = source + row * shape.width
            let to = target + row * 4 * shape.width
            for column in 0..<shape.width {
                to[2 * column] = from[column]
                to[2 * column + 1] = from[column]
            }
            (to + 2 * shape.width).update(from: to, count: 2 * shape.width)
        }
    }

    /// Sums, cut off below zero if wanted.
    static func add(
        _ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, count: Int, relu: Bool,
        into target: UnsafeMutablePointer<Float>
    ) {
        for at in 0..<count {
            let sum = first[at] + second[at]
            target[at] = relu && sum < 0 ? 0 : sum
        }
    }

    /// The mean of each plane.
    static func mean(_ source: UnsafePointer<Float>, _ shape: Shape, into target: UnsafeMutablePointer<Float>) {
        let area = shape.width * shape.height
        for channel in 0..<shape.channels {
            var sum: Float = 0
            for at in 0..<area { sum += source[channel * area + at] }
            target[channel] = sum / Float(area)
        }
    }
}

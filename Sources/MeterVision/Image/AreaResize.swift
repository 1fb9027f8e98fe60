/// Makes pictures smaller by averaging what falls into each target pixel, fractions of pixels included.
package enum AreaResize {
    /// The share that source columns (or rows) have in one target column.
    struct Span {
        var first: Int
        var weights: [Float]
    }

    /// The spans of some of the columns that `source` ones are brought to.
    static func spans(from source: Int, to target: Int, only range: Range<Int>? = nil) -> [Span] {
        let step = Double(source) / Double(target)
        return (range ?? 0..<target).map { index in
            let (start, end) = (Double(index) * step, min(Double(index + 1) * step, Double(source)))
            let first = min(Int(start), source - 1)
            let last = min(max(first, Int(end.rounded(.up)) - 1), source - 1)
            var weights = (first...last).map { Float(min(end, Double($0 + 1)) - max(start, Double($0))) }
            let sum = weights.reduce(0, +)
            for at in weights.indices { weights[at] /= sum }
            return Span(first: first, weights: weights)
        }
    }

    /// The photo in that size as red, green and blue planes of 0 to 1.
    ///
    /// Meant for smaller targets; a larger one repeats pixels.
    package static func planes(of photo: CleanPhoto, width: Int, height: Int) -> Planes {
        var result = Planes(channels: 3, width: width, height: height)
        let columns = spans(from: photo.width, to: width)
        let rows = spans(from: photo.height, to: height)
        var narrowed = [Float](repeating: 0, count: width * 3)
        var narrowedRow = -1
        var sums = [Float](repeating: 0, count: width * 3)
        for (y, row) in rows.enumerated() {
            for at in sums.indices { sums[at] = 0 }
            for (offset, weight) in row.weights.enumerated() {
                if narrowedRow != row.first + offset {
                    narrowedRow = row.first + offset
                    narrow(photo, row: narrowedRow, columns, into: &narrowed)
                }
                for at in sums.indices { sums[at] += narrowed[at] * weight }
            }
            for x in 0..<width {
                for channel in 0..<3 {
                    result.values[channel * result.area + y * width + x] = sums[x * 3 + channel] / 255
                }
            }
        }
        return result
    }

    private static func narrow(_ photo: CleanPhoto, row: Int, _ columns: [Span], into target: inout [Float]) {
        let start = row * photo.width * 3
        photo.pixels.withUnsafeBufferPointer { pixels in
            for (x, column) in columns.enumerated() {
                var (red, green, blue) = (Float(0), Float(0), Float(0))
                var at = start + column.first * 3
                for weight in column.weights {
                    red += Float(pixels[at]) * weight
                    green += Float(pixels[at + 1]) * weight
                    blue += Float(pixels[at + 2]) * weight
                    at += 3
                }
                target[x * 3] = red
                target[x * 3 + 1] = green
                target[x * 3 + 2] = blue
            }
        }
    }
}

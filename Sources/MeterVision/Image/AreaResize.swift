/// Makes pictures smaller by averaging what falls into each target pixel, fractions of pixels included.
package enum AreaResize {
    /// The photo in that size as red, green and blue planes of 0 to 1.
    ///
    /// Meant for smaller targets; a larger one repeats pixels.
    package static func planes(of photo: CleanPhoto, width: Int, height: Int) -> Planes {
        var result = Planes(channels: 3, width: width, height: height)
        let columns = AreaSpans(from: photo.width, to: width)
        let rows = AreaSpans(from: photo.height, to: height)
        let area = result.area
        result.values.withUnsafeMutableBufferPointer { values in
            columns.average(photo, rows: rows, of: 1) { row, colours in
                for (x, colour) in colours.enumerated() {
                    let at = row * width + x
                    values[at] = colour.x / 255
                    values[area + at] = colour.y / 255
                    values[2 * area + at] = colour.z / 255
                }
            }
        }
        return result
    }
}

/// The shares that source columns (or rows) have in each target column.
struct AreaSpans {
    /// The number of target columns.
    let count: Int
    /// For each target column the first source column, and where the shares begin; the last of these is their number.
    private let firsts, starts: [Int]
    private let shares: [Float]

    /// The spans of some of the columns that `source` ones are brought to.
    init(from source: Int, to target: Int, only range: Range<Int>? = nil) {
        let step = Double(source) / Double(target)
        var (firsts, starts, shares): ([Int], [Int], [Float]) = ([], [0], [])
        for index in range ?? 0..<target {
            let (start, end) = (Double(index) * step, min(Double(index + 1) * step, Double(source)))
            let first = min(Int(start), source - 1)
            let last = min(max(first, Int(end.rounded(.up)) - 1), source - 1)
            var sum: Float = 0
            for column in first...last {
                let share = Float(min(end, Double(column + 1)) - max(start, Double(column)))
                shares.append(share)
                sum += share
            }
            for at in (starts.last ?? 0)..<shares.count { shares[at] /= sum }
            firsts.append(first)
            starts.append(shares.count)
        }
        (self.firsts, self.starts, self.shares) = (firsts, starts, shares)
        count = firsts.count
    }

    /// Gives the averages row by row, each divided by a number; these spans are the columns'.
    ///
    /// A colour's fourth value means nothing.
    func average(
        _ photo: CleanPhoto, rows: AreaSpans, of divisor: Float,
        _ give: (_ row: Int, _ colours: UnsafeMutableBufferPointer<SIMD4<Float>>) -> Void
    ) {
        photo.pixels.withUnsafeBufferPointer { pixels in
            withUnsafeTemporaryAllocation(of: SIMD4<Float>.self, capacity: 2 * count) { room in
                let narrowed = UnsafeMutableBufferPointer(rebasing: room[..<count])
                let sums = UnsafeMutableBufferPointer(rebasing: room[count...])
                var narrowedRow = -1
                for row in 0..<rows.count {
                    sums.initialize(repeating: .zero)
                    for at in rows.starts[row]..<rows.starts[row + 1] {
                        let sourceRow = rows.firsts[row] + at - rows.starts[row]
                        // Two target rows may share a source row.
                        if narrowedRow != sourceRow {
                            narrowedRow = sourceRow
                            narrow(pixels, start: sourceRow * photo.width * 3, into: narrowed)
                        }
                        let share = rows.shares[at] / divisor
                        for column in 0..<count { sums[column] += narrowed[column] * share }
                    }
                    give(row, sums)
                }
            }
        }
    }

    private func narrow(
        _ pixels: UnsafeBufferPointer<UInt8>, start: Int, into row: UnsafeMutableBufferPointer<SIMD4<Float>>
    ) {
        let bytes = UnsafeRawBufferPointer(pixels)
        // A pixel is loaded with the byte behind it; behind the photo's last one there is none.
        let last = pixels.count - 4
        shares.withUnsafeBufferPointer { shares in
            for column in 0..<count {
                var sum = SIMD4<Float>.zero
                var at = start + firsts[column] * 3
                for share in starts[column]..<starts[column + 1] {
                    let four = bytes.loadUnaligned(fromByteOffset: min(at, last), as: UInt32.self)
                    let pixel = unsafeBitCast(at > last ? four >> 8 : four, to: SIMD4<UInt8>.self)
                    sum += SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: pixel)) * shares[share]
                    at += 3
                }
                row[column] = sum
            }
        }
    }
}

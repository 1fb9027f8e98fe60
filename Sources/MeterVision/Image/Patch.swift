/// A part of a photo, averaged down onto a coarser grid of the whole photo.
struct Patch {
    private let left, top, width, height: Int
    /// Columns and rows of the grid for each pixel of the photo.
    private let scaleX, scaleY: Double
    private var colours: [SIMD4<Float>]

    /// The part within the bounds, and what sampling near its edge needs around it, in steps of so many pixels.
    init(_ photo: CleanPhoto, around bounds: Bounds, step: Double) {
        let columns = max(1, Int((Double(photo.width) / step).rounded()))
        let rows = max(1, Int((Double(photo.height) / step).rounded()))
        let scaleX = Double(columns) / Double(photo.width)
        let scaleY = Double(rows) / Double(photo.height)
        func clamped(_ value: Double, below limit: Int) -> Int { Int(min(max(value, 0), Double(limit - 1))) }
        let left = clamped(bounds.left * scaleX - 2, below: columns)
        let top = clamped(bounds.top * scaleY - 2, below: rows)
        let right = clamped(bounds.right * scaleX + 2, below: columns)
        let bottom = clamped(bounds.bottom * scaleY + 2, below: rows)
        (self.left, self.top, self.scaleX, self.scaleY) = (left, top, scaleX, scaleY)
        width = right - left + 1
        height = bottom - top + 1
        let across = AreaResize.spans(from: photo.width, to: columns, only: left..<right + 1)
        let down = AreaResize.spans(from: photo.height, to: rows, only: top..<bottom + 1)
        var colours = [SIMD4<Float>](repeating: .zero, count: width * height)
        photo.pixels.withUnsafeBufferPointer { pixels in
            var narrowed = [SIMD4<Float>](repeating: .zero, count: across.count)
            var narrowedRow = -1
            for (row, span) in down.enumerated() {
                for (offset, share) in span.weights.enumerated() {
                    if narrowedRow != span.first + offset {
                        narrowedRow = span.first + offset
                        Self.narrow(pixels, start: narrowedRow * photo.width * 3, across, into: &narrowed)
                    }
                    for column in across.indices {
                        colours[row * across.count + column] += narrowed[column] * (share / 255)
                    }
                }
            }
        }
        self.colours = colours
    }

    private static func narrow(
        _ pixels: UnsafeBufferPointer<UInt8>, start: Int, _ spans: [AreaResize.Span], into row: inout [SIMD4<Float>]
    ) {
        for (column, span) in spans.enumerated() {
            var sum = SIMD4<Float>.zero
            var at = start + span.first * 3
            for weight in span.weights {
                sum += SIMD4(Float(pixels[at]), Float(pixels[at + 1]), Float(pixels[at + 2]), 0) * weight
                at += 3
            }
            row[column] = sum
        }
    }

    /// The colour at a point of the photo, linear between the centres of the grid's cells.
    func sample(x: Double, y: Double) -> SIMD4<Float> {
        let u = min(max(x * scaleX - 0.5 - Double(left), 0), Double(width - 1))
        let v = min(max(y * scaleY - 0.5 - Double(top), 0), Double(height - 1))
        let (column, row) = (Int(u), Int(v))
        let (nextColumn, nextRow) = (min(column + 1, width - 1), min(row + 1, height - 1))
        let (shareX, shareY) = (Float(u - Double(column)), Float(v - Double(row)))
        let upper = colours[row * width + column] * (1 - shareX) + colours[row * width + nextColumn] * shareX
        let lower = colours[nextRow * width + column] * (1 - shareX) + colours[nextRow * width + nextColumn] * shareX
        return upper * (1 - shareY) + lower * shareY
    }
}

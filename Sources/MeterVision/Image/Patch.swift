/// A part of a photo, averaged down onto a coarser grid of the whole photo.
struct Patch {
    private let left, top, width, height: Int
    /// Columns and rows of the grid for each pixel of the photo.
    private let scaleX, scaleY: Double
    private let colours: [SIMD4<Float>]

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
        let (width, height) = (right - left + 1, bottom - top + 1)
        (self.width, self.height) = (width, height)
        let across = AreaSpans(from: photo.width, to: columns, only: left..<right + 1)
        let down = AreaSpans(from: photo.height, to: rows, only: top..<bottom + 1)
        colours = [SIMD4<Float>](unsafeUninitializedCapacity: width * height) { target, filled in
            across.average(photo, rows: down, of: 255) { row, averages in
                _ = UnsafeMutableBufferPointer(rebasing: target[(row * width)...]).initialize(from: averages)
            }
            filled = width * height
        }
    }

    /// What planes of that size show of the photo, each of their points being where the map takes it.
    func planes(through map: Homography, width: Int, height: Int) -> Planes {
        var result = Planes(channels: 3, width: width, height: height)
        let area = result.area
        result.values.withUnsafeMutableBufferPointer { values in
            colours.withUnsafeBufferPointer { colours in
                for y in 0..<height {
                    for x in 0..<width {
                        let point = map.map(
                            Point(x: (Double(x) + 0.5) / Double(width), y: (Double(y) + 0.5) / Double(height)))
                        let colour = sample(colours, x: point.x, y: point.y)
                        let at = y * width + x
                        values[at] = colour.x
                        values[area + at] = colour.y
                        values[2 * area + at] = colour.z
                    }
                }
            }
        }
        return result
    }

    /// The colour at a point of the photo, linear between the centres of the grid's cells.
    @inline(__always)
    private func sample(_ colours: UnsafeBufferPointer<SIMD4<Float>>, x: Double, y: Double) -> SIMD4<Float> {
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

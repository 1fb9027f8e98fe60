/// How a kernel's input lies in memory: padded, and a plane for each phase of the stride.
///
/// With that, every stride becomes a stride of 1, and every tap a fixed offset.
struct PhaseLayout: Sendable {
    let channels, width, height: Int
    let stride, padding: (rows: Int, columns: Int)
    /// Columns and rows of one phase plane.
    let pitch, phaseRows: Int

    /// Floats of one input channel with all its phases.
    var channelSize: Int { pitch * phaseRows * stride.rows * stride.columns }
    /// Floats of all channels.
    var size: Int { channels * channelSize }

    /// Where the values of the tap at that row and column begin, from the channel's first.
    func offset(row: Int, column: Int) -> Int {
        let phase = row % stride.rows * stride.columns + column % stride.columns
        return (phase * phaseRows + row / stride.rows) * pitch + column / stride.columns
    }
}

// A seam to the processor, as the kernels are: `size` floats are written, and none beyond.
extension PhaseLayout {
    /// Lays the input out.
    func spread(_ source: UnsafePointer<Float>, into phases: UnsafeMutablePointer<Float>) {
        phases.update(repeating: 0, count: size)
        for channel in 0..<channels {
            for row in 0..<height {
                let pixels = source + (channel * height + row) * width
                let to = phases + channel * channelSize + offset(row: row + padding.rows, column: 0)
                switch stride.columns {
                case 1: (to + padding.columns).update(from: pixels, count: width)
                case 2: spreadRow(pixels, from: byTwos(pixels, into: to), into: to)
                case 4: spreadRow(pixels, from: byFours(pixels, into: to), into: to)
                default: spreadRow(pixels, from: 0, into: to)
                }
            }
        }
    }

    /// Where a column of the input goes, from its row in the first phase of columns.
    private func place(_ column: Int) -> Int {
        let (index, phase) = (column + padding.columns).quotientAndRemainder(dividingBy: stride.columns)
        return phase * phaseRows * pitch + index
    }

    private func spreadRow(
        _ pixels: UnsafePointer<Float>, from start: Int, into to: UnsafeMutablePointer<Float>
    ) {
        for column in start..<width { to[place(column)] = pixels[column] }
    }

    /// Spreads eight columns at a time over two phases; gives the first column that is left.
    private func byTwos(_ pixels: UnsafePointer<Float>, into to: UnsafeMutablePointer<Float>) -> Int {
        let (even, odd) = (UnsafeMutableRawPointer(to + place(0)), UnsafeMutableRawPointer(to + place(1)))
        var column = 0
        while column + 8 <= width {
            let values = UnsafeRawPointer(pixels + column).loadUnaligned(as: SIMD8<Float>.self)
            even.storeBytes(of: values.evenHalf, toByteOffset: column &* 2, as: SIMD4<Float>.self)
            odd.storeBytes(of: values.oddHalf, toByteOffset: column &* 2, as: SIMD4<Float>.self)
            column &+= 8
        }
        return column
    }

    /// Spreads sixteen columns at a time over four phases; gives the first column that is left.
    private func byFours(_ pixels: UnsafePointer<Float>, into to: UnsafeMutablePointer<Float>) -> Int {
        let (first, second) = (UnsafeMutableRawPointer(to + place(0)), UnsafeMutableRawPointer(to + place(1)))
        let (third, fourth) = (UnsafeMutableRawPointer(to + place(2)), UnsafeMutableRawPointer(to + place(3)))
        var column = 0
        while column + 16 <= width {
            let low = UnsafeRawPointer(pixels + column).loadUnaligned(as: SIMD8<Float>.self)
            let high = UnsafeRawPointer(pixels + column + 8).loadUnaligned(as: SIMD8<Float>.self)
            let even = SIMD8(lowHalf: low.evenHalf, highHalf: high.evenHalf)
            let odd = SIMD8(lowHalf: low.oddHalf, highHalf: high.oddHalf)
            first.storeBytes(of: even.evenHalf, toByteOffset: column, as: SIMD4<Float>.self)
            second.storeBytes(of: odd.evenHalf, toByteOffset: column, as: SIMD4<Float>.self)
            third.storeBytes(of: even.oddHalf, toByteOffset: column, as: SIMD4<Float>.self)
            fourth.storeBytes(of: odd.oddHalf, toByteOffset: column, as: SIMD4<Float>.self)
            column &+= 16
        }
        return column
    }
}

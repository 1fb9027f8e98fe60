/// How much of each pixel outlines cover, exact by area: every line adds to its row what lies to its right, and a running sum
/// along the row makes coverage of it (the way of font-rs).
///
/// Places are kept to 1024ths of a pixel and amounts to 4096ths, so that sums are exact: a shape leaves no trace to its right.
/// Lines are followed in the canvas's own coordinates, so that a pixel is the same whatever else the mask holds.
package struct InkMask {
    /// The first pixel that it covers, and how many across and down.
    package let left: Int
    package let top: Int
    package let width: Int
    package let height: Int
    /// Opacity, a byte a pixel; `stride` bytes a row.
    package private(set) var bytes: [UInt8]
    package let stride: Int
    private var sums: [SIMD4<Float>]
    /// Fours of sums a row; one sum is written at most two beyond the width.
    private let fours: Int

    /// A mask for outlines, of what lies within a range of pixels; nil where nothing does.
    package init?(of outlines: [Outline], columns: Range<Int>, rows: Range<Int>) {
        var low = SIMD2<Float>(repeating: .infinity)
        var high = SIMD2<Float>(repeating: -.infinity)
        for outline in outlines {
            for point in outline.points {
                low.x = min(low.x, point.x)
                low.y = min(low.y, point.y)
                high.x = max(high.x, point.x)
                high.y = max(high.y, point.y)
            }
        }
        guard low.x < Float(columns.upperBound), high.x > Float(columns.lowerBound), low.y < Float(rows.upperBound),
            high.y > Float(rows.lowerBound)
        else { return nil }
        left = max(columns.lowerBound, Int(low.x.rounded(.down)))
        top = max(rows.lowerBound, Int(low.y.rounded(.down)))
        width = min(columns.upperBound, Int(high.x.rounded(.up))) - left
        height = min(rows.upperBound, Int(high.y.rounded(.up))) - top
        guard width > 0, height > 0 else { return nil }
        // As cairo wants the rows of a mask.
        stride = (width + 3) & ~3
        bytes = [UInt8](repeating: 0, count: stride * height)
        fours = (width + 5) / 4
        sums = [SIMD4<Float>](repeating: .zero, count: fours * height)
        for outline in outlines where !outline.isEmpty {
            add(outline)
            settle()
        }
    }

    private mutating func add(_ outline: Outline) {
        let (columns, rows, pitch) = (left..<left + width, top..<top + height, fours * 4)
        sums.withUnsafeMutableBufferPointer { sums in
            sums.withMemoryRebound(to: Float.self) { sums in
                outline.points.withUnsafeBufferPointer { points in
                    for number in 0..<outline.contours {
                        let contour = outline.contour(number)
                        guard var from = contour.last.map({ InkMask.settled(points[$0]) }) else { continue }
                        for at in contour {
                            let to = InkMask.settled(points[at])
                            InkMask.line(from, to, columns, rows, sums, pitch)
                            from = to
                        }
                    }
                }
            }
        }
    }

    /// A place (within ±4096) in whole 1024ths: what is added and taken away again is larger by just so many bits.
    private static func settled(_ place: SIMD2<Float>) -> SIMD2<Float> { (place + 12_288) - 12_288 }

    /// An amount (within ±1024) in whole 4096ths.
    private static func settled(_ amount: Float) -> Float { (amount + 3072) - 3072 }

    private static func line(
        _ from: SIMD2<Float>, _ to: SIMD2<Float>, _ columns: Range<Int>, _ rows: Range<Int>,
        _ sums: UnsafeMutableBufferPointer<Float>, _ pitch: Int
    ) {
        guard from.y != to.y else { return }
        let isDown = from.y < to.y
        let (upper, lower) = isDown ? (from, to) : (to, from)
        guard lower.y > Float(rows.lowerBound), upper.y < Float(rows.upperBound) else { return }
        let slope = (lower.x - upper.x) / (lower.y - upper.y)
        let sides = (left: Float(columns.lowerBound), right: Float(columns.upperBound))
        let top = Float(rows.lowerBound)
        var x = upper.y < top ? upper.x + (top - upper.y) * slope : upper.x
        let first = upper.y < top ? rows.lowerBound : Int(upper.y)
        let end = lower.y >= Float(rows.upperBound) ? rows.upperBound : Int(lower.y.rounded(.up))
        for row in first..<end {
            let tall = min(Float(row + 1), lower.y) - max(Float(row), upper.y)
            let next = x + slope * tall
            let amount = isDown ? tall : -tall
            // What lies beyond the mask's sides counts as lying on them.
            let a = max(sides.left, min(sides.right, min(x, next)))
            let b = max(sides.left, min(sides.right, max(x, next)))
            x = next
            let column = Int(a)
            let start = (row &- rows.lowerBound) &* pitch &- columns.lowerBound
            let at = start &+ column
            let last = Int(b)
            if last == column || b == Float(last) && last == column + 1 {
                let next = settled(amount * ((a + b) / 2 - Float(column)))
                sums[at] += amount - next
                sums[at &+ 1] += next
            } else {
                // The line crosses several pixels of this row: each takes its share of the height.
                let share = amount / (b - a)
                var place = a
                var left = amount
                for step in column...last {
                    let until = min(b, Float(step + 1))
                    let piece = step == last ? left : settled(share * (until - place))
                    let next = settled(piece * ((place + until) / 2 - Float(step)))
                    let cell = start &+ step
                    sums[cell] += piece - next
                    sums[cell &+ 1] += next
                    left -= piece
                    place = until
                }
            }
        }
    }

    /// Turns what was added into opacity, over what is there already.
    private mutating func settle() {
        let (height, fours, groups) = (height, fours, stride / 4)
        sums.withUnsafeMutableBufferPointer { sums in
            bytes.withUnsafeMutableBufferPointer { bytes in
                bytes.withMemoryRebound(to: SIMD4<UInt8>.self) { bytes in
                    for row in 0..<height {
                        let from = row &* fours
                        var before = SIMD4<Float>.zero
                        for group in 0..<groups {
                            // The running sum of four at once; sums are exact in any order.
                            var sum = sums[from &+ group]
                            sum += SIMD4(0, sum.x, sum.y, sum.z)
                            sum += SIMD4(0, 0, sum.x, sum.y)
                            sum += before
                            before = SIMD4(repeating: sum.w)
                            let opacity = Canvas.bytes(sum.size.atMost(1))
                            let at = row &* groups &+ group
                            if unsafeBitCast(bytes[at], to: UInt32.self) == 0 {
                                bytes[at] = opacity
                            } else {
                                bytes[at].replace(with: opacity, where: opacity .> bytes[at])
                            }
                        }
                        for group in 0..<fours { sums[from &+ group] = .zero }
                    }
                }
            }
        }
    }

    /// Lets the mask's bytes be read; they must not be kept.
    mutating func withBytes(_ body: (UnsafeMutablePointer<UInt8>) -> Void) {
        bytes.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { body(base) } }
    }
}

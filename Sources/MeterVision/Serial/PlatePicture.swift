/// A part of a plate as a grey picture, upright along the window's own axes, so that slanting codes lie level.
package struct PlatePicture: Hashable, Sendable {
    /// Columns and rows.
    package let width, height: Int
    /// Brightness, a byte a pixel, row by row.
    package let grey: [UInt8]

    /// A picture of these bytes; nil if their number does not fit the size.
    package init?(width: Int, height: Int, grey: [UInt8]) {
        guard width > 0, height > 0, grey.count == width * height else { return nil }
        (self.width, self.height, self.grey) = (width, height, grey)
    }

    /// What a parallelogram of the photo shows in that many columns, linear between pixels; beyond the photo its edge
    /// goes on.
    ///
    /// Nil for a quad that is none, lies outside the photo, or has too few or too many pixels.
    init?(of quad: Quad, in photo: CleanPhoto, width: Int) {
        let height = Int((Double(width) * quad.meanHeight / quad.meanWidth).rounded())
        guard quad.isSound, (16...2048).contains(width), (16...2048).contains(height) else { return nil }
        let step = quad.meanWidth / Double(width)
        guard let source = Self.region(of: photo, within: quad.bounds, shrunk: max(1, Int(step))) else { return nil }
        let scale = Double(source.shrunk)
        func direction(to point: Point, over count: Int) -> (x: Double, y: Double) {
            let share = Double(count) * scale
            return ((point.x - quad.topLeft.x) / share, (point.y - quad.topLeft.y) / share)
        }
        let across = direction(to: quad.topRight, over: width)
        let down = direction(to: quad.bottomLeft, over: height)
        // Places are kept in 65536ths of a pixel: whole numbers step through a row without rounding.
        func fixed(_ value: Double) -> Int { Int((value * 65536).rounded()) }
        let (stepX, stepY) = (fixed(across.x), fixed(across.y))
        let most = (x: (source.picture.width - 1) << 16, y: (source.picture.height - 1) << 16)
        let grey = Self.filled(width * height, from: source.picture.grey) { pixels, grey in
            let stride = source.picture.width
            for row in 0..<height {
                let middle = Double(row) + 0.5
                var x = fixed(
                    (quad.topLeft.x - source.left) / scale + down.x * middle + across.x * 0.5 - 0.5)
                var y = fixed((quad.topLeft.y - source.top) / scale + down.y * middle + across.y * 0.5 - 0.5)
                for column in 0..<width {
                    let (insideX, insideY) = (min(max(x, 0), most.x), min(max(y, 0), most.y))
                    let (shareX, shareY) = (insideX >> 8 & 255, insideY >> 8 & 255)
                    let at = (insideY >> 16) * stride + insideX >> 16
                    let right = insideX < most.x ? 1 : 0
                    let below = insideY < most.y ? stride : 0
                    let upper = Int(pixels[at]) * (256 - shareX) + Int(pixels[at + right]) * shareX
                    let lower = Int(pixels[at + below]) * (256 - shareX) + Int(pixels[at + below + right]) * shareX
                    grey[row * width + column] = UInt8((upper * (256 - shareY) + lower * shareY) >> 16)
                    x += stepX
                    y += stepY
                }
            }
        }
        self.init(width: width, height: height, grey: grey)
    }

    /// The picture with half the columns and rows, each the mean of four; nil when it is too small for that.
    package var halved: PlatePicture? {
        let (columns, rows) = (width / 2, height / 2)
        guard columns >= 16, rows >= 16 else { return nil }
        let half = Self.filled(columns * rows, from: grey) { pixels, half in
            for row in 0..<rows {
                for column in 0..<columns {
                    let at = 2 * (row * width + column)
                    let sum =
                        Int(pixels[at]) + Int(pixels[at + 1]) + Int(pixels[at + width]) + Int(pixels[at + width + 1])
                    half[row * columns + column] = UInt8((sum + 2) / 4)
                }
            }
        }
        return PlatePicture(width: columns, height: rows, grey: half)
    }

    /// The brightness of a part of the photo, averaged over squares of that many pixels; nil if nothing of it is there.
    private static func region(
        of photo: CleanPhoto, within bounds: Bounds, shrunk: Int
    ) -> (picture: PlatePicture, left: Double, top: Double, shrunk: Int)? {
        let (left, top) = (max(0, Int(bounds.left) - 2), max(0, Int(bounds.top) - 2))
        let (right, bottom) = (min(photo.width, Int(bounds.right) + 3), min(photo.height, Int(bounds.bottom) + 3))
        let (columns, rows) = ((right - left) / shrunk, (bottom - top) / shrunk)
        guard columns > 0, rows > 0 else { return nil }
        let grey = filled(columns * rows, from: photo.pixels) { pixels, grey in
            // BT.601 in 65536ths.
            func brightness(_ at: Int) -> Int {
                19595 * Int(pixels[at]) + 38470 * Int(pixels[at + 1]) + 7471 * Int(pixels[at + 2])
            }
            for row in 0..<rows {
                let start = 3 * ((top + row * shrunk) * photo.width + left)
                // Most plates are looked at pixel by pixel, and a division by a number that varies is slow.
                if shrunk == 1 {
                    for column in 0..<columns {
                        grey[row * columns + column] = UInt8(brightness(start + 3 * column) >> 16)
                    }
                    continue
                }
                for column in 0..<columns {
                    var sum = 0
                    for line in 0..<shrunk {
                        let first = start + 3 * (line * photo.width + column * shrunk)
                        for step in 0..<shrunk { sum += brightness(first + 3 * step) }
                    }
                    grey[row * columns + column] = UInt8((sum / (shrunk * shrunk)) >> 16)
                }
            }
        }
        guard let picture = PlatePicture(width: columns, height: rows, grey: grey) else { return nil }
        return (picture, Double(left), Double(top), shrunk)
    }

    /// That many bytes, which `fill` makes of others; it sets every one of them.
    private static func filled(
        _ count: Int, from source: [UInt8],
        _ fill: (_ source: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutableBufferPointer<UInt8>) -> Void
    ) -> [UInt8] {
        source.withUnsafeBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: count) { target, filled in
                fill(source, target)
                filled = count
            }
        }
    }
}

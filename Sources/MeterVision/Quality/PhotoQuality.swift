/// What light, focus and size make of a whole photo, before anything is looked for in it.
///
/// Measured on every fourth row or fewer, so that it costs less than a hundredth of the reading.
package struct PhotoQuality: Hashable, Sendable {
    /// The decoded photo's size.
    package var size: PixelSize
    /// Mean brightness, 0 to 1.
    package var brightness: Double
    /// The brightness that 5 % of the photo stay below.
    package var shadow: Double
    /// The brightness that 95 % of the photo stay below.
    package var highlight: Double
    /// The share of the photo that is washed out.
    package var washedOut: Double
    /// How steep the edges of the sharpest part are: 1 where they take a pixel (of a photo 640 pixels long), 0.25 where
    /// they take four or more; nil where nothing in the photo has a clear edge.
    package var sharpness: Double?

    /// From this brightness on a pixel holds no drawing any more.
    private static let washed = 247
    /// The photo is looked at in so many parts: one sharp thing is enough, the background may be blurred.
    private static let (partsAcross, partsDown) = (8, 6)
    /// A part with a smaller share of pixels at an edge tells nothing of the focus.
    private static let leastEdges = 0.004

    /// The quality of a decoded photo.
    package init(of photo: CleanPhoto) {
        size = PixelSize(width: photo.width, height: photo.height)
        let rowStep = max(1, photo.height / 300)
        let near = max(1, (max(photo.width, photo.height) + 320) / 640)
        let far = 4 * near
        var histogram = [Int](repeating: 0, count: 256)
        var parts = [EdgeSums](repeating: EdgeSums(), count: Self.partsAcross * Self.partsDown)
        var luma = [Int32](repeating: 0, count: photo.width)
        photo.pixels.withUnsafeBufferPointer { pixels in
            for row in stride(from: 0, to: photo.height, by: rowStep) {
                Self.brightness(of: row, in: pixels, into: &luma)
                for column in stride(from: 0, to: photo.width, by: 4) { histogram[Int(luma[column])] += 1 }
                guard photo.width > far else { continue }
                let down = row * Self.partsDown / photo.height
                for across in 0..<Self.partsAcross {
                    let start = max(far, photo.width * across / Self.partsAcross)
                    let end = photo.width * (across + 1) / Self.partsAcross
                    guard start < end else { continue }
                    parts[down * Self.partsAcross + across].add(luma, start..<end, near: near, far: far)
                }
            }
        }
        let count = max(histogram.reduce(0, +), 1)
        brightness = Double(histogram.enumerated().reduce(0) { $0 + $1.offset * $1.element }) / Double(count) / 255
        shadow = Self.level(5, of: histogram, count)
        highlight = Self.level(95, of: histogram, count)
        washedOut = Double(histogram[Self.washed...].reduce(0, +)) / Double(count)
        sharpness = parts.compactMap { $0.steepness(leastEdges: Self.leastEdges) }.max()
    }

    /// A row's brightness as ITU-R BT.601 weighs it, in whole steps of 255.
    private static func brightness(of row: Int, in pixels: UnsafeBufferPointer<UInt8>, into luma: inout [Int32]) {
        var at = row * luma.count * 3
        for column in luma.indices {
            luma[column] = (77 * Int32(pixels[at]) + 150 * Int32(pixels[at + 1]) + 29 * Int32(pixels[at + 2])) >> 8
            at += 3
        }
    }

    private static func level(_ percent: Int, of histogram: [Int], _ count: Int) -> Double {
        var below = 0
        for (level, pixels) in histogram.enumerated() {
            below += pixels
            if below * 100 >= count * percent { return Double(level) / 255 }
        }
        return 1
    }
}

/// The squares of brightness differences over a short and over a long way, added up over the edges in a part of a photo.
private struct EdgeSums {
    /// A step in brightness (of 255) that counts as an edge; a camera's noise in the dark stays below it.
    private static let edge: Int32 = 32

    private var near: Int64 = 0
    private var far: Int64 = 0
    private var edges = 0
    private var count = 0

    mutating func add(_ luma: [Int32], _ columns: Range<Int>, near step: Int, far reach: Int) {
        let least = Self.edge * Self.edge
        var (short, long, edges): (Int32, Int32, Int32) = (0, 0, 0)
        for column in columns {
            let here = luma[column]
            let (one, other) = (here - luma[column - step], here - luma[column - reach])
            // An eighth of a row holds at most 8,000 pixels, and a square at most 65,025: 32 bits are enough.
            let square = other * other
            let counts: Int32 = square >= least ? 1 : 0
            short &+= one * one * counts
            long &+= square * counts
            edges &+= counts
        }
        near += Int64(short)
        far += Int64(long)
        self.edges += Int(edges)
        count += columns.count
    }

    /// An ideal edge counts once over the short way and four times over the long one: the share of that, 1 at best.
    ///
    /// A ramp longer than the long way gives 1/4. Nil where there are too few edges.
    func steepness(leastEdges: Double) -> Double? {
        guard edges > 0, Double(edges) >= leastEdges * Double(count) else { return nil }
        return min(4 * Double(near) / Double(far), 1)
    }
}

/// Closed lines on a canvas's pixels, curves already broken into short straight pieces.
package struct Outline {
    /// All corners, contour after contour.
    private(set) var points: [SIMD2<Float>] = []
    /// Where each contour begins.
    private(set) var starts: [Int] = []
    private var last = SIMD2<Float>.zero
    /// How far a piece may lie from its curve, in pixels.
    private static let tolerance: Float = 0.1

    package init(reserving corners: Int = 64) { points.reserveCapacity(corners) }

    var isEmpty: Bool { points.isEmpty }
    var contours: Int { starts.count }

    func contour(_ number: Int) -> Range<Int> {
        starts[number]..<(number + 1 < starts.count ? starts[number + 1] : points.count)
    }

    mutating func move(to point: SIMD2<Float>) {
        starts.append(points.count)
        points.append(point)
        last = point
    }

    mutating func line(to point: SIMD2<Float>) {
        points.append(point)
        last = point
    }

    mutating func curve(_ first: SIMD2<Float>, _ second: SIMD2<Float>, to end: SIMD2<Float>) {
        let start = last
        let bend = max(Outline.length(start - 2 * first + second), Outline.length(first - 2 * second + end))
        let pieces = max(1, Int((0.75 * bend / Outline.tolerance).squareRoot().rounded(.up)))
        for piece in 1..<max(2, pieces) where piece < pieces {
            let t = Float(piece) / Float(pieces)
            let u = 1 - t
            let near = start * (u * u * u) + first * (3 * u * u * t)
            let far = second * (3 * u * t * t) + end * (t * t * t)
            points.append(near + far)
        }
        line(to: end)
    }

    /// A contour of straight lines.
    package mutating func polygon(_ corners: [SIMD2<Float>]) {
        guard corners.count > 2 else { return }
        starts.append(points.count)
        points.append(contentsOf: corners)
    }

    /// What a pen of a width leaves along a line through points.
    ///
    /// Its parts overlap, all the same way round.
    package mutating func stroke(_ line: some Collection<SIMD2<Float>>, width: Float, round: Bool, closed: Bool = false)
    {
        var places: [SIMD2<Float>] = []
        for place in line where places.last != place { places.append(place) }
        if closed, let first = places.first, places.last != first { places.append(first) }
        guard places.count > 1 else { return }
        let half = width / 2
        let count = places.count - 1
        /// Which way a part of the line goes; nil beyond the ends of an open one.
        func way(_ part: Int) -> SIMD2<Float>? {
            guard closed || (0..<count).contains(part) else { return nil }
            let at = (part + count) % count
            return (places[at + 1] - places[at]) / Outline.length(places[at + 1] - places[at])
        }
        var (before, here) = (way(-1), way(0))
        for number in 0..<count {
            guard let heading = here else { break }
            let (from, to) = (places[number], places[number + 1])
            let side = SIMD2(-heading.y, heading.x) * half
            let next = way(number + 1)
            // Where the line turns sharply, both of its parts reach over the corner.
            let isSharpAfter = next.map { ($0 * heading).sum() < 0.8 } ?? false
            let isSharpBefore = before.map { ($0 * heading).sum() < 0.8 } ?? false
            let start = from - heading * (isSharpBefore && !round ? half : 0)
            let end = to + heading * (isSharpAfter && !round ? half : 0)
            starts.append(points.count)
            points.append(start + side)
            points.append(start - side)
            points.append(end - side)
            points.append(end + side)
            if round, isSharpAfter || next == nil { disc(to, half) }
            if round, before == nil { disc(from, half) }
            (before, here) = (heading, next)
        }
    }

    private mutating func disc(_ centre: SIMD2<Float>, _ radius: Float) {
        starts.append(points.count)
        for corner in Outline.corners { points.append(centre + corner * radius) }
    }

    /// Twelve corners are round enough for a pen's end; the same way round as strokes are.
    private static let corners: [SIMD2<Float>] = [
        SIMD2(0, 1), SIMD2(-0.5, 0.866), SIMD2(-0.866, 0.5), SIMD2(-1, 0), SIMD2(-0.866, -0.5), SIMD2(-0.5, -0.866),
        SIMD2(0, -1), SIMD2(0.5, -0.866), SIMD2(0.866, -0.5), SIMD2(1, 0), SIMD2(0.866, 0.5), SIMD2(0.5, 0.866),
    ]

    static func length(_ vector: SIMD2<Float>) -> Float { (vector * vector).sum().squareRoot() }
}

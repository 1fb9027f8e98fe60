/// A place in the photo that looks like a counter window.
package struct WindowCandidate: Hashable, Sendable {
    /// How sure the finder is, 0 to 1.
    package var heat: Double
    /// Its corners, in pixels of the decoded photo.
    package var quad: Quad
}

/// What the finder gave for a photo.
package struct FoundWindows: Hashable, Sendable {
    /// The best places, the surest first, at most two; the second one lies outside the first one's box.
    package var candidates: [WindowCandidate]
    /// How sure the finder is that a window's middle lies in each cell, as a logit, and how many cells cover the photo.
    package var heat: HeatMap

    /// A value for each cell of a grid laid over the photo from its top left corner.
    package struct HeatMap: Hashable, Sendable {
        package var tensor: Tensor
        package var columns, rows: Int

        /// The chance that a window's middle lies there, 0 to 1.
        package subscript(row: Int, column: Int) -> Double { sigmoid(Double(tensor[0, row, column])) }
    }
}

/// Finds counter windows in a whole photo.
enum WindowFinder {
    /// The long side that the photo is brought to.
    static let longSide = 320
    /// Image pixels for each cell of the net's results.
    private static let cell = 8.0
    /// Pixels for one unit of a corner's coordinates.
    private static let reach = 64.0

    /// The places in a photo that look like a window, and how the finder came to them.
    static func windows(in photo: CleanPhoto, with net: NetRunner) throws(ReaderModelError) -> FoundWindows {
        let scale = Double(longSide) / Double(max(photo.width, photo.height))
        let width = max(8, Int((Double(photo.width) * scale).rounded()))
        let height = max(8, Int((Double(photo.height) * scale).rounded()))
        let image = AreaResize.planes(of: photo, width: width, height: height).standardised
            .padded(width: (width + 31) / 32 * 32, height: (height + 31) / 32 * 32)
        let results = try net.run(image)
        let (heat, corners) = (results[0], results[1])
        let (columns, rows) = (min(heat.shape.width, (width + 7) / 8), min(heat.shape.height, (height + 7) / 8))

        func quad(_ row: Int, _ column: Int) -> Quad {
            func corner(_ number: Int) -> Point {
                let x = (Double(column) + 0.5) * cell + reach * Double(corners[2 * number, row, column])
                let y = (Double(row) + 0.5) * cell + reach * Double(corners[2 * number + 1, row, column])
                return Point(x: x / Double(width) * Double(photo.width), y: y / Double(height) * Double(photo.height))
            }
            return Quad(topLeft: corner(0), topRight: corner(1), bottomRight: corner(2), bottomLeft: corner(3))
        }

        var found: [WindowCandidate] = []
        while found.count < 2 {
            var best: (logit: Float, row: Int, column: Int)?
            for row in 0..<rows {
                for column in 0..<columns where heat[0, row, column] > best?.logit ?? -.infinity {
                    let centre = Point(
                        x: (Double(column) + 0.5) * cell / Double(width) * Double(photo.width),
                        y: (Double(row) + 0.5) * cell / Double(height) * Double(photo.height))
                    if found.contains(where: { $0.quad.bounds.holds(centre, margin: 0.3) }) { continue }
                    best = (heat[0, row, column], row, column)
                }
            }
            guard let best else { break }
            let candidate = WindowCandidate(heat: sigmoid(Double(best.logit)), quad: quad(best.row, best.column))
            guard candidate.quad.isSound else { break }
            found.append(candidate)
        }
        return FoundWindows(
            candidates: found, heat: FoundWindows.HeatMap(tensor: heat, columns: columns, rows: rows))
    }
}

extension Bounds {
    /// Whether the point lies in the box, made larger on each side by a share of its short side.
    fileprivate func holds(_ point: Point, margin: Double) -> Bool {
        let more = min(right - left, bottom - top) * margin
        return point.x > left - more && point.x < right + more && point.y > top - more && point.y < bottom + more
    }
}

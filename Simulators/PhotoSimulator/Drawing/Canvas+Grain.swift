import CCairo

/// Grains of the library over an area: plaster, rust, dust.
extension Canvas {
    /// Speckles an area by a grain, in a colour.
    ///
    /// `scale` is the size of one of the grain's cells in the drawing's coordinates.
    func grain(_ grain: Grain, over box: Box, scale: Double, at origin: Point, _ colour: Colour, alpha: Double) {
        let box = box.intersection(view)
        guard box.width > 0, box.height > 0 else { return }
        let placement = placement
        guard placement.isUpright else {
            turned(grain, over: box, scale: scale, at: origin, colour, alpha: alpha)
            return
        }
        let pixels = placement.pixels(of: box)
        let edges = Box(pixels.left.rounded(), pixels.top.rounded(), pixels.right.rounded(), pixels.bottom.rounded())
        guard let area = Area(edges, of: self) else { return }
        // Cells from the grain's corner; a cell no larger than a pixel needs nothing between its neighbours.
        let between = scale * placement.density > 1.3 ? 0.5 : 0
        func cell(_ x: Double, _ y: Double) -> Point {
            let place = placement.back(x: x, y: y)
            return Point((place.x - origin.x) / scale - between, (place.y - origin.y) / scale - between)
        }
        let (first, second) = (cell(Double(area.left) + 0.5, 0.5), cell(Double(area.left) + 1.5, 1.5))
        let columns = (0..<area.width).map { Canvas.cell(first.x + (second.x - first.x) * Double($0)) }
        let side = Grain.side
        grain.withBytes { bytes in
            // One row of the grain, between two of its own; the first cell once more at the end.
            withUnsafeTemporaryAllocation(of: UInt16.self, capacity: side + 1) { line in
                veil(area, colour, alpha: alpha) { y, row in
                    let (above, share) = Canvas.cell(first.y + (second.y - first.y) * Double(y))
                    let b = between > 0 ? share : 0
                    let (upper, lower) = (bytes + above * side, bytes + (above + 1) & (side - 1) * side)
                    for x in 0..<side { line[x] = UInt16(upper[x]) &* (256 &- b) &+ UInt16(lower[x]) &* b }
                    line[side] = line[0]
                    row.withMemoryRebound(to: UInt8.self) { row in
                        for x in 0..<columns.count {
                            let (left, a) = columns[x]
                            let share = between > 0 ? UInt32(a) : 0
                            let value = UInt32(line[left]) &* (256 &- share) &+ UInt32(line[left &+ 1]) &* share
                            row[x] = UInt8(truncatingIfNeeded: value &>> 16)
                        }
                    }
                }
            }
        }
    }

    /// The cell at or before a place of the grain, and how far from there to the next, in 256ths.
    private static func cell(_ place: Double) -> (cell: Int, share: UInt16) {
        let steps = Int((place * 256).rounded(.down)) & (Grain.side * 256 - 1)
        return (steps / 256, UInt16(steps % 256))
    }

    /// A grain on a drawing that is turned about.
    private func turned(
        _ grain: Grain, over box: Box, scale: Double, at origin: Point, _ colour: Colour, alpha: Double
    ) {
        scoped {
            cairo_rectangle(context, box.left, box.top, box.width, box.height)
            cairo_clip(context)
            let pattern = cairo_pattern_create_for_surface(grain.surface)
            cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT)
            // A cell no larger than a pixel needs nothing between its neighbours.
            cairo_pattern_set_filter(
                pattern, scale * placement.density > 1.3 ? CAIRO_FILTER_BILINEAR : CAIRO_FILTER_NEAREST)
            var matrix = cairo_matrix_t(
                xx: 1 / scale, yx: 0, xy: 0, yy: 1 / scale, x0: -origin.x / scale, y0: -origin.y / scale)
            cairo_pattern_set_matrix(pattern, &matrix)
            set(colour, alpha)
            cairo_mask(context, pattern)
            cairo_pattern_destroy(pattern)
        }
    }
}

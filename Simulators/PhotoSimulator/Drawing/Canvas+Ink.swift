import CCairo

/// Outlines in one colour, by their coverage: for letters and digits a fraction of what cairo's own filling costs.
extension Canvas {
    /// How the drawing's coordinates lie on the pixels now.
    struct Placement {
        private let m: cairo_matrix_t

        init(_ context: OpaquePointer) {
            var matrix = cairo_matrix_t()
            cairo_get_matrix(context, &matrix)
            m = matrix
        }

        func callAsFunction(_ point: Point) -> SIMD2<Float> {
            SIMD2(Float(m.xx * point.x + m.xy * point.y + m.x0), Float(m.yx * point.x + m.yy * point.y + m.y0))
        }

        /// Pixels to one unit.
        var density: Double { (m.xx * m.xx + m.yx * m.yx).squareRoot() }

        /// Whether x goes right and y down, nothing turned.
        var isUpright: Bool { m.xy == 0 && m.yx == 0 && m.xx > 0 && m.yy > 0 }

        /// What a box covers, in pixels; turned, the least that holds it.
        func pixels(of box: Box) -> Box {
            let centre = box.centre
            let x = m.xx * centre.x + m.xy * centre.y + m.x0
            let y = m.yx * centre.x + m.yy * centre.y + m.y0
            let width = abs(m.xx) * box.width + abs(m.xy) * box.height
            let height = abs(m.yx) * box.width + abs(m.yy) * box.height
            return Box(x: x - width / 2, y: y - height / 2, width: width, height: height)
        }

        /// The place in the drawing of a pixel's coordinates.
        func back(x: Double, y: Double) -> Point {
            let determinant = m.xx * m.yy - m.xy * m.yx
            let (dx, dy) = (x - m.x0, y - m.y0)
            return Point((m.yy * dx - m.xy * dy) / determinant, (m.xx * dy - m.yx * dx) / determinant)
        }
    }

    var placement: Placement { Placement(context) }

    /// Adds a glyph's outline, each of its points laid by a map into the drawing's coordinates.
    func add(_ glyph: Glyph, to outline: inout Outline, _ placement: Placement, by map: (Point) -> Point) {
        for step in glyph.steps {
            switch step {
            case .move(let point): outline.move(to: placement(map(point)))
            case .line(let point): outline.line(to: placement(map(point)))
            case .curve(let first, let second, let end):
                outline.curve(placement(map(first)), placement(map(second)), to: placement(map(end)))
            case .close: break
            }
        }
    }

    /// Inks outlines, widened by a pen of a breadth; `within` cuts off what lies above and below a box.
    func ink(_ outline: Outline, _ colour: Colour, alpha: Double = 1, bold: Double = 0, within: Box? = nil) {
        guard !outline.isEmpty else { return }
        let placement = placement
        var outlines = [outline]
        if bold > 0 {
            var widened = Outline()
            let breadth = Float(bold * placement.density)
            for contour in 0..<outline.contours {
                widened.stroke(outline.points[outline.contour(contour)], width: breadth, round: false, closed: true)
            }
            outlines.append(widened)
        }
        var rows = 0..<height
        if let within {
            let top = Int(placement(Point(within.left, within.top)).y.rounded())
            let bottom = Int(placement(Point(within.left, within.bottom)).y.rounded())
            rows = rows.clamped(to: max(0, top)..<max(max(0, top), bottom))
        }
        guard var mask = InkMask(of: outlines, columns: 0..<width, rows: rows) else { return }
        let (left, top, width, height, stride) = (mask.left, mask.top, mask.width, mask.height, mask.stride)
        mask.withBytes { veil($0, left, top, width, height, stride: stride, colour, alpha) }
    }
}

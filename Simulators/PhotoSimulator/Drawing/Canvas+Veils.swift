import CCairo

/// One colour over a rectangle of pixels, by an opacity of each: what gradients of one colour, glows and grains are drawn as,
/// for a fraction of what cairo's own patterns cost.
extension Canvas {
    /// Pixels of the surface, the last ones left out.
    struct Area {
        let left: Int
        let top: Int
        let right: Int
        let bottom: Int

        /// Those of a surface that a box of its own coordinates touches; nil where there are none.
        init?(_ box: Box, of canvas: Canvas) {
            left = Int(max(0, box.left.rounded(.down)))
            top = Int(max(0, box.top.rounded(.down)))
            right = Int(min(Double(canvas.width), box.right.rounded(.up)))
            bottom = Int(min(Double(canvas.height), box.bottom.rounded(.up)))
            guard left < right, top < bottom else { return nil }
        }

        var width: Int { right - left }
        var height: Int { bottom - top }
    }

    /// A row of opacities, four pixels' each; what it has beyond its area's width is not looked at.
    typealias VeilRow = UnsafeMutableBufferPointer<SIMD4<UInt8>>

    /// Lays a colour over an area, within the clip; `row` writes the opacities of the row with a number of the surface.
    func veil(_ area: Area, _ colour: Colour, alpha: Double = 1, _ row: (Int, VeilRow) -> Void) {
        let groups = (area.width + 3) / 4
        if veilRows.count < groups * area.height {
            veilRows = [SIMD4<UInt8>](repeating: .zero, count: groups * area.height)
        }
        veilRows.withUnsafeMutableBufferPointer { rows in
            for y in 0..<area.height {
                row(area.top + y, VeilRow(rebasing: rows[y * groups..<(y + 1) * groups]))
            }
            rows.withMemoryRebound(to: UInt8.self) { bytes in
                veil(bytes.baseAddress, area.left, area.top, area.width, area.height, stride: groups * 4, colour, alpha)
            }
        }
    }

    /// Lays a colour over pixels by a mask of opacities, a byte each.
    func veil(
        _ bytes: UnsafeMutablePointer<UInt8>?, _ left: Int, _ top: Int, _ width: Int, _ height: Int, stride: Int,
        _ colour: Colour, _ alpha: Double
    ) {
        let mask = cairo_image_surface_create_for_data(
            bytes, CAIRO_FORMAT_A8, Int32(width), Int32(height), Int32(stride))
        var matrix = cairo_matrix_t()
        cairo_get_matrix(context, &matrix)
        cairo_identity_matrix(context)
        set(colour, alpha)
        cairo_mask_surface(context, mask, Double(left), Double(top))
        cairo_set_matrix(context, &matrix)
        cairo_surface_finish(mask)
        cairo_surface_destroy(mask)
    }

    /// Opacities of 0…1 as bytes.
    @inline(__always)
    static func bytes(_ opacity: SIMD4<Float>) -> SIMD4<UInt8> {
        // Whole numbers stand in the last bits of what is beyond 2 to the 23rd.
        SIMD4(truncatingIfNeeded: unsafeBitCast(opacity * 255 + 8_388_608, to: SIMD4<UInt32>.self))
    }
}

/// An opacity that changes along a line, between stops.
struct Ramp {
    private let stops: [(place: Float, opacity: Float)]

    init(_ stops: [(Double, Colour, Double)]) { self.stops = stops.map { (Float($0.0), Float($0.2)) } }

    /// The opacity at a place; before the first stop and after the last that of those.
    subscript(_ place: Float) -> Float {
        var before = stops[0]
        if place <= before.place { return before.opacity }
        for stop in stops {
            if place < stop.place {
                return before.opacity
                    + (stop.opacity - before.opacity) * (place - before.place) / (stop.place - before.place)
            }
            before = stop
        }
        return before.opacity
    }
}

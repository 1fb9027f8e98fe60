import CCairo

/// A drawing surface over cairo: the only place of this room that touches its pointers.
final class Canvas {
    let width: Int
    let height: Int
    private let surface: OpaquePointer
    private let context: OpaquePointer

    init(width: Int, height: Int) {
        self.width = max(2, width)
        self.height = max(2, height)
        // cairo never returns null: an object in an error state swallows what is drawn on it.
        surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(self.width), Int32(self.height))
        context = cairo_create(surface)
        cairo_set_antialias(context, CAIRO_ANTIALIAS_GOOD)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    func transform(scale: Double, dx: Double, dy: Double) {
        cairo_translate(context, dx, dy)
        cairo_scale(context, scale, scale)
    }

    /// Draws with the state of pen and clip put back afterwards.
    func scoped(_ draw: () -> Void) {
        cairo_save(context)
        draw()
        cairo_restore(context)
    }

    func translate(_ dx: Double, _ dy: Double) { cairo_translate(context, dx, dy) }
    func rotate(_ angle: Double) { cairo_rotate(context, angle) }
    func scale(_ sx: Double, _ sy: Double) { cairo_scale(context, sx, sy) }

    func clip(_ x: Double, _ y: Double, _ w: Double, _ h: Double) {
        cairo_rectangle(context, x, y, w, h)
        cairo_clip(context)
    }

    func fill(_ x: Double, _ y: Double, _ w: Double, _ h: Double, _ colour: Colour, alpha: Double = 1) {
        set(colour, alpha)
        cairo_rectangle(context, x, y, w, h)
        cairo_fill(context)
    }

    func rounded(
        _ x: Double, _ y: Double, _ w: Double, _ h: Double, radius: Double, _ colour: Colour, alpha: Double = 1,
        stroke: Double? = nil
    ) {
        let r = min(radius, w / 2, h / 2)
        cairo_new_sub_path(context)
        cairo_arc(context, x + w - r, y + r, r, -.pi / 2, 0)
        cairo_arc(context, x + w - r, y + h - r, r, 0, .pi / 2)
        cairo_arc(context, x + r, y + h - r, r, .pi / 2, .pi)
        cairo_arc(context, x + r, y + r, r, .pi, .pi * 1.5)
        cairo_close_path(context)
        paint(colour, alpha, stroke)
    }

    func polygon(_ points: [Point], _ colour: Colour, alpha: Double = 1, stroke: Double? = nil) {
        guard let first = points.first else { return }
        cairo_move_to(context, first.x, first.y)
        for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
        if stroke == nil { cairo_close_path(context) }
        paint(colour, alpha, stroke)
    }

    func circle(_ x: Double, _ y: Double, _ radius: Double, _ colour: Colour, alpha: Double = 1, stroke: Double? = nil)
    {
        cairo_new_sub_path(context)
        cairo_arc(context, x, y, radius, 0, .pi * 2)
        paint(colour, alpha, stroke)
    }

    /// A rectangle whose colour changes from top to bottom, by stops of (0…1, colour, opacity).
    func shaded(
        _ x: Double, _ y: Double, _ w: Double, _ h: Double, _ stops: [(Double, Colour, Double)],
        horizontal: Bool = false
    ) {
        let pattern =
            horizontal
            ? cairo_pattern_create_linear(x, 0, x + w, 0) : cairo_pattern_create_linear(0, y, 0, y + h)
        for (offset, colour, alpha) in stops {
            cairo_pattern_add_color_stop_rgba(pattern, offset, colour.red, colour.green, colour.blue, alpha)
        }
        cairo_set_source(context, pattern)
        cairo_rectangle(context, x, y, w, h)
        cairo_fill(context)
        cairo_pattern_destroy(pattern)
    }

    /// A soft spot of light or dark.
    func glow(_ x: Double, _ y: Double, _ radius: Double, stretch: Double, _ colour: Colour, alpha: Double) {
        scoped {
            translate(x, y)
            scale(1, stretch)
            let pattern = cairo_pattern_create_radial(0, 0, 0, 0, 0, radius)
            cairo_pattern_add_color_stop_rgba(pattern, 0, colour.red, colour.green, colour.blue, alpha)
            cairo_pattern_add_color_stop_rgba(pattern, 0.5, colour.red, colour.green, colour.blue, alpha * 0.7)
            cairo_pattern_add_color_stop_rgba(pattern, 1, colour.red, colour.green, colour.blue, 0)
            cairo_set_source(context, pattern)
            cairo_paint(context)
            cairo_pattern_destroy(pattern)
        }
    }

    /// Draws text with its middle at a point; the height is that of the capitals.
    ///
    /// - Returns: the width drawn.
    @discardableResult
    func text(
        _ text: String, _ face: FontFace, at point: Point, height: Double, stretch: Double = 1, _ colour: Colour,
        alpha: Double = 1, bold: Double = 0, anchor: Double = 0.5
    ) -> Double {
        let size = height / face.capitalHeight
        var matrix = cairo_matrix_t(xx: size * stretch, yx: 0, xy: 0, yy: size, x0: 0, y0: 0)
        cairo_set_font_face(context, face.cairo)
        cairo_set_font_matrix(context, &matrix)
        var extents = cairo_text_extents_t()
        cairo_text_extents(context, text, &extents)
        cairo_move_to(context, point.x - extents.x_bearing - extents.width * anchor, point.y + height / 2)
        set(colour, alpha)
        if bold > 0 {
            cairo_text_path(context, text)
            cairo_set_line_width(context, bold)
            cairo_fill_preserve(context)
            cairo_stroke(context)
        } else {
            cairo_show_text(context, text)
        }
        return extents.width
    }

    /// What was drawn, as a raster.
    func raster() -> Raster {
        cairo_surface_flush(surface)
        var result = Raster(width: width, height: height)
        guard let data = cairo_image_surface_get_data(surface) else { return result }
        let stride = Int(cairo_image_surface_get_stride(surface))
        for y in 0..<height {
            data.advanced(by: y * stride).withMemoryRebound(to: UInt32.self, capacity: width) { row in
                for x in 0..<width {
                    let pixel = row[x]
                    result.pixels[y * width + x] =
                        SIMD4(Float(pixel >> 16 & 255), Float(pixel >> 8 & 255), Float(pixel & 255), 0) * (1 / 255)
                }
            }
        }
        return result
    }

    private func set(_ colour: Colour, _ alpha: Double) {
        cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, alpha)
    }

    private func paint(_ colour: Colour, _ alpha: Double, _ stroke: Double?) {
        set(colour, alpha)
        if let stroke {
            cairo_set_line_width(context, stroke)
            cairo_stroke(context)
        } else {
            cairo_fill(context)
        }
    }
}

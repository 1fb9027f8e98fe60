import CCairo

/// Areas whose colour changes: shades, glows, grains, unions.
extension Canvas {
    /// A rectangle whose colour changes from top to bottom or from left to right, by stops of (0…1, colour, opacity).
    func shaded(_ box: Box, _ stops: [(Double, Colour, Double)], horizontal: Bool = false, radius: Double = 0) {
        guard sees(box) else { return }
        let pattern =
            horizontal
            ? cairo_pattern_create_linear(box.left, 0, box.right, 0)
            : cairo_pattern_create_linear(0, box.top, 0, box.bottom)
        for (offset, plain, alpha) in stops {
            let colour = plain.saturated(saturation)
            cairo_pattern_add_color_stop_rgba(pattern, offset, colour.red, colour.green, colour.blue, alpha)
        }
        cairo_set_source(context, pattern)
        if radius > 0 {
            roundedPath(box, radius)
        } else {
            cairo_rectangle(context, box.left, box.top, box.width, box.height)
        }
        cairo_fill(context)
        cairo_pattern_destroy(pattern)
    }

    /// A polygon whose colour changes along a line between two points, by stops of (0…1, colour, opacity).
    func shaded(_ points: [Point], from: Point, to: Point, _ stops: [(Double, Colour, Double)]) {
        guard points.count > 2, sees(Box(around: points)) else { return }
        let pattern = cairo_pattern_create_linear(from.x, from.y, to.x, to.y)
        for (offset, plain, alpha) in stops {
            let colour = plain.saturated(saturation)
            cairo_pattern_add_color_stop_rgba(pattern, offset, colour.red, colour.green, colour.blue, alpha)
        }
        cairo_set_source(context, pattern)
        trace(points)
        cairo_close_path(context)
        cairo_fill(context)
        cairo_pattern_destroy(pattern)
    }

    /// Several closed areas as one, so that they are no denser where they overlap; all must run the same way round.
    func union(of outlines: [[Point]], smooth: Bool, _ colour: Colour, alpha: Double) {
        set(colour, alpha)
        for points in outlines where points.count > 2 {
            if smooth {
                curvePath(points, closed: true)
            } else {
                trace(points)
                cairo_close_path(context)
            }
        }
        cairo_fill(context)
    }

    /// Everything seen outside of closed lines, straight or smooth.
    func outside(of outlines: [[Point]], smooth: Bool, _ colour: Colour, alpha: Double) {
        set(colour, alpha)
        cairo_rectangle(context, view.left, view.top, view.width, view.height)
        for points in outlines where points.count > 2 {
            if smooth {
                curvePath(points, closed: true)
            } else {
                trace(points)
                cairo_close_path(context)
            }
        }
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
        cairo_fill(context)
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
    }

    /// A soft spot of light or dark, fading to nothing at its radius.
    func glow(_ centre: Point, radius: Double, stretch: Double = 1, core: Double = 0.5, _ plain: Colour, alpha: Double)
    {
        let colour = plain.saturated(saturation)
        guard sees(Box(around: [centre]).grown(by: radius * max(1, stretch))) else { return }
        scoped {
            cairo_translate(context, centre.x, centre.y)
            cairo_scale(context, 1, stretch)
            let pattern = cairo_pattern_create_radial(0, 0, 0, 0, 0, radius)
            cairo_pattern_add_color_stop_rgba(pattern, 0, colour.red, colour.green, colour.blue, alpha)
            cairo_pattern_add_color_stop_rgba(pattern, core, colour.red, colour.green, colour.blue, alpha * 0.7)
            cairo_pattern_add_color_stop_rgba(pattern, 1, colour.red, colour.green, colour.blue, 0)
            cairo_set_source(context, pattern)
            cairo_arc(context, 0, 0, radius, 0, .pi * 2)
            cairo_fill(context)
            cairo_pattern_destroy(pattern)
        }
    }

    /// Speckles an area by a grain of the library, in a colour: plaster, rust, dust.
    ///
    /// `scale` is the size of one of the grain's cells in the drawing's coordinates.
    func grain(_ grain: Grain, over box: Box, scale: Double, at origin: Point, _ colour: Colour, alpha: Double) {
        let box = box.intersection(view)
        guard box.width > 0, box.height > 0 else { return }
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

import CCairo

/// A drawing surface over cairo: the only place of this room, with its extensions, that touches cairo's pointers.
final class Canvas {
    let width: Int
    let height: Int
    /// Cairo's own; only the files of this type touch them.
    let surface: OpaquePointer
    let context: OpaquePointer
    /// What of the drawing's own coordinates lies on the surface; layers leave out what is not seen.
    var view: Box
    /// How strong colours come out: the phone's saturation, taken before the drawing rather than after it.
    var saturation = 1.0
    /// Where veils are made ready.
    var veilRows: [SIMD4<UInt8>] = []

    /// An opaque surface, or one that remembers where it was drawn on.
    init(width: Int, height: Int, transparent: Bool = false) {
        self.width = max(2, width)
        self.height = max(2, height)
        // cairo never returns null: an object in an error state swallows what is drawn on it.
        surface = cairo_image_surface_create(
            transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, Int32(self.width), Int32(self.height))
        context = cairo_create(surface)
        view = Box(0, 0, Double(self.width), Double(self.height))
        // Not FAST: with cairo 1.16 long series crashed, and not with GOOD (mplcairo issue 13 names the same).
        cairo_set_antialias(context, CAIRO_ANTIALIAS_GOOD)
        cairo_set_tolerance(context, 0.35)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Makes a transparent surface as it was before anything was drawn.
    func clear() {
        cairo_set_operator(context, CAIRO_OPERATOR_CLEAR)
        cairo_paint(context)
        cairo_set_operator(context, CAIRO_OPERATOR_OVER)
    }

    /// Lays the drawing's coordinates: `view` of them fills the surface.
    func look(at view: Box, scale: Double) {
        cairo_identity_matrix(context)
        cairo_scale(context, scale, scale)
        cairo_translate(context, -view.left, -view.top)
        self.view = view
    }

    /// Draws with the state of pen, clip and place put back afterwards.
    func scoped(_ draw: () -> Void) {
        let seen = view
        cairo_save(context)
        draw()
        cairo_restore(context)
        view = seen
    }

    /// Draws in coordinates that are turned about, scaled from and laid at a point; `view` then tells too much, not too little.
    func placed(at point: Point, turned angle: Double = 0, scaled: (x: Double, y: Double) = (1, 1), _ draw: () -> Void)
    {
        scoped {
            let (sine, cosine) = Turn.sineAndCosine(angle)
            var matrix = cairo_matrix_t(
                xx: cosine * scaled.x, yx: sine * scaled.x, xy: -sine * scaled.y, yy: cosine * scaled.y, x0: point.x,
                y0: point.y)
            cairo_transform(context, &matrix)
            // The seen corners in the new coordinates.
            let corners = view.corners.map { corner in
                let dx = corner.x - point.x
                let dy = corner.y - point.y
                return Point((dx * cosine + dy * sine) / scaled.x, (dy * cosine - dx * sine) / scaled.y)
            }
            view = Box(around: corners)
            draw()
        }
    }

    /// Clips to the whole pixels next to a box: a clip between pixels would make all that is drawn within it cost more.
    func clip(_ box: Box) {
        let within = view.intersection(box)
        defer { view = within }
        // What is all in sight needs no clip.
        guard within != view else { return }
        let placement = placement
        if placement.isUpright {
            let surface = Box(0, 0, Double(width), Double(height))
            let pixels = placement.pixels(of: box).intersection(surface)
            let (left, top) = (pixels.left.rounded(), pixels.top.rounded())
            var matrix = cairo_matrix_t()
            cairo_get_matrix(context, &matrix)
            cairo_identity_matrix(context)
            cairo_rectangle(context, left, top, pixels.right.rounded() - left, pixels.bottom.rounded() - top)
            cairo_set_matrix(context, &matrix)
        } else {
            cairo_rectangle(context, box.left, box.top, box.width, box.height)
        }
        cairo_clip(context)
    }

    func clip(to points: [Point]) {
        trace(points)
        cairo_close_path(context)
        cairo_clip(context)
    }

    /// Clips to the smooth closed line through points.
    func clip(smooth points: [Point]) {
        guard points.count > 2 else { return }
        curvePath(points, closed: true)
        cairo_clip(context)
    }

    /// Whether any of a box may be on the surface.
    func sees(_ box: Box) -> Bool { view.intersects(box) }

    func trace(_ points: [Point]) {
        cairo_move_to(context, points[0].x, points[0].y)
        for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
    }

    func set(_ colour: Colour, _ alpha: Double) {
        let colour = colour.saturated(saturation)
        cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, alpha)
    }

    func paint(_ colour: Colour, _ alpha: Double, _ stroke: Double?) {
        set(colour, alpha)
        if let stroke {
            cairo_set_line_width(context, stroke)
            cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
            cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
            cairo_stroke(context)
        } else {
            cairo_fill(context)
        }
    }
}

import CCairo

/// Areas and lines of one colour.
extension Canvas {
    func fill(_ box: Box, _ colour: Colour, alpha: Double = 1) {
        guard sees(box) else { return }
        set(colour, alpha)
        cairo_rectangle(context, box.left, box.top, box.width, box.height)
        cairo_fill(context)
    }

    /// Fills boxes as one area, so that no seam shows where they touch.
    func fill(_ boxes: [Box], _ colour: Colour, alpha: Double = 1) {
        for box in boxes where sees(box) { cairo_rectangle(context, box.left, box.top, box.width, box.height) }
        set(colour, alpha)
        cairo_fill(context)
    }

    /// Fills closed areas as one.
    func fill(_ areas: [[Point]], _ colour: Colour, alpha: Double = 1) {
        for points in areas where points.count > 2 && sees(Box(around: points)) {
            trace(points)
            cairo_close_path(context)
        }
        set(colour, alpha)
        cairo_fill(context)
    }

    /// A rectangle with round corners, filled or drawn as a line of a width.
    func rounded(_ box: Box, radius: Double, _ colour: Colour, alpha: Double = 1, stroke: Double? = nil) {
        guard sees(box) else { return }
        roundedPath(box, radius)
        paint(colour, alpha, stroke)
    }

    /// Clips to a rectangle with round corners.
    func clip(rounded box: Box, radius: Double) {
        guard hasCorner(box, radius) else {
            clip(box)
            return
        }
        roundedPath(box, radius)
        cairo_clip(context)
        view = view.intersection(box)
    }

    /// Whether a box's round corners are in sight.
    func hasCorner(_ box: Box, _ radius: Double) -> Bool {
        let r = max(0, min(radius, box.width / 2, box.height / 2))
        let seen = view.grown(by: r)
        return r > 0
            && (seen.contains(Point(box.left, box.top)) || seen.contains(Point(box.right, box.top))
                || seen.contains(Point(box.right, box.bottom)) || seen.contains(Point(box.left, box.bottom)))
    }

    func roundedPath(_ box: Box, _ radius: Double) {
        let r = max(0, min(radius, box.width / 2, box.height / 2))
        // Corners out of sight need not be round: a rectangle costs a fraction.
        guard hasCorner(box, radius) else {
            cairo_rectangle(context, box.left, box.top, box.width, box.height)
            return
        }
        cairo_new_sub_path(context)
        cairo_arc(context, box.right - r, box.top + r, r, -.pi / 2, 0)
        cairo_arc(context, box.right - r, box.bottom - r, r, 0, .pi / 2)
        cairo_arc(context, box.left + r, box.bottom - r, r, .pi / 2, .pi)
        cairo_arc(context, box.left + r, box.top + r, r, .pi, .pi * 1.5)
        cairo_close_path(context)
    }

    /// A closed area, or an open line of a width.
    func polygon(_ points: [Point], _ colour: Colour, alpha: Double = 1, stroke: Double? = nil) {
        guard points.count > 1, sees(Box(around: points).grown(by: stroke ?? 0)) else { return }
        trace(points)
        if stroke == nil { cairo_close_path(context) }
        paint(colour, alpha, stroke)
    }

    /// A smooth line through points (Catmull-Rom), filled when closed, else of a width.
    func curve(_ points: [Point], _ colour: Colour, alpha: Double = 1, stroke: Double? = nil, closed: Bool = false) {
        guard points.count > 2, sees(Box(around: points).grown(by: (stroke ?? 0) + Box(around: points).width * 0.1))
        else { return }
        curvePath(points, closed: closed)
        paint(colour, alpha, stroke)
    }

    func curvePath(_ points: [Point], closed: Bool) {
        let count = points.count
        func at(_ index: Int) -> Point {
            closed ? points[(index + count) % count] : points[max(0, min(count - 1, index))]
        }
        cairo_move_to(context, points[0].x, points[0].y)
        for index in 0..<(closed ? count : count - 1) {
            let (a, b, c, d) = (at(index - 1), at(index), at(index + 1), at(index + 2))
            cairo_curve_to(
                context, b.x + (c.x - a.x) / 6, b.y + (c.y - a.y) / 6, c.x - (d.x - b.x) / 6, c.y - (d.y - b.y) / 6,
                c.x,
                c.y)
        }
        if closed { cairo_close_path(context) }
    }

    func circle(_ centre: Point, _ radius: Double, _ colour: Colour, alpha: Double = 1, stroke: Double? = nil) {
        guard sees(Box(around: [centre]).grown(by: radius + (stroke ?? 0))) else { return }
        cairo_new_sub_path(context)
        cairo_arc(context, centre.x, centre.y, radius, 0, .pi * 2)
        paint(colour, alpha, stroke)
    }

    /// A part of a circle's line, angles in radians clockwise from the right.
    func arc(
        _ centre: Point, _ radius: Double, from: Double, to: Double, _ colour: Colour, stroke: Double, alpha: Double = 1
    ) {
        guard sees(Box(around: [centre]).grown(by: radius + stroke)) else { return }
        cairo_new_sub_path(context)
        cairo_arc(context, centre.x, centre.y, radius, from, to)
        paint(colour, alpha, stroke)
    }
}

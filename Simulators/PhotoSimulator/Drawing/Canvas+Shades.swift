import CCairo

/// Areas whose colour changes: shades, glows, grains, unions.
extension Canvas {
    /// A rectangle whose colour changes from top to bottom or from left to right, by stops of (0…1, colour, opacity).
    func shaded(_ box: Box, _ stops: [(Double, Colour, Double)], horizontal: Bool = false, radius: Double = 0) {
        guard sees(box) else { return }
        if Canvas.isPlain(stops), !(radius > 0 && hasCorner(box, radius)) {
            if placement.isUpright {
                ramp(box, stops, horizontal)
            } else {
                let to = horizontal ? Point(box.right, box.top) : Point(box.left, box.bottom)
                ramp(box.corners, Point(box.left, box.top), to, stops)
            }
            return
        }
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
        if Canvas.isPlain(stops) {
            ramp(points, from, to, stops)
            return
        }
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
        guard radius > 0, sees(Box(around: [centre]).grown(by: radius * max(1, stretch))) else { return }
        let placement = placement
        let reach = Box(around: [centre]).grown(x: radius, y: radius * stretch)
        guard let area = Area(placement.pixels(of: reach.intersection(view)), of: self) else { return }
        // How far a pixel is from the centre, in radii, and what one to the right adds.
        func way(_ x: Double, _ y: Double) -> SIMD2<Double> {
            let place = placement.back(x: x, y: y)
            return SIMD2(place.x - centre.x, (place.y - centre.y) / stretch) / radius
        }
        let step = way(1, 0) - way(0, 0)
        let (dx, dy) = (SIMD4(0, 1, 2, 3) * Float(step.x), SIMD4(0, 1, 2, 3) * Float(step.y))
        let (near, far) = (Float(0.3 / core), Float(0.7 / (1 - core)))
        veil(area, plain, alpha: alpha) { y, row in
            let start = way(Double(area.left) + 0.5, Double(y) + 0.5)
            var (u, v) = (dx + Float(start.x), dy + Float(start.y))
            for group in 0..<row.count {
                let distance = (u * u + v * v).squareRoot()
                let (inner, outer) = (1 - distance * near, (1 - distance) * far)
                var opacity = inner
                // The steeper of both wins, whether it is the inner or the outer.
                opacity.replace(with: outer, where: near < far ? outer .< inner : outer .> inner)
                opacity.replace(with: 0, where: distance .> 1)
                row[group] = Canvas.bytes(opacity)
                u += Float(step.x * 4)
                v += Float(step.y * 4)
            }
        }
    }

    /// Whether stops differ in their opacity alone.
    private static func isPlain(_ stops: [(Double, Colour, Double)]) -> Bool {
        stops.allSatisfy { $0.1 == stops[0].1 }
    }

    /// A rectangle whose opacity changes from top to bottom or from left to right.
    private func ramp(_ box: Box, _ stops: [(Double, Colour, Double)], _ horizontal: Bool) {
        let all = placement.pixels(of: box)
        let seen = placement.pixels(of: box.intersection(view))
        guard let area = Area(seen, of: self) else { return }
        let ramp = Ramp(stops)
        /// How much of a pixel lies between two edges.
        func covered(_ pixel: Int, _ low: Double, _ high: Double) -> Float {
            Float(max(0, min(high, Double(pixel) + 1) - max(low, Double(pixel))))
        }
        let across = (0..<(area.width + 3) / 4).map { group in
            var row = SIMD4<Float>.zero
            for part in 0..<4 {
                let x = area.left + group * 4 + part
                let place = horizontal ? Float((Double(x) + 0.5 - all.left) / all.width) : 0
                row[part] = covered(x, all.left, all.right) * (horizontal ? ramp[place] : 1)
            }
            return row
        }
        veil(area, stops[0].1) { y, row in
            let place = horizontal ? 0 : Float((Double(y) + 0.5 - all.top) / all.height)
            let opacity = covered(y, all.top, all.bottom) * (horizontal ? 1 : ramp[place])
            for group in 0..<row.count { row[group] = Canvas.bytes(across[group] * opacity) }
        }
    }

    /// A polygon whose opacity changes along a line between two points.
    private func ramp(_ points: [Point], _ from: Point, _ to: Point, _ stops: [(Double, Colour, Double)]) {
        let placement = placement
        var outline = Outline()
        outline.polygon(points.map { placement($0) })
        guard let area = Area(placement.pixels(of: Box(around: points).intersection(view)), of: self),
            var mask = InkMask(of: [outline], columns: area.left..<area.right, rows: area.top..<area.bottom)
        else { return }
        // 256 steps of the way are finer than what a byte of opacity tells.
        let ramp = Ramp(stops)
        let opacities = (0...256).map { Int32(ramp[Float($0) / 256] * 65_536) }
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let square = max(1e-9, dx * dx + dy * dy)
        func share(_ x: Int, _ y: Int) -> Float {
            let place = placement.back(x: Double(x) + 0.5, y: Double(y) + 0.5)
            return Float(((place.x - from.x) * dx + (place.y - from.y) * dy) / square * 256)
        }
        let (left, top, width, height, stride) = (mask.left, mask.top, mask.width, mask.height, mask.stride)
        let step = share(left + 1, top) - share(left, top)
        mask.withBytes { bytes in
            for y in 0..<height {
                let start = share(left, top + y)
                for x in 0..<width {
                    let place = Int(max(0, min(256, start + step * Float(x))))
                    let byte = bytes + y * stride + x
                    byte.pointee = UInt8(truncatingIfNeeded: (Int32(byte.pointee) * opacities[place] + 32_768) >> 16)
                }
            }
            veil(bytes, left, top, width, height, stride: stride, stops[0].1, 1)
        }
    }
}

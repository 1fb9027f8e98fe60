/// Solid things under a light from above: blocks, hollows, screws.
extension Canvas {
    /// A block whose edges turn away from the viewer over a depth.
    func block(_ box: Box, radius: Double, _ colour: Colour, depth: Double, relief: Double = 1) {
        guard sees(box) else { return }
        rounded(box, radius: radius, colour)
        let edge = min(depth, box.width / 3, box.height / 3)
        let (white, black) = (Colour(grey: 1), Colour(grey: 0))
        scoped {
            clip(rounded: box, radius: radius)
            shaded(
                Box(box.left, box.top, box.right, box.top + edge),
                [(0, white, 0.05 * relief), (0.35, white, 0.42 * relief), (1, white, 0)])
            shaded(
                Box(box.left, box.bottom - edge * 1.3, box.right, box.bottom),
                [(0, black, 0), (0.7, black, 0.24 * relief), (1, black, 0.42 * relief)])
            shaded(
                Box(box.left, box.top, box.left + edge, box.bottom), [(0, black, 0.3 * relief), (1, black, 0)],
                horizontal: true)
            shaded(
                Box(box.right - edge, box.top, box.right, box.bottom), [(0, black, 0), (1, black, 0.36 * relief)],
                horizontal: true)
        }
    }

    /// The shadow that a block throws on what lies behind it, mostly below.
    func shadow(of box: Box, radius: Double, reach: Double, alpha: Double) {
        guard sees(box.grown(by: reach)) else { return }
        for step in 0..<5 {
            let far = reach * (1 - Double(step) / 5)
            rounded(
                Box(box.left - far * 0.5, box.top - far * 0.2, box.right + far * 0.5, box.bottom + far),
                radius: radius + far / 2,
                Colour(grey: 0), alpha: alpha * 0.55, stroke: reach / 4)
        }
    }

    /// The inner edge of a hollow: dark above and at the sides, a light line below.
    func hollow(_ box: Box, radius: Double, depth: Double, alpha: Double = 0.5) {
        guard sees(box.grown(by: depth)) else { return }
        let black = Colour(grey: 0)
        scoped {
            clip(rounded: box, radius: radius)
            shaded(Box(box.left, box.top, box.right, box.top + depth), [(0, black, alpha), (1, black, 0)])
            shaded(
                Box(box.left, box.top, box.left + depth * 0.7, box.bottom), [(0, black, alpha * 0.7), (1, black, 0)],
                horizontal: true)
            shaded(
                Box(box.right - depth * 0.5, box.top, box.right, box.bottom), [(0, black, 0), (1, black, alpha * 0.4)],
                horizontal: true)
            shaded(
                Box(box.left, box.bottom - depth * 0.3, box.right, box.bottom),
                [(0, Colour(grey: 1), 0), (1, Colour(grey: 1), alpha * 0.6)])
        }
    }

    /// A screw's head with its slot at an angle; nil for one without a slot: a rivet.
    func screw(_ centre: Point, _ radius: Double, _ colour: Colour, slot: Double?) {
        guard sees(Box(around: [centre]).grown(by: radius * 1.6)) else { return }
        circle(Point(centre.x, centre.y + radius * 0.25), radius * 1.2, Colour(grey: 0), alpha: 0.35)
        circle(centre, radius, colour)
        circle(centre, radius * 0.9, Colour(grey: 0), alpha: 0.4, stroke: radius * 0.16)
        arc(
            centre, radius * 0.72, from: Turn.half * 1.1, to: Turn.half * 1.8, Colour(grey: 1), stroke: radius * 0.2,
            alpha: 0.6)
        guard let slot else { return }
        let (sine, cosine) = Turn.sineAndCosine(slot)
        polygon(
            [
                Point(centre.x - cosine * radius * 0.75, centre.y - sine * radius * 0.75),
                Point(centre.x + cosine * radius * 0.75, centre.y + sine * radius * 0.75),
            ], Colour(grey: 0.06), alpha: 0.8, stroke: radius * 0.26)
    }
}

extension Colour {
    /// The colour as light falls on it.
    func towardsLight(_ share: Double) -> Colour { mixed(with: Colour(grey: 1), share) }
    /// The colour as light leaves it.
    func towardsDark(_ share: Double) -> Colour { mixed(with: Colour(grey: 0), share) }
}

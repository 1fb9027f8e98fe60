extension Canvas {
    /// A round rod that fills a box lengthways: dark edges and a line of light.
    func rod(_ box: Box, _ colour: Colour, shine: Double, upright: Bool = false) {
        let black = Colour(grey: 0)
        shaded(
            box,
            [
                (0, colour.mixed(with: black, 0.62), 1), (0.12, colour.mixed(with: black, 0.35), 1),
                (0.32, colour, 1), (0.4, colour.mixed(with: Colour(grey: 1), shine), 1), (0.5, colour, 1),
                (0.82, colour.mixed(with: black, 0.45), 1), (1, colour.mixed(with: black, 0.7), 1),
            ], horizontal: upright)
    }

    /// A rod along a line through points: an edge, a body and a line of light.
    func strand(_ points: [Point], width: Double, _ colour: Colour, shine: Double) {
        curve(points, colour.mixed(with: Colour(grey: 0), 0.6), stroke: width)
        let body = points.map { Point($0.x - width * 0.04, $0.y - width * 0.06) }
        curve(body, colour, stroke: width * 0.72)
        let light = points.map { Point($0.x - width * 0.12, $0.y - width * 0.16) }
        curve(light, colour.mixed(with: Colour(grey: 1), shine), alpha: 0.8, stroke: width * 0.2)
    }
}

extension Box {
    /// What of this box lies round another, as up to four boxes.
    func parts(around hole: Box) -> [Box] {
        let hole = hole.intersection(self)
        guard hole.width > 0, hole.height > 0 else { return [self] }
        return [
            Box(left, top, right, hole.top), Box(left, hole.bottom, right, bottom),
            Box(left, hole.top, hole.left, hole.bottom), Box(hole.right, hole.top, right, hole.bottom),
        ].filter { $0.width > 0 && $0.height > 0 }
    }

    /// A place inside.
    func point(_ random: inout SeededRandom) -> Point {
        Point(random.within(left...right), random.within(top...bottom))
    }
}

extension Point {
    /// The point at a distance in a direction.
    func moved(_ distance: Double, towards angle: Double) -> Point {
        let (sine, cosine) = Turn.sineAndCosine(angle)
        return Point(x + cosine * distance, y + sine * distance)
    }

    /// Between two points.
    func mixed(with other: Point, _ share: Double) -> Point {
        Point(x + (other.x - x) * share, y + (other.y - y) * share)
    }

    /// A closed outline of irregular roundness about this point.
    func blob(radius: Double, roughness: Double, corners: Int = 9, _ random: inout SeededRandom) -> [Point] {
        (0..<corners).map { corner in
            let angle = Turn.full * Double(corner) / Double(corners)
            return moved(radius * (1 + random.within(-roughness...roughness)), towards: angle)
        }
    }
}

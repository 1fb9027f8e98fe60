/// An upright rectangle.
package struct Box: Hashable, Sendable {
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double

    package init(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    /// By its top left and its size.
    package init(x: Double, y: Double, width: Double, height: Double) { self.init(x, y, x + width, y + height) }

    /// The smallest that holds all points; of none, one of no size at the origin.
    package init(around points: [Point]) {
        guard let first = points.first else {
            self.init(0, 0, 0, 0)
            return
        }
        self.init(first.x, first.y, first.x, first.y)
        for point in points {
            left = min(left, point.x)
            right = max(right, point.x)
            top = min(top, point.y)
            bottom = max(bottom, point.y)
        }
    }

    package var width: Double { right - left }
    package var height: Double { bottom - top }
    package var centre: Point { Point((left + right) / 2, (top + bottom) / 2) }
    /// Clockwise from the top left.
    package var corners: [Point] {
        [Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)]
    }

    package func grown(by margin: Double) -> Box { Box(left - margin, top - margin, right + margin, bottom + margin) }
    package func grown(x: Double, y: Double) -> Box { Box(left - x, top - y, right + x, bottom + y) }

    package func intersects(_ other: Box) -> Bool {
        left < other.right && right > other.left && top < other.bottom && bottom > other.top
    }

    package func intersection(_ other: Box) -> Box {
        let l = max(left, other.left)
        let t = max(top, other.top)
        return Box(l, t, max(l, min(right, other.right)), max(t, min(bottom, other.bottom)))
    }

    package func contains(_ point: Point) -> Bool {
        point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
    }
}

extension Quad {
    /// The unit square.
    package static let unit = Quad(
        topLeft: Point(x: 0, y: 0), topRight: Point(x: 1, y: 0), bottomRight: Point(x: 1, y: 1),
        bottomLeft: Point(x: 0, y: 1))

    /// The quad with each corner moved by the closure.
    package func mapCorners(_ move: (Point) -> Point) -> Quad {
        Quad(
            topLeft: move(topLeft), topRight: move(topRight), bottomRight: move(bottomRight),
            bottomLeft: move(bottomLeft))
    }

    /// The mean of the corners.
    package var centre: Point {
        Point(
            x: (topLeft.x + topRight.x + bottomRight.x + bottomLeft.x) / 4,
            y: (topLeft.y + topRight.y + bottomRight.y + bottomLeft.y) / 4)
    }

    /// The length of the upper and lower edge, in the mean.
    package var meanWidth: Double {
        (topLeft.distance(to: topRight) + bottomLeft.distance(to: bottomRight)) / 2
    }

    /// The length of the left and right edge, in the mean.
    package var meanHeight: Double {
        (topLeft.distance(to: bottomLeft) + topRight.distance(to: bottomRight)) / 2
    }

    /// The longest way that a corner went from where another quad has it.
    package func largestMove(from other: Quad) -> Double {
        zip(corners, other.corners).map { $0.distance(to: $1) }.max() ?? 0
    }

    /// Twice the area, positive when the corners go clockwise (y down).
    package var signedDoubleArea: Double {
        var sum = 0.0
        let ring = corners
        for (index, corner) in ring.enumerated() {
            let next = ring[(index + 1) % 4]
            sum += corner.x * next.y - next.x * corner.y
        }
        return sum
    }

    /// The box around it.
    package var bounds: Bounds {
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        return Bounds(
            left: xs.min() ?? 0, top: ys.min() ?? 0, right: xs.max() ?? 0, bottom: ys.max() ?? 0)
    }

    /// The part that the columns from `left` to `right` (0 at the left edge, 1 at the right one) and all rows take up.
    package func columns(from left: Double, to right: Double) -> Quad? {
        Homography(unitSquareTo: self)?.map(
            Quad(
                topLeft: Point(x: left, y: 0), topRight: Point(x: right, y: 0), bottomRight: Point(x: right, y: 1),
                bottomLeft: Point(x: left, y: 1)))
    }

    /// The quad stretched about its middle in its own plane, and moved in units of its own width and height.
    ///
    /// In perspective, what lies beyond an edge is foreshortened as the window itself is; a quad so steep that this
    /// would reach its horizon stays as it is.
    package func stretched(_ across: Double, _ down: Double, movedBy offset: Point = Point(x: 0, y: 0)) -> Quad {
        guard let map = Homography(unitSquareTo: self) else { return self }
        let framed = map.map(
            Quad.unit.mapCorners { corner in
                Point(
                    x: (corner.x - 0.5) * across + 0.5 + offset.x, y: (corner.y - 0.5) * down + 0.5 + offset.y)
            })
        return framed.isSound ? framed : self
    }

    /// Whether every corner is a number within what a photo can hold, and the corners go round clockwise.
    package var isSound: Bool {
        corners.allSatisfy { abs($0.x) < 100_000 && abs($0.y) < 100_000 } && signedDoubleArea > 2
            && Homography(unitSquareTo: self) != nil
    }
}

extension Point {
    /// The distance to another point.
    package func distance(to other: Point) -> Double {
        let (x, y) = (other.x - x, other.y - y)
        return (x * x + y * y).squareRoot()
    }
}

/// An upright box.
package struct Bounds: Hashable, Sendable {
    /// Its edges, in pixels.
    package var left, top, right, bottom: Double

    /// The box with these edges.
    package init(left: Double, top: Double, right: Double, bottom: Double) {
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    /// The area, 0 for a box turned inside out.
    package var area: Double { max(0, right - left) * max(0, bottom - top) }

    /// Common area over joint area, 0 to 1.
    package func intersectionOverUnion(_ other: Bounds) -> Double {
        let common = Bounds(
            left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
            bottom: min(bottom, other.bottom)
        ).area
        let joint = area + other.area - common
        return joint > 0 ? common / joint : 0
    }
}

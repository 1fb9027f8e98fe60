/// A point in a plane; x to the right, y down.
package struct Point: Hashable, Sendable, Codable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    package init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        self.init(try values.decode(Double.self), try values.decode(Double.self))
    }

    /// Written as `[x,y]` with two decimals: a hundredth of a pixel.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        try values.encode((x * 100).rounded() / 100)
        try values.encode((y * 100).rounded() / 100)
    }
}

/// A projective map of the plane (the flat meter face onto the picture, and back).
package struct Homography: Sendable {
    /// Row by row; the last element is not necessarily 1.
    package let m: [Double]

    package init(_ m: [Double]) {
        precondition(m.count == 9, "a homography has nine elements")
        self.m = m
    }

    /// The map that takes the unit square's corners (clockwise from 0,0) to the given ones (Heckbert 1989).
    package init(unitSquareTo q: [Point]) {
        precondition(q.count == 4, "a quadrilateral has four corners")
        let sx = q[0].x - q[1].x + q[2].x - q[3].x
        let sy = q[0].y - q[1].y + q[2].y - q[3].y
        let dx1 = q[1].x - q[2].x
        let dx2 = q[3].x - q[2].x
        let dy1 = q[1].y - q[2].y
        let dy2 = q[3].y - q[2].y
        let determinant = dx1 * dy2 - dx2 * dy1
        let g = (sx * dy2 - dx2 * sy) / determinant
        let h = (dx1 * sy - sx * dy1) / determinant
        self.init([
            q[1].x - q[0].x + g * q[1].x, q[3].x - q[0].x + h * q[3].x, q[0].x,
            q[1].y - q[0].y + g * q[1].y, q[3].y - q[0].y + h * q[3].y, q[0].y,
            g, h, 1,
        ])
    }

    /// The map that takes a rectangle from the origin to the given corners, clockwise from its top left.
    package init(width: Double, height: Double, to corners: [Point]) {
        let square = Homography(unitSquareTo: corners).m
        self.init([
            square[0] / width, square[1] / height, square[2],
            square[3] / width, square[4] / height, square[5],
            square[6] / width, square[7] / height, square[8],
        ])
    }

    package func callAsFunction(_ p: Point) -> Point {
        let w = m[6] * p.x + m[7] * p.y + m[8]
        return Point((m[0] * p.x + m[1] * p.y + m[2]) / w, (m[3] * p.x + m[4] * p.y + m[5]) / w)
    }

    /// The map back.
    package var inverse: Homography {
        Homography([
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
        ])
    }
}

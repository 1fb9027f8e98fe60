/// A projective map of the plane: what a flat thing does in a photo when it is seen from the side.
package struct Homography: Hashable, Sendable {
    /// Rows of the matrix, with the last coefficient scaled to what falls out.
    private let a, b, c, d, e, f, g, h, i: Double

    /// The map of the unit square (0,0), (1,0), (1,1), (0,1) onto the quad's corners; nil if the quad is no true quad.
    package init?(unitSquareTo quad: Quad) {
        let (p, q, r, s) = (quad.topLeft, quad.topRight, quad.bottomRight, quad.bottomLeft)
        let (sumX, sumY) = (p.x - q.x + r.x - s.x, p.y - q.y + r.y - s.y)
        let (rightX, rightY) = (q.x - r.x, q.y - r.y)
        let (lowerX, lowerY) = (s.x - r.x, s.y - r.y)
        let denominator = rightX * lowerY - lowerX * rightY
        guard denominator.isFinite, abs(denominator) > 1e-9 else { return nil }
        let g = (sumX * lowerY - lowerX * sumY) / denominator
        let h = (rightX * sumY - sumX * rightY) / denominator
        self.init(
            a: q.x - p.x + g * q.x, b: s.x - p.x + h * s.x, c: p.x, d: q.y - p.y + g * q.y,
            e: s.y - p.y + h * s.y, f: p.y, g: g, h: h, i: 1)
        // A corner at or behind the horizon would map the square's inside to both sides of it.
        for (u, v) in [(0.0, 0.0), (1, 0), (1, 1), (0, 1)] where !(g * u + h * v + 1 > 1e-6) { return nil }
    }

    private init(
        a: Double, b: Double, c: Double, d: Double, e: Double, f: Double, g: Double, h: Double, i: Double
    ) {
        (self.a, self.b, self.c) = (a, b, c)
        (self.d, self.e, self.f) = (d, e, f)
        (self.g, self.h, self.i) = (g, h, i)
    }

    /// Where the point goes.
    package func map(_ point: Point) -> Point {
        let w = g * point.x + h * point.y + i
        return Point(x: (a * point.x + b * point.y + c) / w, y: (d * point.x + e * point.y + f) / w)
    }

    /// Where the quad goes.
    package func map(_ quad: Quad) -> Quad {
        Quad(
            topLeft: map(quad.topLeft), topRight: map(quad.topRight), bottomRight: map(quad.bottomRight),
            bottomLeft: map(quad.bottomLeft))
    }

    /// The map back, up to the common factor that a projective map leaves open; nil if it flattens the plane.
    package var inverse: Homography? {
        let determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
        guard determinant.isFinite, abs(determinant) > 1e-12 else { return nil }
        return Homography(
            a: (e * i - f * h) / determinant, b: (c * h - b * i) / determinant, c: (b * f - c * e) / determinant,
            d: (f * g - d * i) / determinant, e: (a * i - c * g) / determinant, f: (c * d - a * f) / determinant,
            g: (d * h - e * g) / determinant, h: (b * g - a * h) / determinant, i: (a * e - b * d) / determinant)
    }
}

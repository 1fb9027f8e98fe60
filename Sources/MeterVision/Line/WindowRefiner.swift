/// Looks at a window more closely and moves its corners to where they are.
enum WindowRefiner {
    /// The size of the picture that the net sees.
    static let (width, height) = (224, 64)
    /// How much more than the window it sees.
    private static let (across, down) = (1.3, 2.0)

    /// A window looked at from close by.
    struct Look {
        /// The corrected window, or the window as it was if the correction makes no sense.
        var quad: Quad
        /// How legible it is (a logit).
        var legible: Double
        /// How much it looks like a display and not like wheels (a logit); nil if the model does not tell.
        var display: Double?
    }

    /// The corrected window and what it looks like.
    static func refine(_ quad: Quad, in photo: CleanPhoto, with net: NetRunner) throws(ReaderModelError) -> Look? {
        let seen = quad.stretched(across, down)
        guard let picture = Warp.planes(of: photo, quad: seen, width: width, height: height),
            let map = Homography(unitSquareTo: seen)
        else { return nil }
        let results = try net.run(picture.standardised)
        let corners = results[0].values.map(Double.init)
        func corner(_ number: Int) -> Point { map.map(Point(x: corners[2 * number], y: corners[2 * number + 1])) }
        let moved = Quad(topLeft: corner(0), topRight: corner(1), bottomRight: corner(2), bottomLeft: corner(3))
        let sensible = moved.isSound && moved.meanWidth > 0.2 * quad.meanWidth && moved.meanWidth < 3 * quad.meanWidth
        return Look(
            quad: sensible ? moved : quad, legible: Double(results[1].values[0]),
            display: results.count > 2 ? Double(results[2].values[0]) : nil)
    }
}

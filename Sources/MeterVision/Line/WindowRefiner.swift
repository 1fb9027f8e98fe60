/// Looks at a window more closely and moves its corners to where they are.
enum WindowRefiner {
    /// The size of the picture that the net sees.
    static let (width, height) = (224, 64)
    /// How much more than the window it sees.
    private static let (across, down) = (1.3, 2.0)

    /// The corrected window, and how legible it is (a logit); the window as it was if the correction makes no sense.
    static func refine(_ quad: Quad, in photo: CleanPhoto, with net: NetRunner)
        throws(ReaderModelError) -> (quad: Quad, legible: Double)?
    {
        let seen = quad.stretched(across, down)
        guard let picture = Warp.planes(of: photo, quad: seen, width: width, height: height),
            let map = Homography(unitSquareTo: seen)
        else { return nil }
        let results = try net.run(picture.standardised)
        let corners = results[0].values.map(Double.init)
        func corner(_ number: Int) -> Point { map.map(Point(x: corners[2 * number], y: corners[2 * number + 1])) }
        let moved = Quad(topLeft: corner(0), topRight: corner(1), bottomRight: corner(2), bottomLeft: corner(3))
        let legible = Double(results[1].values[0])
        let sensible = moved.isSound && moved.meanWidth > 0.2 * quad.meanWidth && moved.meanWidth < 3 * quad.meanWidth
        return (sensible ? moved : quad, legible)
    }
}

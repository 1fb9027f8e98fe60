/// Directions on a plate, told by the window in it: places are counted in window widths and heights from its top left.
struct PlateAxes {
    private let origin, right, below: Point

    /// The axes of the whole window, without its perspective: that would run away so far outside of it.
    init(of window: Quad) {
        right = Point(
            x: (window.topRight.x + window.bottomRight.x - window.topLeft.x - window.bottomLeft.x) / 2,
            y: (window.topRight.y + window.bottomRight.y - window.topLeft.y - window.bottomLeft.y) / 2)
        below = Point(
            x: (window.bottomLeft.x + window.bottomRight.x - window.topLeft.x - window.topRight.x) / 2,
            y: (window.bottomLeft.y + window.bottomRight.y - window.topLeft.y - window.topRight.y) / 2)
        origin = Point(
            x: window.centre.x - (right.x + below.x) / 2, y: window.centre.y - (right.y + below.y) / 2)
    }

    /// A part of the plate; nil if that is no sound quad.
    func quad(across: ClosedRange<Double>, down: ClosedRange<Double>) -> Quad? {
        func place(_ u: Double, _ v: Double) -> Point {
            Point(x: origin.x + u * right.x + v * below.x, y: origin.y + u * right.y + v * below.y)
        }
        let quad = Quad(
            topLeft: place(across.lowerBound, down.lowerBound), topRight: place(across.upperBound, down.lowerBound),
            bottomRight: place(across.upperBound, down.upperBound),
            bottomLeft: place(across.lowerBound, down.upperBound))
        return quad.isSound ? quad : nil
    }
}

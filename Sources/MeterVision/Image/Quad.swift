/// A point of a photo: x to the right and y down, in pixels of the upright photo, from its top left corner.
public struct Point: Hashable, Sendable {
    /// Pixels from the left edge.
    public var x: Double
    /// Pixels from the top edge.
    public var y: Double

    /// The point at x, y.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// Four corners, clockwise from the top left as the counter itself has it (a turned photo turns them along).
public struct Quad: Hashable, Sendable {
    /// The counter's own top left.
    public var topLeft: Point
    /// The counter's own top right.
    public var topRight: Point
    /// The counter's own bottom right.
    public var bottomRight: Point
    /// The counter's own bottom left.
    public var bottomLeft: Point

    /// The quad with these corners.
    public init(topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point) {
        self.topLeft = topLeft
        self.topRight = topRight
        self.bottomRight = bottomRight
        self.bottomLeft = bottomLeft
    }

    /// The corners, clockwise from the top left.
    public var corners: [Point] { [topLeft, topRight, bottomRight, bottomLeft] }
}

/// The size of a picture in pixels.
public struct PixelSize: Hashable, Sendable {
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int

    /// The size of that many columns and rows.
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

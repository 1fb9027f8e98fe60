/// How a row that was found is laid into the picture that the net sees.
package struct PrintFraming: Hashable, Sendable {
    /// The height of its digits, in those that the row is taken to have.
    package var height: Double
    /// Columns for the width of a digit, in those that its height asks for.
    package var width: Double
    /// How far below the row's middle line the picture's is, in heights of a digit.
    package var below: Double

    /// A framing.
    package init(height: Double = 1, width: Double = 1, below: Double = 0) {
        (self.height, self.width, self.below) = (height, width, below)
    }

    /// As the row was found.
    package static let plain = PrintFraming()

    /// Heights that were told too small, digits that stand far apart, and rows that lie a little higher or lower: what was
    /// read wrong in one of them is mostly right in another.
    package static let others = [
        PrintFraming(width: 0.85), PrintFraming(width: 0.72), PrintFraming(height: 1.3),
        PrintFraming(height: 1.15, below: 0.08), PrintFraming(height: 1.15, width: 0.9, below: -0.08),
        PrintFraming(height: 1.3, width: 0.72),
    ]
}

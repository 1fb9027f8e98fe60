/// Tells whether a window stands on its head: its digits are then clearer the other way up.
enum UpDirection {
    /// A line whose digits are less probable than this (a logarithm for each) is read the other way up too.
    private static let doubtful = -0.25
    /// How much more probable each digit must be for the other way up to be taken.
    private static let clearly = 0.4

    /// Whether a line leaves room for doubt about the way up.
    static func isDoubtful(_ line: LineReading?) -> Bool { clearness(line) < doubtful }

    /// Whether a line read the other way up is clearly the better one.
    static func prefers(_ other: LineReading?, to line: LineReading?) -> Bool {
        clearness(other) > clearness(line) + clearly
    }

    /// The probability of each digit as a logarithm; of a line too short for any counter, next to nothing.
    private static func clearness(_ line: LineReading?) -> Double {
        guard let line, line.digits.count >= 4 else { return -20 }
        // A line that was forced into a meter's shape is as clear as the line that the columns would show by themselves.
        return (line.logarithm - line.cost) / Double(line.digits.count)
    }

    /// The window on its head, its corners looked at anew; nil where there is none that way.
    static func turned(
        _ window: SeenWindow, in photo: CleanPhoto, with refiner: NetRunner
    ) throws(ReaderModelError) -> SeenWindow? {
        let quad = window.quad
        let turned = Quad(
            topLeft: quad.bottomRight, topRight: quad.bottomLeft, bottomRight: quad.topLeft,
            bottomLeft: quad.topRight)
        guard let refined = try WindowRefiner.refine(turned, in: photo, with: refiner) else { return nil }
        return SeenWindow(
            quad: refined.quad, heat: window.heat, legible: refined.legible,
            drift: refined.quad.largestMove(from: turned) / max(turned.meanHeight, 1))
    }
}

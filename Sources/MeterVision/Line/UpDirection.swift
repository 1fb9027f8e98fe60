/// A window the way up that its digits are clear in, and what the first look at it gave.
struct UprightWindow {
    var window: SeenWindow
    /// Nil for a quad that is none.
    var look: DigitColumns?
}

/// Tells whether a window stands on its head: its digits are then clearer the other way up.
enum UpDirection {
    /// A line whose digits are less probable than this (a logarithm for each) is read the other way up too.
    private static let doubtful = -0.25
    /// How much more probable each digit must be for the other way up to be taken.
    private static let clearly = 0.4

    /// The window as it was found, or on its head where its digits are clearly better that way.
    static func settled(
        _ window: SeenWindow, in photo: CleanPhoto, by calibration: Calibration, refiner: NetRunner, reader: NetRunner
    ) throws(ReaderModelError) -> UprightWindow {
        // A display is not read, whichever way up.
        guard let jitter = calibration.jitters.first, !window.isDisplay else { return UprightWindow(window: window) }
        func seen(_ window: SeenWindow) throws(ReaderModelError) -> UprightWindow {
            UprightWindow(
                window: window,
                look: try LineReader.columns(of: window.quad, in: photo, jitter: jitter, with: reader))
        }
        let straight = try seen(window)
        let clearness = clearness(straight.look)
        guard clearness < doubtful, let turned = try turned(window, in: photo, with: refiner) else { return straight }
        let other = try seen(turned)
        return self.clearness(other.look) > clearness + clearly ? other : straight
    }

    /// The probability of each digit as a logarithm; of a line too short for any counter, next to nothing.
    private static func clearness(_ look: DigitColumns?) -> Double {
        guard let look, let line = LineReading([look], shape: LineShape(wheels: nil, decimals: nil)),
            line.digits.count >= 4
        else { return -20 }
        return line.logarithm / Double(line.digits.count)
    }

    /// The window on its head, its corners looked at anew; nil where there is none that way.
    private static func turned(
        _ window: SeenWindow, in photo: CleanPhoto, with refiner: NetRunner
    ) throws(ReaderModelError) -> SeenWindow? {
        let quad = window.quad
        let turned = Quad(
            topLeft: quad.bottomRight, topRight: quad.bottomLeft, bottomRight: quad.topLeft,
            bottomLeft: quad.topRight)
        guard let refined = try WindowRefiner.refine(turned, in: photo, with: refiner) else { return nil }
        return SeenWindow(
            quad: refined.quad, heat: window.heat, legible: refined.legible,
            drift: refined.quad.largestMove(from: turned) / max(turned.meanHeight, 1),
            display: refined.display.map { max($0, window.display ?? $0) })
    }
}

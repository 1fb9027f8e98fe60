import MeterCore

/// What a drawn photo really shows: one line of `truth.jsonl`.
package struct Truth: Codable, Sendable {
    /// Why nobody could read the counter.
    package enum Illegible: String, Codable, Sendable {
        case hidden, blurred, cutOff = "cut-off", tooSmall = "too-small"
    }

    /// A digit's place in the picture.
    package struct Digit: Codable, Sendable {
        /// The digit as the trade reads it: the lower one while the wheel turns.
        package let value: Int
        /// Where the wheel stands, 0.0 up to below 10, without its slack.
        package let position: Double
        package let red: Bool
        /// Corners of the wheel's cell, clockwise from its own top left, in pixels.
        package let box: [Point]
    }

    package let file: String
    package let width: Int
    package let height: Int
    /// Black digits as printed, with leading zeros.
    package let index: String
    /// Red digits; empty where the counter has none.
    package let decimals: String
    /// The window's corners, clockwise from the counter's own top left, in pixels.
    package let window: [Point]
    package let digits: [Digit]
    /// Null when a careful person could read it.
    package let illegible: Illegible?
    package let seed: UInt64
    package let number: UInt64

    package init(of scene: Scene, file: String) {
        self.file = file
        width = scene.width
        height = scene.height
        let look = scene.look
        let map = Homography(width: look.width, height: 100, to: scene.corners)
        digits = (0..<look.wheels).map { wheel in
            let fromRight = look.wheels - 1 - wheel
            let left = look.cell(wheel)
            return Digit(
                value: scene.counter.digit(of: fromRight),
                position: Double(scene.counter.position(of: fromRight)) / 1000, red: wheel >= look.blackWheels,
                box: [
                    Point(left, 0), Point(left + look.pitch, 0), Point(left + look.pitch, 100), Point(left, 100),
                ].map { map($0) })
        }
        index = digits.filter { !$0.red }.map { String($0.value) }.joined()
        decimals = digits.filter(\.red).map { String($0.value) }.joined()
        window = scene.corners
        illegible = scene.illegible
        seed = scene.seed
        number = scene.number
    }
}

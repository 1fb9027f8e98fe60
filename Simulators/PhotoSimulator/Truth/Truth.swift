import MeterCore

/// What a drawn photo really shows: one line of `truth.jsonl` (schema: `tools/training/truth.schema.json`).
package struct Truth: Codable, Sendable {
    /// Why a wheel cannot be read.
    package enum Cause: String, Codable, Sendable, CaseIterable {
        case hand, fence, pipe, cable, sealWire = "seal-wire", sticker, dirt, condensation, scratches, glare
        case blurred, dark, bright, small, cutOff = "cut-off", displayOff = "display-off"
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

    /// A code on the plate.
    package struct Code: Codable, Sendable {
        package let symbology: CodeSlot.Symbology
        package let text: String
        package let box: [Point]
        /// Width of its narrowest bar or cell in the picture, in pixels.
        package let module: Double
    }

    /// A printed text and its place.
    package struct Print: Codable, Sendable {
        package let text: String
        package let box: [Point]
    }

    /// What cannot be read, and why.
    package struct Hidden: Codable, Sendable, Hashable {
        package let cause: Cause
        /// Counted from the left, red ones included.
        package let wheels: [Int]
    }

    package let file: String
    package let width: Int
    package let height: Int
    package let kind: Meter.Kind
    /// Whether the index stands on a display, not on wheels.
    package let display: Bool
    /// Black digits as printed, with leading zeros.
    package let index: String
    /// Red digits, or those after a display's point; empty where the counter has none.
    package let decimals: String
    /// The window's corners, clockwise from its own top left, in pixels.
    package let window: [Point]
    /// Which way is up on the meter, as a direction in the picture of length 1.
    package let up: Point
    package let digits: [Digit]
    /// Whether a careful person could read all black digits.
    package let readable: Bool
    package let hidden: [Hidden]
    package let serial: Print?
    package let codes: [Code]
    package let seed: UInt64
    package let number: UInt64
    package let profile: String
    package let framing: Scene.Framing
    /// What chance decided, by parameter.
    package let scene: Outcomes
}

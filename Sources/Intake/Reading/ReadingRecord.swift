package import MeterVision

/// What a worker process read in a photo, as it is kept with the photo: codes, figures and places, no picture.
///
/// Places are pixels of the upright photo of `size`; the cleaned copy may be smaller, in the same proportions.
package struct ReadingRecord: Hashable, Sendable, Codable {
    /// One wheel, from the left: black ones, then red ones.
    package struct Digit: Hashable, Sendable, Codable {
        package var value: Int
        /// Where the wheel stands, 0.0 to 9.9.
        package var position: Double
        /// How sure the value is, 0 to 1.
        package var confidence: Double
        package var isDecimal: Bool
        package var box: Corners
    }

    /// Four corners, clockwise from the counter's own top left.
    package struct Corners: Hashable, Sendable, Codable {
        /// x and y by turns, eight numbers.
        package var coordinates: [Double]

        /// The corners as pairs.
        package var points: [(x: Double, y: Double)] {
            stride(from: 0, to: coordinates.count - 1, by: 2).map { (coordinates[$0], coordinates[$0 + 1]) }
        }

        init(_ quad: Quad) { coordinates = quad.corners.flatMap { [$0.x, $0.y] } }
    }

    /// The two indices between which the counter stands, as printed.
    package struct Interval: Hashable, Sendable, Codable {
        package var lower: String
        package var upper: String
    }

    /// What something known of the meter changed in the reading: `HintUse`'s code and the values of its words.
    package struct Use: Hashable, Sendable, Codable {
        package var code: String
        package var values: [String: String]
    }

    /// The upright photo's full size in pixels.
    package struct Size: Hashable, Sendable, Codable {
        package var width: Int
        package var height: Int
    }

    /// The black digits as printed, leading zeros kept.
    package var index: String?
    /// The red digits as printed.
    package var decimals: String?
    /// The printed serial, where it was read for certain.
    package var serial: String?
    /// `accept`, `review` or `refuse`, as the reader by itself would have it.
    package var decision: String
    /// The chance that the index is right, 0 to 1.
    package var probability: Double
    package var digits: [Digit]
    package var window: Corners?
    package var size: Size?
    /// `MeterVision`'s codes, the weightiest first.
    package var reasons: [String]
    /// What the wheels leave open; nil where nothing is, and in readings of before it was kept.
    package var interval: Interval?
    /// What was known of the meter and changed anything; nil in readings of before it was kept.
    package var uses: [Use]?
    package var milliseconds: Double

    package init(_ reading: PhotoReading) {
        index = reading.index
        decimals = reading.decimals
        serial = reading.serial
        decision = reading.decision.rawValue
        probability = reading.probability
        digits = reading.digits.map {
            Digit(
                value: $0.value, position: $0.position, confidence: $0.confidence, isDecimal: $0.isDecimal,
                box: Corners($0.box))
        }
        window = reading.window.map(Corners.init)
        size = reading.size.map { Size(width: $0.width, height: $0.height) }
        reasons = reading.reasons.map(\.rawValue)
        interval = reading.interval.map { Interval(lower: $0.lower, upper: $0.upper) }
        uses = reading.uses.map { Use(code: $0.code, values: $0.values) }
        milliseconds = reading.milliseconds
    }
}

extension ReadingRecord {
    /// What the reader would do; a word that is none counts as `review`, so that a person looks.
    package var readerDecision: ReadingDecision { ReadingDecision(rawValue: decision) ?? .review }

    /// The places of the black digits that the reader is not sure of, from the left, the first being 0.
    package var doubtfulPlaces: [Int] {
        digits.filter { !$0.isDecimal }.enumerated()
            .filter { Sureness(confidence: $0.element.confidence) != .sure }.map(\.offset)
    }

    /// How sure a digit is, in the three steps that staff see.
    package enum Sureness: String, Sendable, CaseIterable {
        case sure
        case unsure
        case guess

        /// 99 of 100 are right, or so are 9 of 10, or it is a guess.
        package init(confidence: Double) {
            self = confidence >= 0.99 ? .sure : confidence >= 0.9 ? .unsure : .guess
        }
    }
}

internal import MeterVision

/// The window of a photo, where a clerk's decision bears out that the reader had the right one.
///
/// Clerks draw no corners. That the digits read there are those that the clerk saw shows that it was the counter: of the
/// wheels at most one may differ, which a wrong place of five wheels reaches once in two thousand times by chance.
struct TrainingWindow: Hashable, Sendable {
    /// In pixels of the upright photo of `size`.
    let quad: Quad
    let size: PixelSize
    /// The red wheels that were read; no clerk confirmed their digits.
    let redWheels: Int
    /// Up to which share of the window's width, from the left, a clerk confirmed what the wheels show.
    let told: Double

    /// From here on the window shows no red wheel.
    private static let allTold = 0.95
    /// More wheels than this may not differ.
    private static let mostWrong = 1

    /// The window in which `reading` read what `truth` says; `wheels` is the meter's number of black ones.
    ///
    /// Throws `TrainingOmission` where there is no window, or nothing bears it out.
    init(_ reading: ReadingRecord?, truth: TrainingTruth, wheels: Int) throws(TrainingOmission) {
        guard let reading, let quad = reading.window?.quad, let size = reading.size,
            let plane = Homography(unitSquareTo: quad)?.inverse
        else { throw .noWindow }
        let black = reading.digits.filter { !$0.isDecimal }
        guard Self.bearsOut(black.map(\.value), truth, wheels: wheels, reading.reasons), let last = black.last else {
            throw .windowNotBorneOut
        }
        let red = reading.digits.filter(\.isDecimal)
        let end = last.box.quad.map { plane.map($0).meanRight }
        let next = red.first?.box.quad.map { plane.map($0).meanLeft }
        guard let end, (0...1.1).contains(end) else { throw .windowNotBorneOut }
        let border = next.map { (end + $0) / 2 } ?? end
        self.quad = quad
        self.size = PixelSize(width: size.width, height: size.height)
        redWheels = red.count
        told = red.isEmpty && border >= Self.allTold ? 1 : min(border, 1)
    }

    private static func bearsOut(
        _ black: [Int], _ truth: TrainingTruth, wheels: Int, _ reasons: [String]
    ) -> Bool {
        switch truth {
        case .index(let index):
            let digits = index.compactMap(\.wholeNumberValue)
            guard digits.count == index.count, digits.count == black.count else { return false }
            return zip(digits, black).count { $0 != $1 } <= mostWrong
        case .unreadable:
            // Nothing can be compared: as many wheels as the meter has, in the only window that was found.
            let doubts: [ReasonCode] = [.noWindow, .severalWindows, .wheelCountDiffers, .displayNotRead]
            return black.count == wheels && !doubts.contains { reasons.contains($0.rawValue) }
        }
    }
}

extension ReadingRecord.Corners {
    /// The corners as a quad; nil where there are not four.
    fileprivate var quad: Quad? {
        let points = points.map { Point(x: $0.x, y: $0.y) }
        guard coordinates.count == 8, points.count == 4 else { return nil }
        return Quad(topLeft: points[0], topRight: points[1], bottomRight: points[2], bottomLeft: points[3])
    }
}

extension Quad {
    fileprivate var meanLeft: Double { (topLeft.x + bottomLeft.x) / 2 }
    fileprivate var meanRight: Double { (topRight.x + bottomRight.x) / 2 }
}

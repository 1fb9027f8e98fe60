/// Reads a straightened window as a line of digits, column by column.
enum LineReader {
    /// The size of the picture that the net sees.
    static let (width, height) = (224, 32)
    /// Ten black digits, ten red ones, one that is not used, and the blank.
    static let classes = 22
    /// How much more than the window it sees.
    static let (across, down) = (1.06, 1.25)

    /// The probabilities of all classes in each column, for the window framed by a jitter; nil for a quad that is none.
    static func columns(
        of quad: Quad, in photo: CleanPhoto, jitter: Calibration.Jitter, with net: NetRunner
    ) throws(ReaderModelError) -> DigitColumns? {
        let framed = quad.stretched(
            across * jitter.sx, down * jitter.sy, movedBy: Point(x: jitter.dx, y: jitter.dy))
        guard let picture = Warp.planes(of: photo, quad: framed, width: width, height: height) else { return nil }
        let logits = try net.run(picture.standardised)[0]
        return DigitColumns(logits: logits)
    }

    /// What each look at a window gave: the columns of the look whose framing moves nothing, and those of all looks.
    struct Looks {
        var first: DigitColumns
        /// With the colours' share lent.
        var all: [DigitColumns]
    }

    /// The window looked at in each framing of the calibration; nil for a quad that is none.
    ///
    /// `first` is what the first framing gave already. With a known wheel count the colour is a hint; without one it alone
    /// tells where the decimals begin.
    static func looks(
        at quad: Quad, in photo: CleanPhoto, first: DigitColumns?, knowingWheels: Bool, by calibration: Calibration,
        with net: NetRunner
    ) throws(ReaderModelError) -> Looks? {
        let lent = knowingWheels ? calibration.colourLent : 0
        var seen = first.map { [$0] } ?? []
        for jitter in calibration.jitters.dropFirst(seen.count) {
            if let columns = try columns(of: quad, in: photo, jitter: jitter, with: net) { seen.append(columns) }
        }
        guard let first = seen.first else { return nil }
        return Looks(first: first, all: seen.map { $0.lendingColour(lent) })
    }

    /// Where a column's middle lies in the window, 0 at its left edge and 1 at its right one.
    static func place(ofColumn column: Double, of count: Int, jitter: Calibration.Jitter) -> Double {
        ((column + 0.5) / Double(count) - 0.5) * across * jitter.sx + 0.5 + jitter.dx
    }
}

/// The wheels of a line, each by itself.
package struct SeenWheels: Hashable, Sendable {
    /// Where each lies, in pixels of the decoded photo.
    package var cells: [Quad] = []
    /// Where each stands, as far as that was told.
    package var positions: [WheelPosition?] = []
    /// How many wheels more would fit between the window's left edge and the first one.
    package var roomBefore = 0.0

    /// No wheel yet.
    package init() {}

    /// The certainties of all positions together.
    var certainty: Double { positions.reduce(0) { $0 + ($1?.certainty ?? 0) } }
}

/// Finds the cell of each digit of a line, and where the wheel in it stands by itself.
enum WheelReader {
    /// How far the cells are tried to be moved, in pitches.
    private static let shifts = [0.15, 0.3, 0.45, -0.15]

    /// The wheels of a line.
    ///
    /// Of the ways in which the cells may lie on the wheels that one is taken in which the wheel net is surest, whatever
    /// it reads there: a cell across two wheels shows neither.
    static func wheels(
        of line: LineReading, in columns: DigitColumns, window: Quad, jitter: Calibration.Jitter, _ photo: CleanPhoto,
        with net: NetRunner?
    ) throws(ReaderModelError) -> SeenWheels {
        guard let middles = LineProbability.middles(of: line.digits, in: columns) else { return SeenWheels() }
        let places = middles.map { LineReader.place(ofColumn: $0, of: columns.count, jitter: jitter) }
        func seen(_ shift: Double) throws(ReaderModelError) -> SeenWheels {
            let cells = DigitPlaces.cells(middles: places, shift: shift)
            var seen = SeenWheels()
            seen.cells = cells.compactMap { window.columns(from: $0.left, to: $0.right) }
            if let first = cells.first { seen.roomBefore = first.left / max(first.right - first.left, 0.01) }
            if let net { seen.positions = try WheelPositions.positions(cells: seen.cells, in: photo, with: net) }
            return seen
        }
        var best = try seen(0)
        guard net != nil else { return best }
        for shift in shifts {
            let other = try seen(shift)
            if other.certainty > best.certainty { best = other }
        }
        return best
    }
}

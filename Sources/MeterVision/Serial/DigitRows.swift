import Glibc

/// A row of digits on a strip of a plate, in pixels of the strip.
package struct DigitRow: Hashable, Sendable {
    /// Where its middle line begins and ends.
    package var start, end: Point
    /// How high its digits are.
    package var height: Double
    /// How sure it is that digits stand there, 0 to 1.
    package var heat: Double

    /// Its length.
    package var length: Double { start.distance(to: end) }
}

/// Finds rows of digits in a strip of a plate.
package enum DigitRows {
    /// Pixels for each cell of the net's results; the strip's height must be a multiple of twice as many.
    static let cell = 4
    /// Rows that are shorter than so many heights of their digits hold no serial.
    private static let shortest = 2.2

    /// A cell with digits: its column's middle, the line through them there, how high they are, and how sure that is.
    package struct Cell: Hashable, Sendable {
        package var x, y, height, heat: Double

        /// A cell.
        package init(x: Double, y: Double, height: Double, heat: Double) {
            (self.x, self.y, self.height, self.heat) = (x, y, height, heat)
        }
    }

    /// The rows that may hold a serial, the likeliest first.
    package static func rows(in strip: Planes, with net: NetRunner) throws(ReaderModelError) -> [DigitRow] {
        let step = 2 * cell
        let padded = strip.padded(
            width: (strip.width + step - 1) / step * step, height: (strip.height + step - 1) / step * step)
        let results = try net.run(padded)
        let (heat, place) = (results[0], results[1])
        var cells: [Cell] = []
        for column in 0..<min(heat.shape.width, strip.width / cell) {
            for row in 0..<min(heat.shape.height, strip.height / cell) where heat[0, row, column] > 0 {
                cells.append(
                    Cell(
                        x: (Double(column) + 0.5) * Double(cell),
                        y: (Double(row) + 0.5) * Double(cell) + 8 * Double(place[0, row, column]),
                        height: 16 * exp(Double(place[1, row, column])), heat: sigmoid(Double(heat[0, row, column]))))
            }
        }
        return grouped(cells)
    }

    /// The cells of each row together: near each other, on one line, with digits of one height; cells come by their columns.
    package static func grouped(_ cells: [Cell]) -> [DigitRow] {
        var parents = Array(cells.indices)
        func root(_ cell: Int) -> Int {
            var at = cell
            while parents[at] != at {
                parents[at] = parents[parents[at]]
                at = parents[at]
            }
            return at
        }
        for (one, cell) in cells.enumerated() {
            for other in cells.indices.dropFirst(one + 1) {
                let next = cells[other]
                let height = min(cell.height, next.height)
                // Groups of digits stand up to a digit apart.
                guard next.x - cell.x <= 1.3 * cell.height else { break }
                guard next.x - cell.x <= 1.3 * height, abs(next.y - cell.y) <= 0.35 * height,
                    max(cell.height, next.height) <= 1.6 * height
                else { continue }
                parents[root(other)] = root(one)
            }
        }
        var groups: [Int: [Cell]] = [:]
        for at in cells.indices { groups[root(at), default: []].append(cells[at]) }
        return groups.values.compactMap(row)
            .sorted { ($0.heat, $0.start.y, $0.start.x) > ($1.heat, $1.start.y, $1.start.x) }
    }

    /// The line through the cells of a group; nil if it is too short for a serial.
    private static func row(_ cells: [Cell]) -> DigitRow? {
        let count = Double(cells.count)
        let (x, y) = (cells.reduce(0) { $0 + $1.x } / count, cells.reduce(0) { $0 + $1.y } / count)
        let height = cells.reduce(0) { $0 + $1.height } / count
        let spread = cells.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
        let slope = cells.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / max(spread, 1)
        guard let first = cells.map(\.x).min(), let last = cells.map(\.x).max(), abs(slope) < 0.4 else { return nil }
        func point(_ at: Double) -> Point { Point(x: at, y: y + slope * (at - x)) }
        let half = Double(cell) / 2
        let found = DigitRow(
            start: point(first - half), end: point(last + half), height: height,
            heat: cells.reduce(0) { $0 + $1.heat } / count)
        return found.length >= shortest * height ? found : nil
    }
}

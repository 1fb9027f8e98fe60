/// Reads a row of digits on a plate, with what stands beside it.
package enum PrintReader {
    /// Rows of the picture that the net sees, and how many of them a digit is high.
    static let (height, digit) = (24, 16)
    /// Its columns: a short row does with fewer.
    static let widths = [128, 224]
    /// Columns that are left free beside a row, both sides together.
    private static let margin = 18.0
    /// A word beside which another character stands as near as a digit is no surer than this: that may have been one.
    private static let mostBesideOther = 50.0
    /// A step from digit to digit that is so much wider than usual parts words.
    private static let widest = 1.35

    /// What the columns of a row say, and where in the photo they are.
    package struct Look: Hashable, Sendable {
        package var columns: PrintColumns
        /// The part of the photo that was read.
        package var quad: Quad
    }

    /// A look at a row that was found in a strip; nil for one that is none.
    package static func look(
        at row: DigitRow, on strip: PlateStrip, in photo: CleanPhoto, framed framing: PrintFraming = .plain,
        with net: NetRunner
    ) throws(ReaderModelError) -> Look? {
        let wanted = row.length / (row.height * framing.height) * Double(digit) * framing.width + margin
        let width = widths.first { Double($0) >= wanted } ?? widths[widths.count - 1]
        // A row that is too long is squeezed.
        let squeeze = min(1, (Double(width) - margin) / max(wanted - margin, 1)) * framing.width
        let scale = row.height * framing.height / Double(digit)
        let along = Point(x: (row.end.x - row.start.x) / row.length, y: (row.end.y - row.start.y) / row.length)
        let below = framing.below * row.height
        let middle = Point(
            x: (row.start.x + row.end.x) / 2 - along.y * below, y: (row.start.y + row.end.y) / 2 + along.x * below)
        let (across, down) = (Double(width) * scale / squeeze / 2, Double(height) * scale / 2)
        func corner(_ right: Double, _ below: Double) -> Point {
            Point(
                x: middle.x + along.x * right * across - along.y * below * down,
                y: middle.y + along.y * right * across + along.x * below * down)
        }
        let seen = Quad(
            topLeft: corner(-1, -1), topRight: corner(1, -1), bottomRight: corner(1, 1), bottomLeft: corner(-1, 1))
        let quad = seen.mapCorners(strip.place)
        guard let picture = Warp.planes(of: photo, quad: quad, width: width, height: height) else { return nil }
        let results = try net.run(picture.luma.standardised)
        return Look(columns: PrintColumns(logits: results[0]), quad: quad)
    }

    /// The words of a row: digits that stand together, parted by other characters and by gaps.
    package static func words(in columns: PrintColumns) -> [PlateWord] {
        let characters = columns.characters
        var words: [PlateWord] = []
        for run in characters.indices.split(whereSeparator: { !characters[$0].isDigit }) {
            let places = run.map { characters[$0].place }
            let steps = zip(places, places.dropFirst()).map { $1 - $0 }.sorted()
            let usual = steps.isEmpty ? 0 : Double(steps[steps.count / 2])
            var (begin, beginsLine) = (run.startIndex, true)
            for at in run {
                let isLast = at == run.endIndex - 1
                guard isLast || Double(characters[at + 1].place - characters[at].place) > widest * usual else {
                    continue
                }
                var word = word(of: characters, begin...at, in: columns, beginsLine)
                if isBesideOther(characters, begin...at, step: usual) {
                    word.confidence = min(word.confidence, mostBesideOther)
                }
                words.append(word)
                (begin, beginsLine) = (at + 1, false)
            }
        }
        return words
    }

    /// Whether another character than a digit stands right before or behind these.
    private static func isBesideOther(
        _ characters: [PrintColumns.Character], _ range: ClosedRange<Int>, step: Double
    ) -> Bool {
        [(range.lowerBound - 1, range.lowerBound), (range.upperBound, range.upperBound + 1)].contains { left, right in
            guard characters.indices.contains(left), characters.indices.contains(right) else { return false }
            return (!characters[left].isDigit || !characters[right].isDigit)
                && Double(characters[right].place - characters[left].place) <= widest * step
        }
    }

    /// A word, and how sure it is between the characters beside it.
    private static func word(
        of characters: [PrintColumns.Character], _ range: ClosedRange<Int>, in columns: PrintColumns, _ beginsLine: Bool
    ) -> PlateWord {
        let (first, last) = (characters[range.lowerBound].columns, characters[range.upperBound].columns)
        let left = range.lowerBound == 0 ? 0 : characters[range.lowerBound - 1].columns.upperBound
        let right =
            range.upperBound == characters.count - 1
            ? columns.count : characters[range.upperBound + 1].columns.lowerBound
        // What stands beyond may be a part of something else: half of the way to it is this word's.
        let begin = (left + first.lowerBound) / 2
        let end = max((last.upperBound + right + 1) / 2, last.upperBound)
        let symbols = range.map { characters[$0].symbol }
        return PlateWord(
            text: symbols.map(String.init).joined(),
            confidence: 100 * columns.probability(of: symbols, in: begin..<end), beginsLine: beginsLine,
            isCut: first.lowerBound < 3 || last.upperBound > columns.count - 3)
    }
}

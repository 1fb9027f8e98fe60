/// Finds the lines of digits that the columns most probably show: CTC prefix beam search within a line's shape.
package enum LineSearch {
    /// Lines that are kept for each number of digits, so that none is lost before it is complete.
    private static let beam = 8
    /// Digits less probable than this in a column are not followed.
    private static let least = 1e-4

    /// The most probable lines of that shape, the best first.
    package static func lines(in columns: DigitColumns, shape: LineShape, most: Int) -> [[LineDigit]] {
        var beginnings = [LineBeginning(inBlank: 1)]
        var next = BeginningTable()
        var seen: [Int] = []
        for column in 0..<columns.count {
            next.removeAll()
            seen.removeAll(keepingCapacity: true)
            for symbol in 0..<20 where columns[column, symbol] >= least { seen.append(symbol) }
            let blank = columns[column, DigitColumns.blank]
            for beginning in beginnings {
                let again = beginning.last.map { columns[column, $0] } ?? 0
                next.add(beginning, blank: beginning.sum * blank, digit: beginning.inDigit * again)
                for symbol in seen
                where shape.allows(
                    decimal: symbol >= 10, afterWheels: beginning.wheels, decimals: beginning.decimals)
                {
                    let from = symbol == beginning.last ? beginning.inBlank : beginning.sum
                    next.add(beginning.with(symbol), blank: 0, digit: from * columns[column, symbol])
                }
            }
            keepBest(of: next.entries, in: &beginnings)
        }
        return beginnings.filter { shape.isComplete(wheels: $0.wheels, decimals: $0.decimals) }
            .sorted(by: isBetter).prefix(most).map(\.line)
    }

    /// More probable first; equal ones by their digits, so that there is but one order.
    private static func isBetter(_ first: LineBeginning, _ second: LineBeginning) -> Bool {
        if first.sum != second.sum { return first.sum > second.sum }
        return first.count != second.count ? first.count < second.count : first.digits < second.digits
    }

    /// Keeps the best beginnings of each number of digits, in no order, and scales them.
    private static func keepBest(of all: [LineBeginning], in kept: inout [LineBeginning]) {
        kept.removeAll(keepingCapacity: true)
        // For each number of digits, where its beginnings stand among those that are kept, the best first.
        var places = [Int](repeating: 0, count: (LineShape.most + 1) * beam)
        var counts = [Int](repeating: 0, count: LineShape.most + 1)
        for beginning in all where beginning.sum > 0 {
            let start = beginning.count * beam
            var rank = counts[beginning.count]
            let place: Int
            if rank < beam {
                place = kept.count
                kept.append(beginning)
                counts[beginning.count] += 1
            } else {
                rank -= 1
                place = places[start + rank]
                guard isBetter(beginning, kept[place]) else { continue }
                kept[place] = beginning
            }
            while rank > 0, isBetter(beginning, kept[places[start + rank - 1]]) {
                places[start + rank] = places[start + rank - 1]
                rank -= 1
            }
            places[start + rank] = place
        }
        // Only ratios matter: scaled up, nothing vanishes over many columns.
        let most = kept.reduce(0) { max($0, $1.sum) }
        for at in kept.indices {
            kept[at].inBlank /= most
            kept[at].inDigit /= most
        }
    }
}

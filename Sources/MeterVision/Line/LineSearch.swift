import Glibc

/// Finds the lines of digits that the columns most probably show: CTC prefix beam search within a line's shape.
package enum LineSearch {
    /// Lines that are kept for each number of digits, so that none is lost before it is complete.
    private static let beam = 8
    /// Digits less probable than this in a column are not followed.
    private static let least = 1e-4

    /// A line begun: its digits packed five bits each, and the chance of ending in a blank or in its last digit.
    private struct Beginning {
        var digits: UInt64 = 0
        var wheels = 0
        var decimals = 0
        var inBlank = 0.0
        var inDigit = 0.0

        var sum: Double { inBlank + inDigit }
        var last: Int? { wheels + decimals == 0 ? nil : Int(digits & 31) }

        func with(_ symbol: Int) -> Beginning {
            Beginning(
                digits: digits << 5 | UInt64(symbol), wheels: wheels + (symbol < 10 ? 1 : 0),
                decimals: decimals + (symbol < 10 ? 0 : 1))
        }

        var line: [LineDigit] {
            (0..<wheels + decimals).reversed().map { place in
                let symbol = Int(digits >> UInt64(5 * place) & 31)
                return LineDigit(value: symbol % 10, isDecimal: symbol >= 10)
            }
        }
    }

    /// A place among the beginnings: the digits and their number.
    private struct Key: Hashable {
        var digits: UInt64
        var count: Int
    }

    /// The most probable lines of that shape, the best first.
    package static func lines(in columns: DigitColumns, shape: LineShape, most: Int) -> [[LineDigit]] {
        var beginnings = [Beginning(inBlank: 1)]
        for column in 0..<columns.count {
            var next: [Key: Beginning] = [:]
            func add(_ beginning: Beginning, blank: Double, digit: Double) {
                guard blank + digit > 0 else { return }
                let key = Key(digits: beginning.digits, count: beginning.wheels + beginning.decimals)
                var entry =
                    next[key]
                    ?? Beginning(
                        digits: beginning.digits, wheels: beginning.wheels, decimals: beginning.decimals)
                entry.inBlank += blank
                entry.inDigit += digit
                next[key] = entry
            }
            let seen = (0..<20).filter { columns[column, $0] >= least }
            for beginning in beginnings {
                let again = beginning.last.map { columns[column, $0] } ?? 0
                add(
                    beginning, blank: beginning.sum * columns[column, DigitColumns.blank],
                    digit: beginning.inDigit * again)
                for symbol in seen
                where shape.allows(
                    decimal: symbol >= 10, afterWheels: beginning.wheels, decimals: beginning.decimals)
                {
                    let from = symbol == beginning.last ? beginning.inBlank : beginning.sum
                    add(beginning.with(symbol), blank: 0, digit: from * columns[column, symbol])
                }
            }
            beginnings = best(of: next.values)
        }
        return beginnings.filter { shape.isComplete(wheels: $0.wheels, decimals: $0.decimals) }
            .sorted(by: isBetter).prefix(most).map(\.line)
    }

    /// More probable first; equal ones by their digits, so that the order never depends on a dictionary's.
    private static func isBetter(_ first: Beginning, _ second: Beginning) -> Bool {
        if first.sum != second.sum { return first.sum > second.sum }
        let (one, other) = (first.wheels + first.decimals, second.wheels + second.decimals)
        return one != other ? one < other : first.digits < second.digits
    }

    private static func best(of all: some Sequence<Beginning>) -> [Beginning] {
        var kept: [Beginning] = []
        var counts = [Int](repeating: 0, count: LineShape.most + 1)
        var most = 0.0
        for beginning in all.sorted(by: isBetter) {
            let count = beginning.wheels + beginning.decimals
            guard counts[count] < beam, beginning.sum > 0 else { continue }
            counts[count] += 1
            most = max(most, beginning.sum)
            kept.append(beginning)
        }
        // Only ratios matter: scaled up, nothing vanishes over many columns.
        guard most > 0 else { return [] }
        for at in kept.indices {
            kept[at].inBlank /= most
            kept[at].inDigit /= most
        }
        return kept
    }
}

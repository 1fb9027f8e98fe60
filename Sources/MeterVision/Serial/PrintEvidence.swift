import Glibc

/// What one look at a row of print says of any number: how likely it is that its digits stand there, whatever else stands
/// in the row.
package struct PrintEvidence: Sendable {
    /// A gap that parts a number from digits beside it counts so much: it may also be a digit that nobody could see.
    private static let gapWeight = 0.5

    /// Columns.
    let count: Int
    /// The probability of each digit, ten a column.
    private let digits: [Double]
    /// That of nothing.
    private let blanks: [Double]
    /// How well a number may begin in a column, and end before it: 1 where nothing but other characters was seen beyond.
    private let entries, exits: [Double]

    /// What these columns say.
    package init(_ columns: PrintColumns) {
        count = columns.count
        digits = (0..<columns.count).flatMap { column in (0..<10).map { columns[column, $0] } }
        blanks = (0..<columns.count).map { columns[$0, PrintColumns.blank] }
        // Beside the number, what is no digit counts as much as what was likeliest there; a zero before it says nothing.
        var (before, behind): ([Double], [Double]) = ([], [])
        for column in 0..<columns.count {
            let most = (0..<PrintColumns.symbols).reduce(1e-30) { max($0, columns[column, $1]) }
            let none = max(columns[column, PrintColumns.blank], columns[column, PrintColumns.other]) / most
            behind.append(none)
            before.append(max(none, columns[column, 0] / most))
        }
        let gap = max(3, columns.usualStep)
        entries = Self.edges(before, gaps: behind, of: gap)
        exits = Self.edges(behind.reversed(), gaps: behind.reversed(), of: gap).reversed()
    }

    /// For each place how well nothing of a number stands before it: up to the edge, or for a gap that parts numbers.
    private static func edges(_ free: [Double], gaps: [Double], of length: Int) -> [Double] {
        var edges = [1.0]
        for column in free.indices { edges.append(edges[column] * free[column]) }
        for place in edges.indices where place >= length {
            edges[place] = max(edges[place], gapWeight * gaps[place - length..<place].reduce(1, *))
        }
        return edges
    }

    /// The probability that the number stands in the row.
    package func probability(of number: [UInt8]) -> Double {
        guard !number.isEmpty else { return 0 }
        var paths = SerialPaths(columns: count, digits: number.count)
        for (place, digit) in number.enumerated() {
            _ = take(digit, after: place == 0 ? nil : number[place - 1], at: place, in: &paths)
        }
        return end(of: paths, digits: number.count)
    }

    /// Carries all paths on to the next digit; the answer bounds what any number that begins so can come to.
    ///
    /// Forward sums of connectionist temporal classification (Graves et al. 2006): per column one sum for paths that are
    /// on the digit, one for those on the blank behind it.
    func take(_ digit: UInt8, after previous: UInt8?, at place: Int, in paths: inout SerialPaths) -> Double {
        let (from, to) = (paths.start(place), paths.start(place + 1))
        let isFirst = previous == nil
        let jumps = previous != digit
        var (onDigit, onBlank, arrived) = (0.0, 0.0, 0.0)
        digits.withUnsafeBufferPointer { digits in
            blanks.withUnsafeBufferPointer { blanks in
                entries.withUnsafeBufferPointer { entries in
                    paths.values.withUnsafeMutableBufferPointer { sums in
                        for column in 0..<count {
                            let entering: Double
                            if isFirst {
                                entering = entries[column]
                            } else if column == 0 {
                                entering = 0
                            } else {
                                let before = from + 2 * (column - 1)
                                entering = sums[before + 1] + (jumps ? sums[before] : 0)
                            }
                            let seen = digits[10 * column + Int(digit)]
                            let next = seen * (onDigit + entering)
                            arrived += seen * entering
                            onBlank = blanks[column] * (onBlank + onDigit)
                            onDigit = next
                            sums[to + 2 * column] = onDigit
                            sums[to + 2 * column + 1] = onBlank
                        }
                    }
                }
            }
        }
        return arrived
    }

    /// The probability of the number whose digits were all taken.
    func end(of paths: SerialPaths, digits: Int) -> Double {
        let start = paths.start(digits)
        return (0..<count).reduce(0) { $0 + paths.values[start + 2 * $1] * exits[$1 + 1] }
    }
}

/// The forward sums of a number's digits, one after the other.
struct SerialPaths {
    private let columns: Int
    /// For each digit that was taken and each column two sums.
    var values: [Double]

    init(columns: Int, digits: Int) {
        self.columns = columns
        values = [Double](repeating: 0, count: 2 * columns * (digits + 1))
    }

    /// Where the sums of the paths begin that took so many digits.
    func start(_ digits: Int) -> Int { 2 * columns * digits }
}

extension PrintColumns {
    /// Columns from a digit to the next, as most of them stand.
    fileprivate var usualStep: Int {
        let seen = characters
        let steps = zip(seen, seen.dropFirst()).filter { $0.isDigit && $1.isDigit }.map { $1.place - $0.place }.sorted()
        return steps.isEmpty ? 5 : steps[steps.count / 2]
    }
}

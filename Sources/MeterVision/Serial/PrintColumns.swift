import Glibc

/// What was seen in a row of print: for each column the probability of each digit, of another character, and of nothing.
package struct PrintColumns: Hashable, Sendable {
    /// Ten digits, another character, and the blank between characters.
    package static let symbols = 12
    package static let other = 10
    package static let blank = 11

    /// A character that was read: its symbol, and the columns that say so.
    package struct Character: Hashable, Sendable {
        package var symbol: Int
        package var columns: Range<Int>
        /// The column that is surest.
        package var place: Int

        /// Whether it is a digit.
        package var isDigit: Bool { symbol < 10 }
    }

    /// Column by column, each of 12 probabilities.
    private let probabilities: [Double]
    /// The number of columns.
    package let count: Int

    /// The columns with these probabilities, 12 each; what is left over is dropped.
    package init(probabilities: [Double]) {
        count = probabilities.count / Self.symbols
        self.probabilities = Array(probabilities.prefix(count * Self.symbols))
    }

    /// The columns of the net's results.
    package init(logits: Tensor) {
        var probabilities: [Double] = []
        probabilities.reserveCapacity(logits.shape.width * Self.symbols)
        for column in 0..<logits.shape.width {
            let values = (0..<Self.symbols).map { Double(logits[$0, 0, column]) }
            let most = values.max() ?? 0
            let powers = values.map { exp($0 - most) }
            let sum = powers.reduce(0, +)
            probabilities += powers.map { $0 / sum }
        }
        self.init(probabilities: probabilities)
    }

    package subscript(column: Int, symbol: Int) -> Double { probabilities[column * Self.symbols + symbol] }

    /// The characters from left to right: what is likeliest in each column, repetitions taken together.
    package var characters: [Character] {
        var found: [Character] = []
        var before = Self.blank
        for column in 0..<count {
            let symbol = (0..<Self.symbols).max { self[column, $0] < self[column, $1] } ?? Self.blank
            if symbol != Self.blank {
                if symbol == before, let last = found.indices.last {
                    found[last].columns = found[last].columns.lowerBound..<column + 1
                    if self[column, symbol] > self[found[last].place, symbol] { found[last].place = column }
                } else {
                    found.append(Character(symbol: symbol, columns: column..<column + 1, place: column))
                }
            }
            before = symbol
        }
        return found
    }

    /// The probability that these columns say exactly these symbols, however they are spread over them.
    ///
    /// Graves et al., "Connectionist temporal classification" (2006): the sum over all paths, symbol by symbol.
    package func probability(of text: [Int], in columns: Range<Int>) -> Double {
        guard !text.isEmpty, columns.lowerBound >= 0, columns.upperBound <= count else { return 0 }
        let states = text.flatMap { [Self.blank, $0] } + [Self.blank]
        var paths = [Double](repeating: 0, count: states.count)
        for (number, column) in columns.enumerated() {
            if number == 0 {
                paths[0] = self[column, Self.blank]
                paths[1] = self[column, states[1]]
                continue
            }
            for state in states.indices.reversed() {
                var sum = paths[state] + (state > 0 ? paths[state - 1] : 0)
                // From one symbol straight to the next, unless it is the same: that takes a blank between.
                let isJump = state > 1 && states[state] != Self.blank && states[state] != states[state - 2]
                if isJump { sum += paths[state - 2] }
                paths[state] = sum * self[column, states[state]]
            }
        }
        return paths[states.count - 1] + paths[states.count - 2]
    }
}

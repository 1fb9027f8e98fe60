import Glibc

/// A digit of the line: what it shows, and whether it is red.
package struct LineDigit: Hashable, Sendable {
    /// The digit, 0 to 9.
    package var value: Int
    /// Whether it is a decimal.
    package var isDecimal: Bool

    /// A digit.
    package init(value: Int, isDecimal: Bool) {
        (self.value, self.isDecimal) = (value, isDecimal)
    }

    /// Its class in the net's results.
    package var symbol: Int { isDecimal ? 10 + value : value }
}

/// What the reader saw: for each column of the window the probability of each digit and of the blank between digits.
package struct DigitColumns: Hashable, Sendable {
    /// Ten black digits, ten red ones, and the blank.
    package static let symbols = 21
    package static let blank = 20

    /// Column by column, each of 21 probabilities.
    package let probabilities: [Double]
    /// The number of columns.
    package let count: Int

    /// The columns with these probabilities, 21 each; what is left over is dropped.
    package init(probabilities: [Double]) {
        count = probabilities.count / Self.symbols
        self.probabilities = Array(probabilities.prefix(count * Self.symbols))
    }

    /// The columns of the net's results, whose class 20 ("half-rolled") counts as no digit.
    package init(logits: Tensor) {
        count = logits.shape.width
        var probabilities: [Double] = []
        probabilities.reserveCapacity(count * Self.symbols)
        for column in 0..<count {
            let values = (0..<LineReader.classes).map { Double(logits[$0, 0, column]) }
            let most = values.max() ?? 0
            let powers = values.map { exp($0 - most) }
            let sum = powers.reduce(0, +)
            probabilities.append(contentsOf: powers[0..<20].map { $0 / sum })
            probabilities.append((powers[20] + powers[21]) / sum)
        }
        self.probabilities = probabilities
    }

    /// The columns with a share of each digit's probability lent to the same digit of the other colour.
    ///
    /// Some meters have no red wheels but a red frame; the wheel count then says more than the colour.
    package func lendingColour(_ share: Double) -> DigitColumns {
        var lent = probabilities
        for start in stride(from: 0, to: lent.count, by: Self.symbols) {
            for digit in 0..<10 {
                let (black, red) = (probabilities[start + digit], probabilities[start + 10 + digit])
                lent[start + digit] = black + share * red
                lent[start + 10 + digit] = red + share * black
            }
        }
        return DigitColumns(probabilities: lent)
    }

    package subscript(column: Int, symbol: Int) -> Double { probabilities[column * Self.symbols + symbol] }
}

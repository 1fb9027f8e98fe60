import Glibc

/// How probable a line of digits is, given the columns: all ways of spreading it over them, summed (CTC forward).
package enum LineProbability {
    /// The logarithm of the line's probability; minus infinity if it cannot be there at all.
    package static func logarithm(of line: [LineDigit], in columns: DigitColumns) -> Double {
        let states = 2 * line.count + 1
        let symbols = (0..<states).map { $0 % 2 == 0 ? DigitColumns.blank : line[$0 / 2].symbol }
        var chances = [Double](repeating: 0, count: states)
        chances[0] = 1
        var logarithm = 0.0
        for column in 0..<columns.count {
            // From the last state down, so that each still sees its predecessors of the column before.
            for state in stride(from: states - 1, through: 0, by: -1) {
                var chance = chances[state]
                if state > 0 { chance += chances[state - 1] }
                // A digit may follow a digit without a blank between, unless they are alike.
                if state > 2, state % 2 == 1, symbols[state] != symbols[state - 2] { chance += chances[state - 2] }
                chances[state] = chance * columns[column, symbols[state]]
            }
            // Before the first column only the start is certain; it stands for "nothing read yet".
            let sum = chances.reduce(0, +)
            guard sum > 0 else { return -.infinity }
            logarithm += log(sum)
            for state in chances.indices { chances[state] /= sum }
        }
        let ends = chances[states - 1] + (states > 1 ? chances[states - 2] : 0)
        return ends > 0 ? logarithm + log(ends) : -.infinity
    }

    /// The middle column of each digit on the most probable way of spreading the line; nil if there is none.
    package static func middles(of line: [LineDigit], in columns: DigitColumns) -> [Double]? {
        let states = 2 * line.count + 1
        let symbols = (0..<states).map { $0 % 2 == 0 ? DigitColumns.blank : line[$0 / 2].symbol }
        var scores = [Double](repeating: -.infinity, count: states)
        var steps: [[UInt8]] = []
        for column in 0..<columns.count {
            var next = [Double](repeating: -.infinity, count: states)
            var taken = [UInt8](repeating: 0, count: states)
            for state in 0..<states {
                var best = column == 0 ? (state < 2 ? 0 : -Double.infinity) : scores[state]
                if column > 0, state > 0, scores[state - 1] > best { (best, taken[state]) = (scores[state - 1], 1) }
                if column > 0, state > 2, state % 2 == 1, symbols[state] != symbols[state - 2],
                    scores[state - 2] > best
                {
                    (best, taken[state]) = (scores[state - 2], 2)
                }
                next[state] = best + log(max(columns[column, symbols[state]], 1e-12))
            }
            scores = next
            steps.append(taken)
        }
        var state = states > 1 && scores[states - 2] > scores[states - 1] ? states - 2 : states - 1
        guard scores[state] > -.infinity else { return nil }
        var weights = [(sum: Double, moment: Double)](repeating: (0, 0), count: line.count)
        for column in stride(from: columns.count - 1, through: 0, by: -1) {
            if state % 2 == 1 {
                let chance = max(columns[column, symbols[state]], 1e-12)
                weights[state / 2].sum += chance
                weights[state / 2].moment += chance * Double(column)
            }
            state -= Int(steps[column][state])
        }
        guard weights.allSatisfy({ $0.sum > 0 }) else { return nil }
        return weights.map { $0.moment / $0.sum }
    }
}

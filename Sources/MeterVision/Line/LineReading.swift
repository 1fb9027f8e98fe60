import Glibc

/// A line of digits as several looks at the window agree on it.
package struct LineReading: Hashable, Sendable {
    /// The digits, black ones first.
    package var digits: [LineDigit]
    /// For each digit, the chance that no other digit stands in its place, 0 to 1.
    package var confidences: [Double]
    /// The logarithm of the line's probability, in the mean over the looks.
    package var logarithm: Double
    /// The share of looks whose own best line has the same black digits.
    package var agreement: Double
    /// How much more probable the best line of any shape is (a logarithm, 0 if it is this one).
    package var cost: Double
    /// The best line of any shape.
    package var unbound: [LineDigit]

    /// The black digits as printed.
    package var index: String { Self.printed(digits.filter { !$0.isDecimal }) }
    /// The red digits as printed.
    package var decimals: String { Self.printed(digits.filter(\.isDecimal)) }

    private static func printed(_ digits: [LineDigit]) -> String { digits.map { String($0.value) }.joined() }
}

extension LineReading {
    /// The line that all looks together make most probable, within a shape; nil if they show none.
    package init?(_ looks: [DigitColumns], shape: LineShape) {
        func best(_ shape: LineShape) -> (line: [LineDigit], logarithm: Double, own: [[LineDigit]])? {
            let found = looks.map { LineSearch.lines(in: $0, shape: shape, most: 4) }
            var candidates: [[LineDigit]] = []
            for line in found.joined() where !line.isEmpty && !candidates.contains(line) { candidates.append(line) }
            var best: (line: [LineDigit], logarithm: Double)?
            for line in candidates {
                let logarithm = Self.mean(of: line, in: looks)
                if logarithm > best?.logarithm ?? -.infinity { best = (line, logarithm) }
            }
            guard let best else { return nil }
            return (best.line, best.logarithm, found.map { $0.first ?? [] })
        }
        guard let own = best(shape) else { return nil }
        let anyShape = LineShape(wheels: nil, decimals: nil)
        let free = shape == anyShape ? own : best(anyShape)
        digits = own.line
        logarithm = own.logarithm
        cost = max(0, (free?.logarithm ?? own.logarithm) - own.logarithm)
        unbound = free?.line ?? own.line
        let black = own.line.filter { !$0.isDecimal }
        let agreeing = own.own.filter { $0.filter { !$0.isDecimal } == black }.count
        agreement = Double(agreeing) / Double(max(looks.count, 1))
        confidences = own.line.indices.map { place in
            var odds = 1.0
            for value in 0..<10 where value != own.line[place].value {
                var other = own.line
                other[place].value = value
                odds += exp(Self.mean(of: other, in: looks) - own.logarithm)
            }
            return 1 / odds
        }
    }

    private static func mean(of line: [LineDigit], in looks: [DigitColumns]) -> Double {
        // A look in which the line cannot be at all counts as very improbable, not as a veto.
        looks.reduce(0) { $0 + max(LineProbability.logarithm(of: line, in: $1), -200) } / Double(looks.count)
    }
}

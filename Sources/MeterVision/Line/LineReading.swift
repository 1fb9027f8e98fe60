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
    /// How much more probable it is than the next line with as many black digits (a logarithm).
    package var lead: Double
    /// How much more probable it is than the best line with another number of black digits (a logarithm).
    package var colourLead: Double
    /// The best line of any shape.
    package var unbound: [LineDigit]

    /// The black digits as printed.
    package var index: String { Self.printed(digits.filter { !$0.isDecimal }) }
    /// The red digits as printed.
    package var decimals: String { Self.printed(digits.filter(\.isDecimal)) }

    /// The smallest confidence of a black digit; 0 without one.
    var leastBlackConfidence: Double {
        zip(digits, confidences).filter { !$0.0.isDecimal }.map(\.1).min() ?? 0
    }

    private static func printed(_ digits: [LineDigit]) -> String { digits.map { String($0.value) }.joined() }
}

extension LineReading {
    /// The line that all looks together make most probable, within a shape; nil if they show none.
    package init?(_ looks: [DigitColumns], shape: LineShape) {
        guard let own = Best(looks, shape) else { return nil }
        let anyShape = LineShape(wheels: nil, decimals: nil)
        let free = shape == anyShape ? own : Best(looks, anyShape)
        digits = own.line
        logarithm = own.logarithm
        cost = max(0, (free?.logarithm ?? own.logarithm) - own.logarithm)
        unbound = free?.line ?? own.line
        let black = own.line.filter { !$0.isDecimal }
        agreement =
            Double(own.ofEachLook.filter { $0.filter { !$0.isDecimal } == black }.count) / Double(max(looks.count, 1))
        // The next line differs in a black digit: that another red one is nearly as probable leaves the index alone.
        var next =
            own.others.filter { other in
                let others = other.line.filter { !$0.isDecimal }
                return others.count == black.count && others != black
            }.map(\.logarithm).max() ?? -.infinity
        // The same digits with the colours changing elsewhere are the nearest rivals, and the search may drop them.
        let splits = (1...own.line.count).filter { $0 != black.count }.map { count in
            own.line.enumerated().map { LineDigit(value: $0.element.value, isDecimal: $0.offset >= count) }
        }
        let otherCount =
            (splits.map { Self.mean(of: $0, in: looks) }
            + (own.others + (free?.others ?? [])).filter {
                $0.line.count { !$0.isDecimal } != black.count
            }.map(\.logarithm)).max() ?? -.infinity
        colourLead = own.logarithm - otherCount
        var confidences: [Double] = []
        for (place, digit) in own.line.enumerated() {
            var odds = 1.0
            for value in 0..<10 where value != digit.value {
                var other = own.line
                other[place].value = value
                let logarithm = Self.mean(of: other, in: looks)
                odds += exp(logarithm - own.logarithm)
                if !digit.isDecimal { next = max(next, logarithm) }
            }
            confidences.append(1 / odds)
        }
        self.confidences = confidences
        lead = max(0, own.logarithm - next)
    }

    /// The best line of a shape, the others that were found, and what each look by itself would say.
    private struct Best {
        var line: [LineDigit]
        var logarithm: Double
        var others: [(line: [LineDigit], logarithm: Double)] = []
        var ofEachLook: [[LineDigit]]

        init?(_ looks: [DigitColumns], _ shape: LineShape) {
            let found = looks.map { LineSearch.lines(in: $0, shape: shape, most: 4) }
            var candidates: [(line: [LineDigit], logarithm: Double)] = []
            for line in found.joined() where !line.isEmpty && !candidates.contains(where: { $0.line == line }) {
                candidates.append((line, LineReading.mean(of: line, in: looks)))
            }
            guard var best = candidates.first else { return nil }
            for candidate in candidates.dropFirst() where candidate.logarithm > best.logarithm { best = candidate }
            (line, logarithm) = best
            others = candidates.filter { $0.line != best.line }
            ofEachLook = found.map { $0.first ?? [] }
        }
    }

    private static func mean(of line: [LineDigit], in looks: [DigitColumns]) -> Double {
        // A look in which the line cannot be at all counts as very improbable, not as a veto.
        looks.reduce(0) { $0 + max(LineProbability.logarithm(of: line, in: $1), -200) } / Double(looks.count)
    }
}

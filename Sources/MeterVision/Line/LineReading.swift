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
    /// Other lines of the same shape that are nearly as probable, the most probable first.
    package var candidates: [Candidate]

    private var looks: [DigitColumns]
    private var others: [Candidate]
    private var free: [Candidate]
    private var ofEachLook: [[LineDigit]]

    /// A line and the logarithm of its probability, in the mean over the looks.
    package struct Candidate: Hashable, Sendable {
        /// The digits, black ones first.
        package var line: [LineDigit]
        /// The logarithm.
        package var logarithm: Double
    }

    /// A line so many times less probable than the best one, as a logarithm, is none to be weighed against it: 1 to 20.
    package static let closeCall = 3.0

    /// The black digits as printed.
    package var index: String { Self.plain(digits.filter { !$0.isDecimal }) }
    /// The red digits as printed.
    package var decimals: String { Self.plain(digits.filter(\.isDecimal)) }

    /// The smallest confidence of a black digit; 0 without one.
    var leastBlackConfidence: Double {
        zip(digits, confidences).filter { !$0.0.isDecimal }.map(\.1).min() ?? 0
    }

    /// The digits as printed, a comma before the red ones.
    package var printed: String { Self.printed(digits) }

    /// Digits as printed, a comma where the colour changes.
    package static func printed(_ digits: [LineDigit]) -> String {
        let (black, red) = (digits.filter { !$0.isDecimal }, digits.filter(\.isDecimal))
        return black.isEmpty || red.isEmpty ? plain(digits) : plain(black) + "," + plain(red)
    }

    private static func plain(_ digits: [LineDigit]) -> String { digits.map { String($0.value) }.joined() }
}

extension LineReading {
    /// The line that all looks together make most probable, within a shape; nil if they show none.
    package init?(_ looks: [DigitColumns], shape: LineShape) {
        guard let own = Best(looks, shape) else { return nil }
        let anyShape = LineShape(wheels: nil, decimals: nil)
        let free = shape == anyShape ? own : Best(looks, anyShape) ?? own
        self.init(own.line, others: own.others, free: [free.line] + free.others, ofEachLook: own.ofEachLook, looks)
    }

    /// The same looks read as another line, with what that is worth; nil unless it is one of the candidates.
    package func taking(_ line: [LineDigit]) -> LineReading? {
        guard let taken = candidates.first(where: { $0.line == line }) else { return nil }
        let left = others.filter { $0.line != line } + [Candidate(line: digits, logarithm: logarithm)]
        return LineReading(taken, others: left, free: free, ofEachLook: ofEachLook, looks)
    }

    private init(
        _ own: Candidate, others: [Candidate], free: [Candidate], ofEachLook: [[LineDigit]], _ looks: [DigitColumns]
    ) {
        (self.others, self.free, self.ofEachLook, self.looks) = (others, free, ofEachLook, looks)
        digits = own.line
        logarithm = own.logarithm
        cost = max(0, (free.first?.logarithm ?? own.logarithm) - own.logarithm)
        unbound = free.first?.line ?? own.line
        let black = own.line.filter { !$0.isDecimal }
        agreement =
            Double(ofEachLook.filter { $0.filter { !$0.isDecimal } == black }.count) / Double(max(looks.count, 1))
        // The next line differs in a black digit: that another red one is nearly as probable leaves the index alone.
        var next =
            others.filter { other in
                let digits = other.line.filter { !$0.isDecimal }
                return digits.count == black.count && digits != black
            }.map(\.logarithm).max() ?? -.infinity
        // The same digits with the colours changing elsewhere are the nearest rivals, and the search may drop them.
        let splits = (1...own.line.count).filter { $0 != black.count }.map { count in
            own.line.enumerated().map { LineDigit(value: $0.element.value, isDecimal: $0.offset >= count) }
        }
        let otherCount =
            (splits.map { Self.mean(of: $0, in: looks) }
            + (others + free.dropFirst()).filter {
                $0.line.count { !$0.isDecimal } != black.count
            }.map(\.logarithm)).max() ?? -.infinity
        colourLead = own.logarithm - otherCount
        var close = others.filter { $0.line.map(\.isDecimal) == own.line.map(\.isDecimal) }
        var confidences: [Double] = []
        for (place, digit) in own.line.enumerated() {
            var odds = 1.0
            for value in 0..<10 where value != digit.value {
                var other = own.line
                other[place].value = value
                let logarithm = Self.mean(of: other, in: looks)
                odds += exp(logarithm - own.logarithm)
                if !digit.isDecimal { next = max(next, logarithm) }
                close.append(Candidate(line: other, logarithm: logarithm))
            }
            confidences.append(1 / odds)
        }
        self.confidences = confidences
        lead = max(0, own.logarithm - next)
        var seen: Set<[LineDigit]> = [own.line]
        candidates = close.filter { $0.logarithm > own.logarithm - Self.closeCall && seen.insert($0.line).inserted }
            .sorted { $0.logarithm > $1.logarithm }
    }

    /// The best line of a shape, the others that were found, and what each look by itself would say.
    private struct Best {
        var line: Candidate
        var others: [Candidate]
        var ofEachLook: [[LineDigit]]

        init?(_ looks: [DigitColumns], _ shape: LineShape) {
            let found = looks.map { LineSearch.lines(in: $0, shape: shape, most: 4) }
            var candidates: [Candidate] = []
            for line in found.joined() where !line.isEmpty && !candidates.contains(where: { $0.line == line }) {
                candidates.append(Candidate(line: line, logarithm: LineReading.mean(of: line, in: looks)))
            }
            guard var best = candidates.first else { return nil }
            for candidate in candidates.dropFirst() where candidate.logarithm > best.logarithm { best = candidate }
            line = best
            others = candidates.filter { $0.line != best.line }
            ofEachLook = found.map { $0.first ?? [] }
        }
    }

    private static func mean(of line: [LineDigit], in looks: [DigitColumns]) -> Double {
        // A look in which the line cannot be at all counts as very improbable, not as a veto.
        looks.reduce(0) { $0 + max(LineProbability.logarithm(of: line, in: $1), -200) } / Double(looks.count)
    }
}

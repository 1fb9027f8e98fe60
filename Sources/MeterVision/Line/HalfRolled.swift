/// A black wheel that stands between two digits, so that the line reader may have taken it for either.
package struct HalfRolledWheel: Hashable, Sendable {
    /// Its place in the line, 0 for the leftmost.
    package var place: Int
    /// The digit that it leaves; by the trade's rule it holds until the wheel is through.
    package var lower: Int
    /// The digit that it goes to.
    package var upper: Int
    /// The digit that the wheels to its right settle it to; nil if they leave it open.
    package var settled: Int?

    /// A wheel between two digits.
    package init(place: Int, lower: Int, upper: Int, settled: Int?) {
        (self.place, self.lower, self.upper, self.settled) = (place, lower, upper, settled)
    }
}

/// Finds the wheels that stand between two digits, and settles them by the carry rule.
package enum HalfRolled {
    /// A wheel this near to a digit shows it; slack and the net's own error of a tenth stay within.
    private static let atDigit = 0.2
    /// What a wheel shows by itself counts from this certainty on.
    private static let leastCertainty = 0.5
    /// A wheel further than this from where its neighbour puts it is not settled by it.
    private static let mostSlack = 0.3

    /// The black wheels between two digits, one of which the line has and the other one a candidate.
    ///
    /// `lastRollsOn` tells that the line's last wheel is the meter's: without red wheels it turns without a stop. Where red
    /// ones are there but could not be read, nothing settles the last black one.
    package static func wheels(
        of line: LineReading, at positions: [WheelPosition?], lastRollsOn: Bool = true
    ) -> [HalfRolledWheel] {
        let seen = positions.compactMap { $0 }
        guard seen.count == line.digits.count, positions.count == seen.count else { return [] }
        let carried = CarryRule.settle(seen.map(\.position))
        return line.digits.indices.compactMap { place in
            let (digit, position) = (line.digits[place], seen[place])
            guard !digit.isDecimal, position.certainty > leastCertainty else { return nil }
            let lower = Int(position.position.rounded(.down)) % 10
            let beyond = position.position - position.position.rounded(.down)
            let upper = (lower + 1) % 10
            guard beyond > atDigit, beyond < 1 - atDigit, digit.value == lower || digit.value == upper else {
                return nil
            }
            // A reader that does not see the other digit there has seen that the wheel shows this one.
            let other = digit.value == lower ? upper : lower
            guard line.candidates.contains(where: { $0.line[place].value == other }) else { return nil }
            // The last wheel has no neighbour that could tell; where it is black it rolls on, and the lower digit holds.
            let isLast = place == line.digits.count - 1
            let right = isLast ? nil : seen[place + 1]
            let isTold = right.map { $0.certainty > leastCertainty && carried[place].slack <= mostSlack } ?? lastRollsOn
            return HalfRolledWheel(
                place: place, lower: lower, upper: upper, settled: isTold ? carried[place].value : nil)
        }
    }

    /// The line with each wheel at what the carry rule settles it to, as far as the reader itself saw that digit there.
    package static func settled(_ line: LineReading, _ wheels: [HalfRolledWheel]) -> LineReading {
        var settled = line
        for wheel in wheels {
            guard let digit = wheel.settled, digit != settled.digits[wheel.place].value else { continue }
            var other = settled.digits
            other[wheel.place].value = digit
            settled = settled.taking(other) ?? settled
        }
        return settled
    }
}

import Glibc

/// Where a single wheel stands, as a net saw it.
package struct WheelPosition: Hashable, Sendable {
    /// 0.0 up to, but not, 10.0.
    package var position: Double
    /// How sure that is, 0 to 1: the length of the circular mean.
    package var certainty: Double
    /// How likely each digit, 0 to 9, is the one that holds: the wheel stands there, or on its way to the next one.
    package var bearings: [Double]

    /// A position of which nothing else is known.
    package init(position: Double, certainty: Double) {
        (self.position, self.certainty) = (position, certainty)
        bearings = (0..<10).map { digit in
            let beyond = (position - Double(digit) + 10).truncatingRemainder(dividingBy: 10)
            return beyond < 1 || beyond >= 10 - Self.before ? 1 : 0
        }
    }

    /// A wheel may stand this little before the digit that holds: slack.
    private static let before = 0.3

    /// Where it stands most probably, from the logits of positions spread evenly round the wheel.
    ///
    /// The position is the mean within 0.4 to either side of the place round which most of the probability lies: a wheel that
    /// may show a 3 or an 8 shows one of them, and not the 5.5 between. The certainty speaks for all positions.
    package init(logits: [Float]) {
        let most = Double(logits.max() ?? 0)
        let weights = logits.map { exp(Double($0) - most) }
        var (x, y, sum) = (0.0, 0.0, 0.0)
        for (at, weight) in weights.enumerated() {
            let angle = 2 * Double.pi * Double(at) / Double(weights.count)
            x += weight * cos(angle)
            y += weight * sin(angle)
            sum += weight
        }
        let length = (x * x + y * y).squareRoot() / sum
        let turn = Self.middle(of: weights)
        // Results that are no numbers tell nothing; they must not reach the carry rule.
        position = turn >= 0 && turn < 10 ? turn : 0
        certainty = turn.isFinite && length.isFinite ? length : 0
        bearings = Self.bearings(of: weights, sum)
    }

    /// The share of the weights from a little before each digit up to the next one; 0 of what is no number.
    private static func bearings(of weights: [Double], _ sum: Double) -> [Double] {
        let count = weights.count
        guard sum > 0, sum.isFinite, count >= 10 else { return [Double](repeating: 0, count: 10) }
        let early = Int((before * Double(count) / 10).rounded())
        return (0..<10).map { digit in
            let start = digit * count / 10
            return (start - early..<start + count / 10).reduce(0) { $0 + weights[($1 + count) % count] } / sum
        }
    }

    /// The mean of the stretch that weighs most, 0.4 to either side of its middle; 0 to 10, or no number.
    private static func middle(of weights: [Double]) -> Double {
        let count = weights.count
        let reach = count / 25
        func weight(_ at: Int) -> Double { weights[(at + count) % count] }
        var best = (at: 0, weight: 0.0)
        for at in weights.indices {
            let here = (at - reach...at + reach).reduce(0) { $0 + weight($1) }
            if here > best.weight { best = (at, here) }
        }
        guard best.weight > 0 else { return .nan }
        let beside = (-reach...reach).reduce(0) { $0 + Double($1) * weight(best.at + $1) }
        let turn = (Double(best.at) + beside / best.weight) * 10 / Double(count)
        return turn < 0 ? turn + 10 : turn >= 10 ? turn - 10 : turn
    }
}

/// Looks at each wheel by itself.
package enum WheelPositions {
    /// The size of the picture that the net sees.
    package static let (width, height) = (24, 32)

    /// The position of the wheel in each cell of the window; nil where a cell is none.
    package static func positions(cells: [Quad], in photo: CleanPhoto, with net: NetRunner)
        throws(ReaderModelError) -> [WheelPosition?]
    {
        var positions: [WheelPosition?] = []
        for cell in cells {
            guard let picture = Warp.planes(of: photo, quad: cell, width: width, height: height) else {
                positions.append(nil)
                continue
            }
            positions.append(WheelPosition(logits: try net.run(picture.luma.standardised)[0].values))
        }
        return positions
    }
}

import Glibc

/// Where a single wheel stands, as a net saw it.
package struct WheelPosition: Hashable, Sendable {
    /// 0.0 up to, but not, 10.0.
    package var position: Double
    /// How sure that is, 0 to 1: the length of the circular mean.
    package var certainty: Double

    /// A position.
    package init(position: Double, certainty: Double) {
        (self.position, self.certainty) = (position, certainty)
    }

    /// The circular mean of how probable each of evenly spread positions is, from their logits.
    package init(logits: [Float]) {
        let most = Double(logits.max() ?? 0)
        var (x, y, sum) = (0.0, 0.0, 0.0)
        for (at, logit) in logits.enumerated() {
            let weight = exp(Double(logit) - most)
            let angle = 2 * Double.pi * Double(at) / Double(logits.count)
            x += weight * cos(angle)
            y += weight * sin(angle)
            sum += weight
        }
        var turn = atan2(y, x) / (2 * Double.pi) * 10
        if turn < 0 { turn += 10 }
        // Results that are no numbers tell nothing; they must not reach the carry rule.
        let length = (x * x + y * y).squareRoot() / sum
        position = turn >= 0 && turn < 10 ? turn : 0
        certainty = turn.isFinite && length.isFinite ? length : 0
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

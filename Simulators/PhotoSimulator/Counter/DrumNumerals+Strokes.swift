extension DrumNumerals {
    /// The middle lines of a digit's strokes: x about the digit's middle, y from -0.5 (top) to 0.5, in digit heights.
    package func strokes(of digit: Int) -> [[Point]] {
        upright(digit).map { line in line.map { Point($0.x - slant * $0.y, $0.y) } }
    }

    /// How far a digit's middle lines reach across, in digit heights.
    package var reach: Double { 2 * half + abs(slant) }

    /// Half the breadth of a digit's middle lines.
    private var half: Double { max(0.1, (width - weight) / 2) }
    private var top: Double { -0.5 + weight / 2 }
    private var bottom: Double { 0.5 - weight / 2 }

    private func upright(_ digit: Int) -> [[Point]] {
        switch digit {
        case 0: [ring(top, bottom).arc(0, 1)]
        case 1: oneStrokes
        case 2: [ring(top, 0.12).arc(-0.46, 0.1) + [Point(-half, bottom), Point(half, bottom)]]
        case 3: threeStrokes
        case 4: fourStrokes
        case 5:
            [
                [Point(half * 0.85, top), Point(-half * 0.75, top), Point(-half * 0.85, -0.02)]
                    + ring(-0.13, bottom).arc(-0.36, 0.39)
            ]
        case 6: [ring(-0.1, bottom).arc(0, 1), tailStroke]
        case 7:
            bentSeven
                ? [
                    [Point(-half, top), Point(half, top)] + bend(from: Point(half, top), to: Point(-half * 0.3, bottom))
                ]
                : [[Point(-half, top), Point(half, top), Point(-half * 0.4, bottom)]]
        case 8: [ring(top, -0.03, 0.88).arc(0, 1), ring(-0.03, bottom).arc(0, 1)]
        default: [ring(-0.1, bottom).arc(0, 1), tailStroke].map { $0.map { Point(-$0.x, -$0.y) } }
        }
    }

    private var oneStrokes: [[Point]] {
        let stem = [Point(0, top), Point(0, bottom)]
        switch one {
        case .bare: return [stem]
        case .flag: return [[Point(-half * 0.55, top + 0.15)] + stem]
        case .longFlag:
            let x = half * 0.3
            return [[Point(-half * 0.75, top + 0.26), Point(x, top), Point(x, bottom)]]
        case .foot:
            return [
                [Point(-half * 0.6, top + 0.17)] + stem, [Point(-half * 0.7, bottom), Point(half * 0.7, bottom)],
            ]
        }
    }

    private var threeStrokes: [[Point]] {
        switch three {
        case .round: [ring(top, -0.02, 0.9).arc(-0.42, 0.25), ring(-0.02, bottom).arc(-0.25, 0.41)]
        case .flat:
            [
                [Point(-half * 0.9, top), Point(half * 0.9, top), Point(-half * 0.1, -0.12)]
                    + ring(-0.12, bottom).arc(-0.22, 0.41)
            ]
        }
    }

    private var fourStrokes: [[Point]] {
        let x = half * 0.5
        switch four {
        case .closed: return [[Point(x, bottom), Point(x, top), Point(-half, 0.22), Point(half, 0.22)]]
        case .open:
            return [
                [Point(-half * 0.2, top), Point(-half, 0.2), Point(half, 0.2)], [Point(x, -0.12), Point(x, bottom)],
            ]
        }
    }

    /// What a six has above its ring.
    private var tailStroke: [Point] {
        let side = Point(-half, 0.2)
        switch tail {
        case .hook: return [side] + ring(top, bottom).arc(-0.5, -0.13)
        case .curve:
            let tip = Point(half * 0.55, top)
            return Array(([tip] + bend(from: tip, to: side)).reversed())
        case .straight: return [Point(-half * 0.93, 0.08), Point(half * 0.35, top)]
        }
    }

    /// A leg that leaves to the left and ends upright.
    private func bend(from start: Point, to end: Point) -> [Point] {
        let steps = 6
        return (1...steps).map { step in
            let t = Double(step) / Double(steps)
            return Point(
                start.x + (end.x - start.x) * t * (2 - t), start.y + (end.y - start.y) * t * (0.55 + 0.45 * t))
        }
    }

    private func ring(_ top: Double, _ bottom: Double, _ share: Double = 1) -> NumeralRing {
        let rx = half * share
        return NumeralRing(
            top: top, bottom: bottom, rx: rx, ry: oval ? (bottom - top) / 2 : min(rx, (bottom - top) / 2))
    }
}

/// A round shape about x = 0: two half ellipses with straight sides between them.
private struct NumeralRing {
    let top: Double
    let bottom: Double
    let rx: Double
    let ry: Double

    /// A part of it, in turns clockwise from the right: -0.25 is the top, 0.25 the bottom.
    func arc(_ from: Double, _ to: Double) -> [Point] {
        let steps = max(4, Int(((to - from) * 24).rounded(.up)))
        return (0...steps).map { step in
            let turn = from + (to - from) * Double(step) / Double(steps)
            let (sine, cosine) = Turn.sineAndCosine(turn * Turn.full)
            // The lower half is what is clockwise from the right.
            let isLow = (turn < 0 ? turn + 1 : turn).truncatingRemainder(dividingBy: 1) < 0.5
            return Point(rx * cosine, (isLow ? bottom - ry : top + ry) + ry * sine)
        }
    }
}

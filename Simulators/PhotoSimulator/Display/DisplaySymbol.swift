/// A symbol in the row over a display's digits.
enum DisplaySymbol: CaseIterable, Sendable {
    case battery, valve, arrow, signal

    /// How often it is on.
    var share: Double {
        switch self {
        case .battery: 0.15
        case .valve: 0.5
        case .arrow: 0.6
        case .signal: 0.4
        }
    }

    /// Its areas in a box one high, from its top left; it is up to 1.6 wide.
    var areas: [[Point]] {
        func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> [Point] {
            Box(left, top, right, bottom).corners
        }
        return switch self {
        case .battery:
            [
                box(0, 0.1, 1.5, 0.24), box(0, 0.76, 1.5, 0.9), box(0, 0.24, 0.14, 0.76), box(1.36, 0.24, 1.5, 0.76),
                box(1.5, 0.36, 1.64, 0.64), box(0.24, 0.34, 0.5, 0.66),
            ]
        case .valve:
            [
                [Point(0, 0.25), Point(0.75, 0.6), Point(0, 0.95)],
                [Point(1.5, 0.25), Point(1.5, 0.95), Point(0.75, 0.6)],
                box(0.69, 0.1, 0.81, 0.6), box(0.45, 0, 1.05, 0.12),
            ]
        case .arrow: [box(0, 0.38, 0.8, 0.62), [Point(0.7, 0.1), Point(1.3, 0.5), Point(0.7, 0.9)]]
        case .signal:
            (0..<4).map { step in
                let left = Double(step) * 0.36
                return box(left, 0.75 - Double(step) * 0.2, left + 0.24, 0.95)
            }
        }
    }
}

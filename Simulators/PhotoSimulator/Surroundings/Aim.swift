/// Where something before the meter lies against the window.
enum Aim: String, CaseIterable, Sendable {
    /// Clear of it.
    case beside
    /// On its edge, or on its last wheels.
    case edge
    /// On the black wheels.
    case wheels

    static let parameter = Parameter.choice(
        "before.aim", Aim.self, "Where things before the meter lie: beside the window, on its edge, on its black wheels"
    )

    /// A place for something that reaches `reach` to every side.
    func place(on meter: Meter, reach: Double, _ random: inout SeededRandom) -> Point {
        let width = meter.window.width
        switch self {
        case .beside:
            let away = reach + random.within(20...160)
            return switch random.whole(0...3) {
            case 0: Point(random.within(0...width), -away)
            case 1: Point(random.within(0...width), 100 + away)
            case 2: Point(-away, random.within(-150...250))
            default: Point(width + away, random.within(-150...250))
            }
        case .edge:
            return switch random.whole(0...3) {
            case 0: Point(random.within(0...width), random.within(0...18) - reach)
            case 1: Point(random.within(0...width), 100 - random.within(0...18) + reach)
            case 2: Point(random.within(0...30) - reach, random.within(0...100))
            default: Point(random.within(meter.blackEnd...width + 1) + reach * 0.8, random.within(0...100))
            }
        case .wheels: return Point(meter.blackEnd * random.within(0.12...0.88), random.within(35...65))
        }
    }

    /// A straight course for something that is `half` wide to each side: a point of it, and its angle.
    func course(by meter: Meter, half: Double, _ random: inout SeededRandom) -> (through: Point, angle: Double) {
        let upright = random.chance(self == .edge ? 0.35 : 0.55)
        let tilt = random.normal(0.06)
        let away = half + random.within(25...200)
        let first = random.chance(0.5)
        let across = random.within(0...meter.window.width)
        switch self {
        case .beside:
            if upright {
                // The tilt must not carry it over the window within a window's height or two.
                return (Point(first ? -away : meter.window.width + away, 50), Turn.quarter + tilt * 0.6)
            }
            return (Point(meter.window.width / 2, first ? -away - 12 : 112 + away), tilt * 0.3)
        case .edge:
            if upright {
                let inside = meter.window.width - random.within(0...max(1, meter.window.width - meter.blackEnd))
                return (Point(first ? random.within(0...25) - half : inside + half * 0.6, 50), Turn.quarter + tilt)
            }
            let overlap = random.within(0...20)
            return (Point(across, first ? overlap - half : 100 - overlap + half), tilt * 0.2)
        case .wheels:
            let point = Point(meter.blackEnd * random.within(0.15...0.85), 50)
            return (point, upright ? Turn.quarter + tilt * 3 : random.normal(0.25))
        }
    }
}

extension Meter {
    /// Where the digits end that count for the index.
    var blackEnd: Double {
        switch register {
        case .wheels(let look, _): min(look.left(of: look.blackWheels), look.width)
        case .display(let look, _): look.width
        }
    }

    /// The housing's outline, which whatever stands behind must reach.
    var outline: Box { body }
}

extension Dice {
    /// Chance for one layer's details: however much it takes, the layers after it stay as they are.
    mutating func details() -> SeededRandom { SeededRandom(seed: random.next()) }
}

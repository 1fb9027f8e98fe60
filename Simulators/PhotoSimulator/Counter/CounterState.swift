package import MeterCore

/// What the counter shows: the wheels' places as they are drawn, slack and all.
package struct CounterState: Sendable {
    package let counter: WheelCounter
    /// For each wheel from the left, where its drum stands in digits, 0 to below 10, slack included.
    package let drawn: [Double]
    /// For each wheel from the left, its digit's shift to the side, in hundredths of the window's height.
    let shifts: [Double]
    /// For each wheel from the left, how much darker it is than its neighbours.
    let shades: [Double]
    /// How dark the drums' shaded sides are, and how bright the light lies on the other ones.
    let edge: Double
    let gloss: Double
    /// How bright upright streaks of light are, and for a faint and a bright one, wheel by wheel from the left, where.
    let sheen: Double
    let sheens: [[Sheen]]

    /// A streak of light on a drum's paint.
    struct Sheen {
        /// Its middle and breadth, as shares of the drum's.
        let place: Double
        let breadth: Double
    }

    static let slack = Parameter.number("counter.slack", 0...0.3, "Deviation of a wheel's slack, in digits")
    static let wander = Parameter.number(
        "counter.wander", 0...8, "Deviation of a digit's place across its wheel, in hundredths of the window's height")
    static let small = Parameter.flag("counter.young", "Whether the index is small for its wheels, as on young meters")
    static let carrying = Parameter.flag("counter.carrying", "Whether a run of nines is about to roll over")
    static let sheenParameter = Parameter.number(
        "counter.sheen", 0...0.4, "How bright upright streaks of light lie on the drums")
    static let shade = Parameter.number(
        "counter.shade", 0...0.3, "Deviation of how much darker a drum is than its neighbours")
    static let edgeParameter = Parameter.number("counter.edge", 0...0.4, "How dark the drums' shaded sides are")
    static let parameters = [slack, wander, small, carrying, shade, edgeParameter, sheenParameter]

    init(look: CounterLook, counter: WheelCounter, _ dice: inout Dice) {
        self.counter = counter
        let count = look.wheels
        let slack = dice.number(CounterState.slack)
        let wander = dice.number(CounterState.wander)
        drawn = (0..<count).map { wheel in
            let place = Double(counter.position(of: count - 1 - wheel)) / 1000
            let loose = wheel == count - 1 ? 0 : max(-0.2, min(0.2, dice.random.normal(slack)))
            return (place + loose + 10).truncatingRemainder(dividingBy: 10)
        }
        shifts = (0..<count).map { _ in dice.random.normal(wander) }
        let shade = dice.number(CounterState.shade)
        shades = (0..<count).map { _ in max(0, dice.random.normal(shade)) }
        edge = dice.number(CounterState.edgeParameter)
        gloss = dice.random.within(0...0.5) * edge
        sheen = dice.number(CounterState.sheenParameter)
        sheens = (0..<2).map { _ in
            (0..<count).map { _ in
                Sheen(place: dice.random.unit(), breadth: dice.random.within(0.12...0.6))
            }
        }
    }

    /// An index as meters show them: often small for the counter's size, at times near a carry.
    static func count(_ look: CounterLook, _ dice: inout Dice) -> WheelCounter {
        var range: UInt64 = 1000
        for _ in 0..<look.wheels { range *= 10 }
        var value = dice.random.next() % range
        if dice.flag(small) { value /= dice.random.one(of: [10, 10, 10, 100]) }
        if dice.flag(carrying) {
            var run: UInt64 = 1000
            for _ in 0..<dice.random.whole(1...max(1, look.wheels - 2)) { run *= 10 }
            value = value / run * run + (run - 1000) + dice.random.next() % 1000
        }
        return WheelCounter(wheels: look.wheels, thousandths: value)
    }
}

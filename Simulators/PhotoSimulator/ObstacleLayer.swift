/// What lies on the glass or stands in front of it: glare, streaks, shadows, dust, and at times something that hides digits.
struct ObstacleLayer {
    /// Whether so much is hidden that nobody could read the counter.
    let hides: Bool
    private let look: CounterLook
    private let drawings: [Drawing]

    private enum Drawing {
        case glow(x: Double, y: Double, radius: Double, stretch: Double, colour: Colour, alpha: Double)
        case polygon([Point], Colour, Double)
        case speck(x: Double, y: Double, radius: Double, colour: Colour, alpha: Double)
    }

    init(look: CounterLook, hiding: Bool, _ random: inout SeededRandom) {
        self.look = look
        var list: [Drawing] = []
        let width = look.width
        if random.chance(0.25) {
            let colour = Colour(grey: random.chance(0.7) ? 1 : 0.05)
            let strong = random.chance(0.25)
            for _ in 0..<random.whole(1...3) {
                list.append(
                    .glow(
                        x: random.within(-100...width + 100), y: random.within(-150...250),
                        radius: random.within(20...220),
                        stretch: random.within(0.2...1.5), colour: colour,
                        alpha: random.within(0.1...(strong ? 0.85 : 0.4))))
            }
        }
        if random.chance(0.25) {
            let x = random.within(-100...width)
            let lean = random.within(-150...150)
            let breadth = random.within(20...width)
            list.append(
                .polygon(
                    [
                        Point(x, -2000), Point(x + breadth, -2000), Point(x + breadth + lean * 8, 2000),
                        Point(x + lean * 8, 2000),
                    ], random.chance(0.5) ? Colour(grey: 1) : Colour(grey: 0), random.within(0.08...0.5)))
        }
        if random.chance(0.3) {
            for _ in 0..<random.whole(3...70) {
                list.append(
                    .speck(
                        x: random.within(-120...width + 120), y: random.within(-120...220),
                        radius: random.within(0.5...4),
                        colour: Colour(grey: random.chance(0.5) ? random.within(0.6...1) : random.within(0...0.4)),
                        alpha: random.within(0.2...0.9)))
            }
        }
        if hiding {
            // A fence, a seal wire, a finger: most of a black wheel is gone.
            let colour = Colour(grey: random.within(0.05...0.8)).varied(by: 0.2, &random)
            let count = random.whole(1...4)
            for _ in 0..<count {
                let breadth = look.pitch * random.within(0.75...1.8)
                let x = random.within(0...max(1, look.cell(look.blackWheels - 1))) + look.pitch * 0.1
                let lean = random.within(-60...60)
                list.append(
                    .polygon(
                        [
                            Point(x - lean, -300), Point(x - lean + breadth, -300), Point(x + lean + breadth, 400),
                            Point(x + lean, 400),
                        ], colour, 1))
            }
        }
        hides = hiding
        drawings = list
    }

    func draw(on canvas: Canvas) {
        for drawing in drawings {
            switch drawing {
            case .glow(let x, let y, let radius, let stretch, let colour, let alpha):
                canvas.glow(x, y, radius, stretch: stretch, colour, alpha: alpha)
            case .polygon(let points, let colour, let alpha): canvas.polygon(points, colour, alpha: alpha)
            case .speck(let x, let y, let radius, let colour, let alpha):
                canvas.circle(x, y, radius, colour, alpha: alpha)
            }
        }
    }
}

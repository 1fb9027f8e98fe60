package import MeterCore

/// One meter in front of one phone: everything that a picture is drawn from, by seed.
package struct Scene: Sendable {
    /// What the picture is to show.
    package enum Framing: String, Sendable {
        /// The meter as a customer photographs it.
        case whole
        /// The counter's window with a margin, for the nets that read.
        case window
    }

    package let seed: UInt64
    package let number: UInt64
    package let framing: Framing
    package let width: Int
    package let height: Int
    package let look: CounterLook
    package let counter: WheelCounter
    /// The window's corners in the picture, clockwise from the counter's own top left.
    package let corners: [Point]
    package let camera: Camera
    /// Why nobody could read the counter, if so.
    package let illegible: Truth.Illegible?
    let state: CounterState
    let plate: PlateLayer
    let obstacles: ObstacleLayer
    /// The dice for what is drawn last: the sensor's noise.
    let noise: SeededRandom

    /// Draws a scene by its number of a series.
    ///
    /// `longSide` is in pixels, of the picture's long side; for `.window` of the picture's width.
    package init(seed: UInt64, number: UInt64, framing: Framing, longSide: Int, fonts: Int) {
        var random = SeededRandom(seed: seed, stream: number)
        self.seed = seed
        self.number = number
        self.framing = framing
        look = CounterLook(&random, fonts: fonts)
        counter = Scene.counter(look, &random)
        state = CounterState(look: look, counter: counter, &random)
        plate = PlateLayer(look: look, &random)
        let fate = random.unit()
        let hidden = fate < 0.03
        let spoiled = !hidden && fate < 0.09
        obstacles = ObstacleLayer(look: look, hiding: hidden, &random)

        switch framing {
        case .whole:
            let portrait = random.chance(0.25)
            let short = Int(Double(longSide) * random.one(of: [0.75, 0.75, 0.75, 0.5625, 0.667]))
            width = portrait ? short : longSide
            height = portrait ? longSide : short
        case .window:
            width = longSide
            height = max(48, Int(Double(longSide) * 100 / look.width * random.within(1.9...2.8)))
        }
        corners = Scene.pose(look, framing, width, height, &random)
        let tall = corners[0].distance(to: corners[3])
        let digitPixels = max(2, tall * look.digitHeight / 100)
        camera = Camera(digitPixels: digitPixels, spoiled: spoiled, &random)
        let (width, height) = (width, height)
        let inside = corners.allSatisfy {
            $0.x > -2 && $0.y > -2 && $0.x < Double(width) + 2 && $0.y < Double(height) + 2
        }
        illegible = hidden ? .hidden : spoiled ? .blurred : !inside ? .cutOff : digitPixels < 5 ? .tooSmall : nil
        noise = random
    }

    /// An index as meters show them: mostly small for the counter's size, often near a carry.
    private static func counter(_ look: CounterLook, _ random: inout SeededRandom) -> WheelCounter {
        var range: UInt64 = 1000
        for _ in 0..<look.wheels { range *= 10 }
        var value = random.next() % range
        if random.chance(0.45) { value /= random.one(of: [10, 10, 10, 100]) }
        if random.chance(0.2) {
            // A run of nines at the end, on its way over.
            var run: UInt64 = 1000
            for _ in 0..<random.whole(1...max(1, look.wheels - 2)) { run *= 10 }
            value = value / run * run + (run - 1000) + random.next() % 1000
        }
        return WheelCounter(wheels: look.wheels, thousandths: value)
    }

    private static func pose(
        _ look: CounterLook, _ framing: Framing, _ width: Int, _ height: Int, _ random: inout SeededRandom
    ) -> [Point] {
        let frameWidth = Double(width)
        let frameHeight = Double(height)
        let share =
            framing == .window
            ? random.within(0.62...0.86)
            : random.one(by: [
                (0.75, random.within(0.38...0.92)), (0.2, random.within(0.18...0.4)), (0.05, random.within(0.9...1.1)),
            ])
        let w = frameWidth * share
        let h = w * 100 / look.width * random.within(0.85...1.15)
        var angle = random.chance(0.8) ? random.normal(0.045) : random.normal(0.2)
        if framing == .whole, random.chance(0.06) { angle += random.one(of: [1.5708, 3.1416, -1.5708]) }
        var centre = Point(frameWidth / 2, frameHeight / 2)
        if framing == .whole {
            let play = max(0.03, (1 - share) / 2)
            let free = random.chance(0.92) ? 1.0 : 1.5
            centre.x += random.within(-1...1) * play * frameWidth * free
            centre.y += random.normal(0.16) * frameHeight
            centre.y = max(h * 0.6, min(frameHeight - h * 0.6, centre.y))
        }
        let (sine, cosine) = sincos(angle)
        let lean = random.chance(0.7) ? 0.03 : 0.09
        let square: [(Double, Double)] = [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]
        // The left and the right edge shrink against each other, as from a side.
        let skew = random.normal(lean * 1.2)
        let shear = random.normal(lean * 1.5)
        return square.map { u, v in
            let x = u * w + v * h * shear + random.normal(0.004) * w
            let y = v * h * (1 + skew * (u > 0 ? 1 : -1)) + random.normal(0.01) * h
            return Point(centre.x + x * cosine - y * sine, centre.y + x * sine + y * cosine)
        }
    }

    /// Sine and cosine by their series after halving: the same bits on every machine.
    private static func sincos(_ angle: Double) -> (sine: Double, cosine: Double) {
        let part = angle / 64
        var sine = part - part * part * part / 6
        var cosine = 1 - part * part / 2 + part * part * part * part / 24
        for _ in 0..<6 { (sine, cosine) = (2 * sine * cosine, cosine * cosine - sine * sine) }
        return (sine, cosine)
    }
}

extension Point {
    package func distance(to other: Point) -> Double {
        let dx = x - other.x
        let dy = y - other.y
        return (dx * dx + dy * dy).squareRoot()
    }
}

/// The plate round the counter: its ground, the lines of print above and below, serial, barcode, glass and housing.
///
/// Same lengths as the counter: the window is 100 high, its top left is the origin. Nothing here is a maker's mark.
struct PlateLayer {
    let look: CounterLook
    /// The plate's own edges.
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
    private let ground: Colour
    private let ink: Colour
    private let texts: [Line]
    private let bars: (x: Double, y: Double, unit: Double, widths: [Int])?
    private let housing: Colour
    private let border: Double
    private let bolts: Bool
    private let wall: (Colour, Colour)
    private let pipes: [(x: Double, width: Double, colour: Colour)]
    private let boxes: [(x: Double, y: Double, w: Double, h: Double, colour: Colour)]

    private struct Line {
        let text: String
        let at: Point
        let height: Double
        let font: Int
        let anchor: Double
        let stretch: Double
    }

    init(look: CounterLook, _ random: inout SeededRandom) {
        self.look = look
        let width = look.width
        left = -random.within(12...170)
        right = width + random.within(12...190)
        top = -random.within(40...430)
        bottom = 100 + random.within(30...430)
        ground = random.one(by: [
            (0.6, Colour(grey: random.within(0.75...1)).varied(by: 0.05, &random)),
            (0.12, Colour(0.93, 0.9, random.within(0.6...0.85))), (0.12, Colour(grey: random.within(0.45...0.75))),
            (0.08, Colour(grey: random.within(0.08...0.3))),
            (0.08, Colour(random.within(0...0.4), random.within(0.2...0.6), random.within(0.4...0.9))),
        ])
        let isLight = ground.red + ground.green + ground.blue > 1.2
        ink = Colour(grey: isLight ? random.within(0...0.35) : random.within(0.7...1))
        housing = random.one(by: [
            (0.5, Colour(grey: random.within(0.5...0.95)).varied(by: 0.06, &random)),
            (0.2, Colour(0.8, 0.76, random.within(0.5...0.7))), (0.12, Colour(grey: random.within(0.1...0.45))),
            (0.18, Colour(random.within(0.1...0.5), random.within(0.4...0.7), random.within(0.6...0.95))),
        ])
        border = random.within(8...110)
        bolts = random.chance(0.4)
        wall = (
            Colour(grey: random.within(0.05...0.85)).varied(by: 0.25, &random),
            Colour(grey: random.within(0.05...0.85)).varied(by: 0.25, &random)
        )
        texts = PlateLayer.lines(look, left, top, right, bottom, &random)
        if random.chance(0.45) {
            let unit = random.within(1.2...5)
            let widths = (0..<random.whole(40...90)).map { _ in random.whole(1...3) }
            bars = (
                random.within(left + 10...max(left + 11, width * 0.5)),
                random.chance(0.75) ? random.within(118...max(119, bottom - 40)) : top + random.within(5...60), unit,
                widths
            )
        } else {
            bars = nil
        }
        let (left, top, right, bottom) = (left, top, right, bottom)
        pipes = (0..<random.whole(0...3)).map { _ in
            (
                random.within(left - 500...right + 500), random.within(30...160),
                Colour(grey: random.within(0.2...0.9)).varied(by: 0.2, &random)
            )
        }
        boxes = (0..<random.whole(0...4)).map { _ in
            (
                random.within(left - 700...right + 300), random.within(top - 500...bottom + 400),
                random.within(60...700),
                random.within(40...500), Colour(grey: random.within(0.05...0.95)).varied(by: 0.25, &random)
            )
        }
    }

    private static func word(_ random: inout SeededRandom) -> String {
        let syllables = [
            "ka", "ro", "gas", "me", "tri", "lo", "sen", "fi", "dor", "pa", "vel", "nu", "tek", "mar", "is",
        ]
        let word = (0..<random.whole(2...4)).map { _ in random.one(of: syllables) }.joined()
        return random.chance(0.5) ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
    }

    private static func phrase(_ random: inout SeededRandom) -> String {
        let size = random.one(of: ["1.6", "2.5", "4", "6", "10", "16", "25"])
        return random.one(of: [
            "Qmax \(random.one(of: ["4", "6", "10", "16", "40"])) m³/h", "Qmin 0,0\(random.whole(1...6)) m³/h",
            "Pmax 0,5 bar",
            "V \(random.whole(1...20)),\(random.whole(0...9)) dm³", "G\(size)", "G \(size)", "1 imp = 0,01 m³",
            "tm −25 °C +55 °C",
            "No. \(random.whole(1_000_000...99_999_999))", "\(random.whole(1975...2025))", "EN 1359:1998",
            "DN \(random.whole(20...150))",
            "m³", "CE M\(random.whole(10...25)) 0102", "Sovr. \(random.whole(1...5)) bar",
            "p max \(random.whole(1...9))00 mbar",
            "Gaz sayacı", "Doğal gaz", "\(random.whole(10_000_000...99_999_999))", "\(word(&random)) S.p.A.",
            word(&random),
            "\(word(&random)) \(random.whole(100...3000)) AF", "Class 1,5", "DE-07-MI002-PTB001",
        ])
    }

    private static func lines(
        _ look: CounterLook, _ left: Double, _ top: Double, _ right: Double, _ bottom: Double,
        _ random: inout SeededRandom
    ) -> [Line] {
        var lines: [Line] = []
        func band(_ from: Double, _ to: Double) {
            var y = from
            while y < to {
                let height = random.one(by: [
                    (0.6, random.within(14...30)), (0.3, random.within(26...48)), (0.1, random.within(40...85)),
                ])
                var x = left + random.within(8...60)
                while x < right - 60, y + height < to {
                    if random.chance(0.75) {
                        let text = phrase(&random)
                        lines.append(
                            Line(
                                text: text, at: Point(x, y + height / 2), height: height, font: random.whole(0...1000),
                                anchor: 0, stretch: random.within(0.75...1.2)))
                        x += Double(text.count) * height * 0.85 + random.within(10...80)
                    } else {
                        x += random.within(60...260)
                    }
                }
                y += height + random.within(8...45)
            }
        }
        band(top + 8, -look.frame - 14)
        band(100 + look.frame + 22, bottom - 6)
        if random.chance(0.5) {
            let beside = random.chance(0.6)
            lines.append(
                Line(
                    text: "m³",
                    at: beside
                        ? Point(look.width + look.frame + (look.fishTail ? 60 : 22), random.within(40...70))
                        : Point(look.width * random.within(0.3...0.8), -look.frame - random.within(22...40)),
                    height: random.within(26...60), font: random.whole(0...1000), anchor: 0, stretch: 1))
        }
        return lines
    }

    func draw(on canvas: Canvas, fonts: FontLibrary, reach: Double) {
        let white = Colour(grey: 1)
        let black = Colour(grey: 0)
        canvas.shaded(-reach, -reach, 2 * reach + look.width, 2 * reach + 100, [(0, wall.0, 1), (1, wall.1, 1)])
        for box in boxes { canvas.fill(box.x, box.y, box.w, box.h, box.colour) }
        for pipe in pipes {
            canvas.shaded(
                pipe.x, -reach, pipe.width, 2 * reach,
                [
                    (0, pipe.colour.mixed(with: black, 0.6), 1), (0.35, pipe.colour, 1),
                    (1, pipe.colour.mixed(with: black, 0.7), 1),
                ],
                horizontal: true)
        }
        let w = right - left
        let h = bottom - top
        canvas.rounded(
            left - border * 2.2, top - border * 2, w + border * 4.4, h + border * 4.6, radius: border, housing)
        canvas.rounded(
            left - border, top - border, w + 2 * border, h + 2 * border, radius: border * 0.6,
            housing.mixed(with: black, 0.25))
        canvas.rounded(left, top, w, h, radius: min(30, border * 0.4), ground)
        canvas.rounded(left, top, w, h, radius: min(30, border * 0.4), black, alpha: 0.35, stroke: 3)
        if bolts {
            for (x, y) in [(left - border / 2, top - border / 2), (right + border / 2, bottom + border / 2)] {
                canvas.circle(x, y, border * 0.35, housing.mixed(with: black, 0.45))
                canvas.circle(x, y, border * 0.2, housing.mixed(with: white, 0.35))
            }
        }
        for line in texts {
            canvas.scoped {
                canvas.clip(left, top, w, h)
                canvas.text(
                    line.text, fonts.all[line.font % fonts.all.count], at: line.at, height: line.height,
                    stretch: line.stretch, ink, anchor: line.anchor)
            }
        }
        if let bars {
            var x = bars.x
            canvas.fill(x - 12, bars.y - 4, Double(bars.widths.reduce(0, +)) * bars.unit + 24, 58, white)
            for (index, width) in bars.widths.enumerated() {
                if index % 2 == 0 { canvas.fill(x, bars.y, Double(width) * bars.unit, 50, Colour(grey: 0.05)) }
                x += Double(width) * bars.unit
            }
        }
    }
}

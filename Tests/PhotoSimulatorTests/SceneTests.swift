import MeterCore
import PhotoSimulator
import Testing

@Suite("A drawn scene and its truth")
struct SceneTests {
    private func scenes(_ count: UInt64, seed: UInt64, _ framing: Scene.Framing, _ profile: Profile) -> [Scene] {
        (0..<count).map { Scene(seed: seed, number: $0, framing: framing, longSide: 480, profile: profile) }
    }

    @Test("Truth's digits and positions are those of MeterCore's counter")
    func counter() async throws {
        let renderer = try PhotoRenderer(fonts: try FontSet())
        for scene in scenes(150, seed: 3, .window, try Profiles.shipped()) {
            await Task.yield()
            guard case .wheels(let look, let state) = scene.meter.register else { continue }
            let truth = renderer.truth(of: scene, file: "x.jpg")
            for (place, digit) in truth.digits.enumerated() {
                let wheel = look.wheels - 1 - place
                #expect(digit.value == state.counter.digit(of: wheel))
                #expect(Int((digit.position * 1000).rounded()) == state.counter.position(of: wheel))
                #expect(digit.red == (place >= look.blackWheels))
            }
        }
    }

    @Test("Without slack every drum stands where MeterCore says, through runs of nines too")
    func angles() throws {
        let profile = try Profiles.field("counter: {slack: 0, carrying: 1}\n")
        var between = 0
        for scene in scenes(200, seed: 12, .window, profile) {
            guard case .wheels(let look, let state) = scene.meter.register else { continue }
            for (place, drawn) in state.drawn.enumerated() {
                let position = state.counter.position(of: look.wheels - 1 - place)
                #expect(abs(drawn - Double(position) / 1000) < 1e-9)
                between += position % 1000 == 0 ? 0 : 1
            }
        }
        #expect(between > 300)
    }

    @Test("A digit's box holds all pixels that change with its wheel, and no others change")
    func boxes() async throws {
        let profile = try Profiles.field(
            Profiles.plainCamera
                + "counter: {slack: 0, wander: 0, black-wheels: 5, red-wheels: 3, young: 0, carrying: 0}\n")
        let renderer = try PhotoRenderer(fonts: try FontSet())
        for number in 0..<12 as Range<UInt64> {
            func picture(_ count: UInt64) -> (Scene, Picture) {
                let scene = Scene(
                    seed: 8, number: number, framing: .window, longSide: 400, profile: profile,
                    counter: WheelCounter(wheels: 8, thousandths: count * 1000))
                return (scene, renderer.flat(of: scene, layer: "WindowLayer", margin: 20, scale: 2))
            }
            let (scene, first) = picture(12_345_678)
            guard case .wheels(let look, _) = scene.meter.register else { continue }
            for wheel in 0..<8 {
                await Task.yield()
                var step: UInt64 = 1
                for _ in 0..<(7 - wheel) { step *= 10 }
                // The next digit but one: the same carries, another figure.
                let (_, second) = picture(12_345_678 + (wheel >= 4 ? 0 : 2 * step) - (wheel >= 4 ? 2 * step : 0))
                let cell = look.cell(wheel)
                var changed = 0
                for y in 0..<first.height {
                    for x in 0..<first.width
                    where first.pixels[y * first.width + x] != second.pixels[y * first.width + x] {
                        changed += 1
                        let place = Point(Double(x) / 2 - 20, Double(y) / 2 - 20)
                        #expect(
                            place.x >= cell.left - 1 && place.x <= cell.right + 1 && place.y >= -1 && place.y <= 101,
                            "scene \(number), wheel \(wheel): \(place) of \(cell)")
                    }
                }
                #expect(changed > 60, "scene \(number), wheel \(wheel)")
            }
        }
    }

    @Test("A wheel that turns on moves its print by what the cylinder shows of it", arguments: [100, 200, 300])
    func turning(thousandths: UInt64) throws {
        let profile = try Profiles.field(
            Profiles.plainCamera
                + "counter: {slack: 0, wander: 0, shading: 0, recess: 0, digit-height: 50, digit-distance: 1.6, black-wheels: 5, red-wheels: 0, in-all: 0}\nmarks: {ticks: 0, dashes: 0}\n"
        )
        let renderer = try PhotoRenderer(fonts: try FontSet())
        func column(_ count: UInt64) -> [Double] {
            let scene = Scene(
                seed: 2, number: 1, framing: .window, longSide: 400, profile: profile,
                counter: WheelCounter(wheels: 5, thousandths: count))
            let picture = renderer.flat(of: scene, layer: "WindowLayer", scale: 4)
            guard case .wheels(let look, _) = scene.meter.register else { return [] }
            let cell = look.cell(4)
            return (0..<picture.height).map { y in
                (Int(cell.left * 4) + 8..<Int(cell.right * 4) - 8).reduce(0.0) { $0 + Double(picture[$1, y].green) }
            }
        }
        let still = column(33_333_000)
        let turned = column(33_333_000 + thousandths)
        // The print goes up: the shift that makes the two columns most alike, inside the window's middle.
        let differences = (0..<130).map { shift in
            (140..<260).reduce(0.0) { $0 + abs(still[$1] - turned[$1 - shift]) }
        }
        let best = differences.indices.min { differences[$0] < differences[$1] }
        // Ten digits of 80 units round the drum: radius 127.3; 36 degrees a digit.
        let angle = Double(thousandths) / 1000 * Turn.full / 10
        let expected = 127.3 * Turn.sineAndCosine(angle).sine * 4
        #expect(abs(Double(try #require(best)) - expected) <= 5)
    }

    @Test("The window's corners frame all digits' boxes, in every framing and presentation")
    func corners() async throws {
        let renderer = try PhotoRenderer(fonts: try FontSet())
        let profile = try Profiles.field("channel: {presentation: {photo: 1, screenshot: 1, screen: 1}}\n")
        for scene in scenes(60, seed: 4, .whole, profile) {
            await Task.yield()
            let truth = renderer.truth(of: scene, file: "x.jpg")
            let toWindow = Homography(unitSquareTo: truth.window).inverse
            for corner in truth.digits.flatMap(\.box) {
                let place = toWindow(corner)
                #expect(place.x > -0.001 && place.x < 1.001 && place.y > -0.001 && place.y < 1.001)
            }
        }
    }

    @Test("A photo of a screen and a screenshot show the photo where their map says")
    func presented() async throws {
        let renderer = try PhotoRenderer(fonts: try FontSet())
        for kind in ["screenshot", "screen"] {
            let profile = try Profiles.field(
                Profiles.plainCamera
                    + "channel: {presentation: \(kind)}\nscreen: {depth: 0}\ncounter: {colouring: red-ground, red-wheels: 3, in-all: 0}\n"
            )
            var redder = 0
            for number in 0..<10 as Range<UInt64> {
                await Task.yield()
                let scene = Scene(seed: 21, number: number, framing: .whole, longSide: 700, profile: profile)
                let truth = renderer.truth(of: scene, file: "x.jpg")
                guard truth.readable else { continue }
                let picture = renderer.picture(of: scene)
                #expect(picture.width == scene.width && picture.height == scene.height)
                let red = truth.digits.filter(\.red).map { redness(of: $0.box, in: picture) }
                let black = truth.digits.filter { !$0.red }.map { redness(of: $0.box, in: picture) }
                #expect((red.min() ?? 0) > (black.max() ?? 0), "\(kind) \(number)")
                redder += 1
            }
            #expect(redder >= 4)
        }
    }

    @Test("Red wheels lie where truth has them in the finished photo")
    func red() async throws {
        let renderer = try PhotoRenderer(fonts: try FontSet())
        let profile = try Profiles.field("counter: {colouring: red-ground, red-wheels: 2..3, in-all: 0}\n")
        var compared = 0
        for scene in scenes(60, seed: 8, .whole, profile) {
            await Task.yield()
            let truth = renderer.truth(of: scene, file: "x.jpg")
            guard truth.readable else { continue }
            let picture = renderer.picture(of: scene)
            let red = truth.digits.filter(\.red).map { redness(of: $0.box, in: picture) }
            let black = truth.digits.filter { !$0.red }.map { redness(of: $0.box, in: picture) }
            compared += 1
            let meanRed = red.reduce(0, +) / Double(red.count)
            let meanBlack = black.reduce(0, +) / Double(black.count)
            #expect(meanRed > meanBlack, "photo \(scene.number)")
        }
        #expect(compared > 25)
    }

    @Test("A homography and its inverse bring every point back")
    func homography() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<500 {
            let corners = [Point(0, 0), Point(100, 0), Point(100, 50), Point(0, 50)].map {
                Point($0.x + random.within(-12...12), $0.y + random.within(-12...12))
            }
            let map = Homography(width: 10, height: 5, to: corners)
            for (corner, place) in zip(corners, [Point(0, 0), Point(10, 0), Point(10, 5), Point(0, 5)]) {
                #expect(map(place).distance(to: corner) < 1e-6)
            }
            let point = Point(random.within(0...10), random.within(0...5))
            #expect(map.inverse(map(point)).distance(to: point) < 1e-6)
        }
    }

    private func redness(of box: [Point], in picture: Picture) -> Double {
        let map = Homography(unitSquareTo: box)
        var sum = 0.0
        for row in 1..<10 {
            for column in 1..<10 {
                let point = map(Point(Double(column) / 10, Double(row) / 10))
                let x = max(0, min(picture.width - 1, Int(point.x)))
                let y = max(0, min(picture.height - 1, Int(point.y)))
                let pixel = picture[x, y]
                sum += Double(pixel.red) - Double(pixel.green + pixel.blue) / 2
            }
        }
        return sum
    }
}

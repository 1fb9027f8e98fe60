import MeterCore
import PhotoSimulator
import Testing

@Suite("A drawn scene and its truth")
struct SceneTests {
    @Test("Truth's digits and positions are the counter's")
    func counter() throws {
        for number in 0..<200 as Range<UInt64> {
            let scene = Scene(seed: 3, number: number, framing: .window, longSide: 320, fonts: 48)
            let truth = Truth(of: scene, file: "x.jpg")
            for (place, digit) in truth.digits.enumerated() {
                let wheel = scene.look.wheels - 1 - place
                #expect(digit.value == scene.counter.digit(of: wheel))
                #expect(Int((digit.position * 1000).rounded()) == scene.counter.position(of: wheel))
                #expect(digit.red == (place >= scene.look.blackWheels))
            }
        }
    }

    @Test(
        "A wheel's box lies where its pixels are: its middle is darker or lighter than the gap that the box leaves out")
    func boxes() throws {
        // Red grounds are told from black ones by colour alone: the mean colour inside red boxes must be redder.
        let renderer = try PhotoRenderer()
        var compared = 0
        for number in 0..<120 as Range<UInt64> {
            let scene = Scene(seed: 8, number: number, framing: .window, longSide: 320, fonts: renderer.fontCount)
            let truth = Truth(of: scene, file: "x.jpg")
            guard scene.illegible == nil, scene.look.hasRedGround else { continue }
            let picture = renderer.raster(of: scene)
            let red = truth.digits.filter(\.red).map { redness(of: $0.box, in: picture) }
            let black = truth.digits.filter { !$0.red }.map { redness(of: $0.box, in: picture) }
            guard !red.isEmpty else { continue }
            compared += 1
            #expect(mean(red) > mean(black), "photo \(number)")
        }
        #expect(compared > 20)
    }

    @Test("The window's corners frame all wheel boxes")
    func corners() {
        for number in 0..<200 as Range<UInt64> {
            let scene = Scene(seed: 4, number: number, framing: .whole, longSide: 640, fonts: 48)
            let truth = Truth(of: scene, file: "x.jpg")
            let toWindow = Homography(unitSquareTo: truth.window).inverse
            for corner in truth.digits.flatMap(\.box) {
                let place = toWindow(corner)
                #expect(place.x > -0.001 && place.x < 1.001 && place.y > -0.001 && place.y < 1.001)
            }
        }
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

    private func redness(of box: [Point], in picture: Raster) -> Float {
        let map = Homography(unitSquareTo: box)
        var sum: Float = 0
        for row in 1..<10 {
            for column in 1..<10 {
                let point = map(Point(Double(column) / 10, Double(row) / 10))
                let x = max(0, min(picture.width - 1, Int(point.x)))
                let y = max(0, min(picture.height - 1, Int(point.y)))
                let pixel = picture.pixels[y * picture.width + x]
                sum += pixel.x - (pixel.y + pixel.z) / 2
            }
        }
        return sum
    }

    private func mean(_ values: [Float]) -> Float { values.reduce(0, +) / Float(values.count) }
}

import MeterVision
import Testing

@Suite("Homography")
struct HomographyTests {
    private static let quad = Quad(
        topLeft: Point(x: 10, y: 20), topRight: Point(x: 210, y: 40), bottomRight: Point(x: 190, y: 95),
        bottomLeft: Point(x: 5, y: 60))

    @Test("The corners of the unit square go to the corners of the quad")
    func corners() throws {
        let map = try #require(Homography(unitSquareTo: Self.quad))
        for (corner, expected) in zip(map.map(.unit).corners, Self.quad.corners) {
            #expect(corner.distance(to: expected) < 1e-9)
        }
    }

    @Test("The inverse takes every point back")
    func inverse() throws {
        let map = try #require(Homography(unitSquareTo: Self.quad))
        let back = try #require(map.inverse)
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<100 {
            let point = Point(
                x: .random(in: -0.5...1.5, using: &generator), y: .random(in: -0.5...1.5, using: &generator))
            #expect(back.map(map.map(point)).distance(to: point) < 1e-9)
        }
    }

    @Test("Straight lines stay straight: the diagonals meet where the square's middle goes")
    func diagonals() throws {
        // Through (10,20)-(190,95) and (210,40)-(5,60): solved by hand from the two line equations.
        let map = try #require(Homography(unitSquareTo: Self.quad))
        let middle = map.map(Point(x: 0.5, y: 0.5))
        let first = (95.0 - 20) / (190 - 10)
        let second = (60.0 - 40) / (5 - 210)
        let x = (40 - second * 210 - 20 + first * 10) / (first - second)
        #expect(abs(middle.x - x) < 1e-9)
        #expect(abs(middle.y - (20 + first * (x - 10))) < 1e-9)
    }

    @Test(
        "A quad that is none has no map and is not sound",
        arguments: [
            Quad(  // all on one line
                topLeft: Point(x: 0, y: 0), topRight: Point(x: 1, y: 1), bottomRight: Point(x: 2, y: 2),
                bottomLeft: Point(x: 3, y: 3)),
            Quad(  // all in one place
                topLeft: Point(x: 5, y: 5), topRight: Point(x: 5, y: 5), bottomRight: Point(x: 5, y: 5),
                bottomLeft: Point(x: 5, y: 5)),
            Quad(  // crossed
                topLeft: Point(x: 0, y: 0), topRight: Point(x: 10, y: 10), bottomRight: Point(x: 10, y: 0),
                bottomLeft: Point(x: 0, y: 10)),
            Quad(  // no numbers
                topLeft: Point(x: .nan, y: 0), topRight: Point(x: 10, y: 0), bottomRight: Point(x: 10, y: 10),
                bottomLeft: Point(x: 0, y: .infinity)),
        ])
    func unsound(quad: Quad) {
        #expect(!quad.isSound)
    }

    @Test("A stretched rectangle is a rectangle about the same middle")
    func stretched() {
        let quad = Quad(
            topLeft: Point(x: 100, y: 50), topRight: Point(x: 300, y: 50), bottomRight: Point(x: 300, y: 90),
            bottomLeft: Point(x: 100, y: 90))
        let larger = quad.stretched(1.5, 2, movedBy: Point(x: 0.1, y: 0))
        #expect(larger.topLeft.distance(to: Point(x: 70, y: 30)) < 1e-9)
        #expect(larger.bottomRight.distance(to: Point(x: 370, y: 110)) < 1e-9)
    }
}

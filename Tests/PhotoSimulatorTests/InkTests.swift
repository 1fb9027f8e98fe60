import PhotoSimulator
import Testing

@Suite("Coverage of outlines")
struct InkTests {
    private func covered(_ contours: [[SIMD2<Float>]], side: Int = 12) -> InkMask? {
        var outline = Outline()
        for contour in contours { outline.polygon(contour) }
        return InkMask(of: [outline], columns: 0..<side, rows: 0..<side)
    }

    private func opacity(_ mask: InkMask, _ x: Int, _ y: Int) -> Int {
        guard (0..<mask.width).contains(x - mask.left), (0..<mask.height).contains(y - mask.top) else { return 0 }
        return Int(mask.bytes[(y - mask.top) * mask.stride + x - mask.left])
    }

    private func area(_ mask: InkMask) -> Double {
        (0..<mask.height).reduce(0.0) { sum, row in
            sum + (0..<mask.width).reduce(0.0) { $0 + Double(mask.bytes[row * mask.stride + $1]) / 255 }
        }
    }

    @Test("A box covers its pixels by the share that lies in them")
    func box() throws {
        let mask = try #require(covered([[SIMD2(1.25, 2.5), SIMD2(4, 2.5), SIMD2(4, 5), SIMD2(1.25, 5)]]))
        #expect(opacity(mask, 1, 2) == Int(0.75 * 0.5 * 255 + 0.5))
        #expect(opacity(mask, 2, 2) == 128)
        #expect(opacity(mask, 1, 3) == Int(0.75 * 255 + 0.5))
        #expect(opacity(mask, 3, 4) == 255)
        #expect(opacity(mask, 4, 4) == 0 && opacity(mask, 0, 3) == 0 && opacity(mask, 2, 5) == 0)
    }

    @Test("A polygon's opacities sum to its area, whichever way round it runs and wherever it lies")
    func areas() throws {
        var random = SeededRandom(seed: 4, stream: 1)
        for _ in 0..<300 {
            let centre = SIMD2(Float(random.within(3...9)), Float(random.within(3...9)))
            let corners = (0..<5).map { corner -> SIMD2<Float> in
                let (sine, cosine) = Turn.sineAndCosine(Double(corner) * Turn.full / 5)
                let radius = random.within(0.8...2.9)
                return centre + SIMD2(Float(cosine * radius), Float(sine * radius))
            }
            let doubled = corners.indices.reduce(Float(0)) { sum, at in
                let (a, b) = (corners[at], corners[(at + 1) % 5])
                return sum + a.x * b.y - b.x * a.y
            }
            for contour in [corners, corners.reversed()] {
                let mask = try #require(covered([contour]))
                #expect(abs(area(mask) - Double(abs(doubled)) / 2) < 0.1)
            }
        }
    }

    @Test("A ring's hole stays open, and what overlaps the same way round is no denser")
    func holes() throws {
        let outer: [SIMD2<Float>] = [SIMD2(1, 1), SIMD2(9, 1), SIMD2(9, 9), SIMD2(1, 9)]
        let hole: [SIMD2<Float>] = [SIMD2(3, 3), SIMD2(3, 7), SIMD2(7, 7), SIMD2(7, 3)]
        let ring = try #require(covered([outer, hole]))
        #expect(opacity(ring, 5, 5) == 0 && opacity(ring, 2, 5) == 255 && opacity(ring, 7, 5) == 255)
        let twice = try #require(covered([outer, outer.map { $0 + 1 }]))
        #expect(opacity(twice, 5, 5) == 255 && opacity(twice, 1, 1) == 255 && opacity(twice, 9, 9) == 255)
        #expect(opacity(twice, 9, 1) == 0)
    }

    @Test("A shape changes no pixel that it does not touch, in whatever company")
    func alone() throws {
        var random = SeededRandom(seed: 9, stream: 2)
        for _ in 0..<200 {
            let corners = (0..<7).map { _ in SIMD2(Float(random.within(0...5)), Float(random.within(0...12))) }
            let box: [SIMD2<Float>] = [SIMD2(7.3, 0.4), SIMD2(11.2, 0.4), SIMD2(11.2, 11.7), SIMD2(7.3, 11.7)]
            let alone = try #require(covered([box]))
            let both = try #require(covered([corners, box]))
            for y in 0..<12 { for x in 6..<12 { #expect(opacity(alone, x, y) == opacity(both, x, y)) } }
        }
    }

    @Test("What lies beyond the pixels is cut off and changes nothing on them")
    func cutOff() throws {
        let mask = try #require(covered([[SIMD2(-50, -50), SIMD2(70, -50), SIMD2(70, 70), SIMD2(-50, 70)]]))
        #expect(mask.width == 12 && mask.height == 12)
        #expect(mask.bytes.allSatisfy { $0 == 255 })
        #expect(covered([[SIMD2(20, 1), SIMD2(30, 1), SIMD2(25, 8)]]) == nil)
        #expect(covered([[SIMD2(-20, 1), SIMD2(-30, 1), SIMD2(-25, 8)]]) == nil)
    }

    @Test("A pen's line is as broad as the pen, with butt ends or round ones", arguments: [false, true])
    func pen(round: Bool) throws {
        var outline = Outline()
        outline.stroke([SIMD2<Float>(3, 6), SIMD2(9, 6)], width: 2, round: round)
        // Round ends reach beyond the line by half its width.
        let mask = try #require(InkMask(of: [outline], columns: 0..<14, rows: 0..<14))
        #expect(abs(area(mask) - (round ? 12 + 3.1 : 12)) < 0.3)
        #expect(opacity(mask, 5, 5) == 255 && opacity(mask, 5, 6) == 255 && opacity(mask, 5, 4) == 0)
    }
}

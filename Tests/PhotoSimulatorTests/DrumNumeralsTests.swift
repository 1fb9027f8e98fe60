import PhotoSimulator
import Testing

@Suite("Digits cut by an engraver")
struct DrumNumeralsTests {
    private func shapes(_ count: Int) throws -> [DrumNumerals] {
        let profile = try ShippedProfile.field.profile()
        return (0..<count).map { number in
            var dice = Dice(profile: profile, seed: 3, stream: UInt64(number))
            return DrumNumerals(&dice)
        }
    }

    @Test("No digit leaves the height and the breadth that it is given")
    func size() throws {
        for numerals in try shapes(300) {
            for digit in 0...9 {
                let points = numerals.strokes(of: digit).flatMap { $0 }
                let box = Box(around: points)
                #expect(box.top >= -0.5 + numerals.weight / 2 - 1e-9 && box.bottom <= 0.5 - numerals.weight / 2 + 1e-9)
                #expect(max(-box.left, box.right) <= numerals.reach / 2 + 1e-9, "\(digit) of \(numerals)")
                // Every digit is as tall as the others.
                #expect(box.height > 1 - numerals.weight - 0.02, "\(digit), \(box.height) of \(numerals)")
            }
        }
    }

    /// A digit's ink on 32 by 32 pixels.
    private func ink(_ digit: Int, _ numerals: DrumNumerals) throws -> [[Double]] {
        var outline = Outline()
        for line in numerals.strokes(of: digit) {
            outline.stroke(
                line.map { SIMD2(Float($0.x * 28 + 16), Float($0.y * 28 + 16)) }, width: Float(numerals.weight * 28),
                round: numerals.roundEnds)
        }
        let mask = try #require(InkMask(of: [outline], columns: 0..<32, rows: 0..<32))
        var picture = [[Double]](repeating: [Double](repeating: 0, count: 32), count: 32)
        for y in 0..<mask.height {
            for x in 0..<mask.width {
                picture[y + mask.top][x + mask.left] = Double(mask.bytes[y * mask.stride + x]) / 255
            }
        }
        return picture
    }

    @Test("Any two digits of one drum differ by a twelfth of their ink at least")
    func distinct() throws {
        for numerals in try shapes(60) {
            let pictures = try (0...9).map { try ink($0, numerals) }
            for one in 0...9 {
                for other in 0..<one {
                    var (apart, together) = (0.0, 0.0)
                    for (a, b) in zip(pictures[one].joined(), pictures[other].joined()) {
                        apart += abs(a - b)
                        together += a + b
                    }
                    #expect(apart / together > 1.0 / 12, "\(other) and \(one) of \(numerals)")
                }
            }
        }
    }

    @Test("Six on its head is nine")
    func turned() throws {
        for numerals in try shapes(40) {
            let six = numerals.strokes(of: 6).flatMap { $0 }
            let nine = numerals.strokes(of: 9).flatMap { $0 }
            #expect(six.count == nine.count)
            for (a, b) in zip(six, nine) { #expect(abs(a.x + b.x) < 1e-9 && abs(a.y + b.y) < 1e-9) }
        }
    }
}

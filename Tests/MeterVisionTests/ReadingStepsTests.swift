import MeterVision
import Testing

@Suite("The steps of a reading")
struct ReadingStepsTests {
    private static func reader() throws -> MeterReader {
        MeterReader(model: try ReaderModel(bytes: TinyModel(seed: 1).bytes))
    }

    private static func photo() throws -> [UInt8] {
        try #require(try PhotoTests.picture(width: 320, height: 240).jpeg(quality: 90))
    }

    @Test("Looking at the steps changes nothing in the reading, and each step that ran has given its value")
    func trace() throws {
        let (jpeg, hints) = (try Self.photo(), MeterHints(wheels: 5, decimals: 3))
        var plain = try Self.reader().read(jpeg: jpeg, hints: hints)
        var (reading, steps) = try Self.reader().readInSteps(jpeg: jpeg, hints: hints)
        (plain.milliseconds, reading.milliseconds) = (0, 0)
        #expect(reading == plain)
        #expect(steps.decoded?.size == PixelSize(width: 320, height: 240))
        #expect(steps.quality?.size == PixelSize(width: 320, height: 240))
        let found = try #require(steps.found)
        #expect(found.heat.columns == 40 && found.heat.rows == 30)
        let hottest = (0..<30).flatMap { row in (0..<40).map { found.heat[row, $0] } }.max()
        #expect(hottest == found.candidates.first?.heat)
        #expect(steps.choice?.window.quad == reading.window)
        #expect(steps.windowQuality != nil)
        #expect(steps.columns?.count == 56)
        #expect(steps.settledLine?.index == reading.index)
        #expect(steps.wheels?.cells.count == 8)
        // The plate is not looked at where the index is refused.
        #expect((steps.plate != nil) == (reading.decision != .refuse))
        let order: [ReadingSteps.Step] = [
            .decode, .quality, .finder, .window, .columns, .line, .wheels, .carry, .serial, .decision,
        ]
        #expect(steps.times.map(\.step) == order.filter { $0 != .serial || steps.plate != nil })
        #expect(steps.times.allSatisfy { $0.milliseconds >= 0 })
    }

    @Test("A file that is no photo has no steps")
    func noPhoto() throws {
        let (reading, steps) = try Self.reader().readInSteps(jpeg: Array("text".utf8), hints: .none)
        #expect(reading.reasons == [.notAJPEG])
        #expect(steps.decoded == nil && steps.quality == nil && steps.times.isEmpty)
    }

    @Test("An index far from what is expected is never accepted, counts half at most, and the use is told")
    func unexpected() throws {
        var model = TinyModel(seed: 1)
        model.header["calibration"] = [
            "decision": ["bias": 9, "weights": [String: Double](), "acceptAt": 0.5, "refuseAt": 0.1]
        ]
        let reader = MeterReader(model: try ReaderModel(bytes: model.bytes))
        let jpeg = try Self.photo()
        let plain = reader.read(jpeg: jpeg, hints: MeterHints(wheels: 5))
        let index = try #require(plain.index.flatMap(Int.init))
        func read(_ from: Int, _ through: Int) throws -> PhotoReading {
            let expected = try #require(ExpectedIndex(from: from, through: through))
            return reader.read(jpeg: jpeg, hints: MeterHints(wheels: 5, expected: expected))
        }
        let inside = try read(max(0, index - 10), index + 10)
        #expect(inside.index == plain.index && inside.decision == plain.decision)
        #expect(inside.probability == plain.probability && inside.uses == plain.uses)
        let from = index > 50_000 ? 10 : 80_000
        let far = try read(from, from + 5)
        #expect(far.index == plain.index)
        #expect(far.decision != .accept && far.probability <= 0.5)
        #expect(far.reasons.contains(.indexUnexpected))
        #expect(far.uses.contains(.intervalLoweredConfidence(from: from, through: from + 5)))
    }

    @Test("An index that is hardly ever right is not told at all", arguments: [(0.3, true), (0.2, false)])
    func unlikely(told: (probability: Double, isIndexTold: Bool)) throws {
        var model = TinyModel(seed: 1)
        // The logistic of this bias is the probability.
        let bias = told.isIndexTold ? -0.8473 : -1.3863
        model.header["calibration"] = [
            "decision": ["bias": bias, "weights": [String: Double](), "acceptAt": 0.9, "refuseAt": 0.05]
        ]
        let reader = MeterReader(model: try ReaderModel(bytes: model.bytes))
        let reading = reader.read(jpeg: try Self.photo(), hints: MeterHints(wheels: 5))
        #expect(abs(reading.probability - told.probability) < 0.001 && reading.decision == .review)
        #expect((reading.index != nil) == told.isIndexTold && reading.digits.isEmpty != told.isIndexTold)
    }

    @Test("A contradicted last index is told among the uses")
    func lastIndex() throws {
        let jpeg = try Self.photo()
        let reading = try Self.reader().read(jpeg: jpeg, hints: MeterHints(wheels: 5, lastIndex: 99_999))
        let index = try #require(reading.index)
        #expect((index < "99999") == reading.uses.contains(.lastIndexLoweredConfidence(last: 99_999)))
    }
}

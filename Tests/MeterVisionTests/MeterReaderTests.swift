import MeterVision
import Testing

@Suite("Reading a photo")
struct MeterReaderTests {
    private static func reader(seed: UInt64 = 1) throws -> MeterReader {
        MeterReader(model: try ReaderModel(bytes: TinyModel(seed: seed).bytes))
    }

    private static func untimed(_ reading: PhotoReading) -> PhotoReading {
        var reading = reading
        reading.milliseconds = 0
        return reading
    }

    @Test("The same photo gives the same reading, whatever was read before it")
    func deterministic() throws {
        let photo = try #require(try PhotoTests.picture(width: 320, height: 240).jpeg(quality: 90))
        let other = try #require(try PhotoTests.picture(width: 200, height: 330).jpeg(quality: 90))
        let hints = MeterHints(wheels: 5, decimals: 3)
        let reader = try Self.reader()
        let first = Self.untimed(reader.read(jpeg: photo, hints: hints))
        _ = reader.read(jpeg: other, hints: .none)
        #expect(Self.untimed(reader.read(jpeg: photo, hints: hints)) == first)
        #expect(Self.untimed(try Self.reader().read(jpeg: photo, hints: hints)) == first)
        #expect(first.index?.count == 5)
        #expect(first.digits.count == 8)
        #expect(first.window != nil)
        #expect(first.size == PixelSize(width: 320, height: 240))
        #expect(first.windowCropJPEG()?.starts(with: [0xFF, 0xD8]) == true)
    }

    @Test("Coordinates are those of the full photo, however far it was scaled down to be read")
    func coordinates() throws {
        let small = try #require(try PhotoTests.picture(width: 400, height: 300).jpeg(quality: 95))
        let large = try #require(try PhotoTests.picture(width: 3200, height: 2400).jpeg(quality: 95))
        let reader = try Self.reader()
        let (one, eight) = (reader.read(jpeg: small, hints: .none), reader.read(jpeg: large, hints: .none))
        let (near, far) = (try #require(one.window), try #require(eight.window))
        #expect(eight.size == PixelSize(width: 3200, height: 2400))
        for (corner, other) in zip(near.corners, far.corners) {
            #expect(Point(x: corner.x * 8, y: corner.y * 8).distance(to: other) < 120)
        }
    }

    @Test(
        "Files that are no photo are refused with their reason",
        arguments: [
            ([UInt8](), ReasonCode.emptyFile), (Array("no photo at all".utf8), .notAJPEG),
        ])
    func refusals(bytes: [UInt8], reason: ReasonCode) throws {
        let reading = try Self.reader().read(jpeg: bytes, hints: .none)
        #expect(reading.decision == .refuse)
        #expect(reading.reasons == [reason])
        #expect(reading.index == nil)
        #expect(reading.cleanedJPEG() == nil)
    }

    @Test(
        "Odd shapes of photos are read or refused, never more",
        arguments: [
            (64, 64), (64, 1600), (1600, 64), (65, 67), (1599, 1601),
        ])
    func shapes(width: Int, height: Int) throws {
        let jpeg = try #require(try PhotoTests.picture(width: width, height: height).jpeg(quality: 70))
        for seed in 1...3 {
            let reading = try Self.reader(seed: UInt64(seed)).read(
                jpeg: jpeg, hints: MeterHints(wheels: 9, decimals: 4))
            #expect(reading.size == PixelSize(width: width, height: height))
            #expect(reading.decision != .accept || reading.index != nil)
        }
    }

    @Test(
        "An index lower than the last one is never accepted",
        arguments: [
            (99_999, false), (0, true),
        ])
    func lastIndex(last: Int, isPossible: Bool) throws {
        let jpeg = try #require(try PhotoTests.picture(width: 320, height: 240).jpeg(quality: 90))
        let reading = try Self.reader().read(jpeg: jpeg, hints: MeterHints(wheels: 5, lastIndex: last))
        let index = try #require(reading.index.flatMap(Int.init))
        #expect(reading.reasons.contains(.indexLowerThanLast) == (index < last))
        if index < last { #expect(reading.decision != .accept) }
    }

    @Test("A decision weighs what it is told to, and nothing is accepted below its least legibility")
    func decision() throws {
        var model = TinyModel(seed: 1)
        model.header["calibration"] = [
            "decision": [
                "bias": -1, "weights": ["confidence": 0.5, "agreement": 2], "acceptAt": 0.9, "refuseAt": 0.2,
                "minimumLegible": 1, "minimumAgreement": 0.5,
            ]
        ]
        let decision = try #require(try ReaderModel(bytes: model.bytes).calibration.decision)
        func decide(_ confidence: Double, _ agreement: Double, _ legible: Double) -> ReadingDecision {
            decision.decide(
                DecisionFeatures([.confidence: confidence, .agreement: agreement, .legible: legible])
            ).decision
        }
        // −1 + 0.5·8 + 2·1 = 5: 0.993; confidence is clipped to 8, so 50 gives no more.
        #expect(abs(decision.probability(DecisionFeatures([.confidence: 50, .agreement: 1])) - 0.9933) < 1e-4)
        #expect(decide(8, 1, 2) == .accept)
        #expect(decide(8, 1, 0.5) == .review)
        #expect(decide(8, 0.4, 2) == .review)
        #expect(decide(2, 1, 2) == .review)  // −1 + 1 + 2 = 2: 0.88
        #expect(decide(-3, 0, 2) == .refuse)
        #expect(decide(.nan, .nan, .nan) == .refuse)
    }
}

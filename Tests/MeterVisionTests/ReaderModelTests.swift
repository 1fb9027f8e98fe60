import MeterVision
import Testing

@Suite("Model files")
struct ReaderModelTests {
    @Test("A model of the right form is taken")
    func sound() throws {
        let model = try ReaderModel(bytes: TinyModel(seed: 1).bytes)
        #expect(model.version == "tiny")
        #expect(model.calibration.jitters.count == 2)
    }

    @Test("What does not begin as a model, or ends before its header does, is no model")
    func notAModel() throws {
        let bytes = try TinyModel(seed: 1).bytes
        for wrong in [[], Array("ENDEKSM1".utf8), Array("JUNKJUNK".utf8) + bytes.dropFirst(8), Array(bytes[0..<200])] {
            #expect(throws: ReaderModelError.notAModel) { try ReaderModel(bytes: wrong) }
        }
    }

    @Test("A model without the nets of plain print loads and reads codes alone; one of another form does not")
    func withoutPrint() throws {
        var model = TinyModel(seed: 1)
        let loaded = try ReaderModel(bytes: model.bytes)
        #expect(loaded.net(named: "plate") == nil && loaded.net(named: "print") == nil)
        var nets = try #require(model.header["nets"] as? [String: Any])
        nets["plate"] = [
            "channels": 1, "registers": 2, "outputs": [1],
            "ops": [["op": "maxpool", "in": 0, "out": 1, "kernel": [4, 4]]],
        ]
        model.header["nets"] = nets
        let problem = ReaderModelError.output(net: "plate", problem: "heat 1 and place 2 at stride 4 are needed")
        #expect(throws: problem) { try ReaderModel(bytes: model.bytes) }
    }

    @Test("A header that is no JSON, or lacks a part, says which")
    func header() throws {
        var model = TinyModel(seed: 1)
        model.header["version"] = nil
        #expect(throws: ReaderModelError.header("'version' is missing")) { try ReaderModel(bytes: model.bytes) }
        model = TinyModel(seed: 1)
        var nets = try #require(model.header["nets"] as? [String: Any])
        nets["refiner"] = nil
        model.header["nets"] = nets
        #expect(throws: ReaderModelError.netMissing("refiner")) { try ReaderModel(bytes: model.bytes) }
        var broken = try TinyModel(seed: 1).bytes
        broken[12] = 0x7D  // } for {
        #expect(throws: ReaderModelError.self) { try ReaderModel(bytes: broken) }
    }

    @Test(
        "An operation that is unknown or does not fit is refused with its number",
        arguments: [
            ("finder", 0, "op", "softmax" as any Sendable, "'softmax' is not known"),
            ("finder", 1, "in", 3, "register 3 is read before it is written"),
            ("finder", 1, "in", -1, "register -1 is read before it is written"),
            ("finder", 1, "out", 99, "there is no register 99"),
            ("finder", 1, "cin", 5, "'cin' is 5, its input has 4 channels"),
            ("finder", 2, "weights", 1 << 40, "'weights' lies outside the file"),
            ("finder", 2, "bias", -1, "'bias' lies outside the file"),
            ("finder", 0, "stride", [0, 8], "'stride' must be two numbers from 1 to 8"),
            ("finder", 0, "kernel", [1 << 60, 1], "'kernel' must be two numbers from 1 to 64"),
            ("finder", 0, "groups", 2, "'groups' does not divide"),
            ("refiner", 2, "cin", 7, "'cin' is 7, its input has 4 values"),
            ("wheel", 0, "kernel", [64, 64], "its result would be 1 × 0 × 0"),
        ])
    func operation(net: String, number: Int, key: String, value: any Sendable, problem: String) throws {
        let model = TinyModel(seed: 1).changing(net, number, key, to: value)
        #expect(throws: ReaderModelError.operation(net: net, number: number, problem: problem)) {
            try ReaderModel(bytes: model.bytes)
        }
    }

    @Test("A net whose result has another form is refused")
    func output() throws {
        let model = TinyModel(seed: 1).changing("finder", 0, "stride", to: [4, 4])
        #expect(throws: ReaderModelError.self) { try ReaderModel(bytes: model.bytes) }
        var cut = try TinyModel(seed: 1).bytes
        cut.removeLast(2)
        #expect(throws: ReaderModelError.self) { try ReaderModel(bytes: cut) }
    }

    @Test(
        "A calibration out of its limits is refused",
        arguments: [
            ("refinePasses", -1 as any Sendable), ("refinePasses", 1 << 30), ("jitters", [[0, 0, 0, 0]]),
            ("jitters", [[Double]]()), ("leastHeat", 2.0), ("colourLent", -0.5),
        ])
    func calibration(key: String, value: any Sendable) throws {
        var model = TinyModel(seed: 1)
        var calibration = try #require(model.header["calibration"] as? [String: Any])
        calibration[key] = value
        model.header["calibration"] = calibration
        #expect(throws: ReaderModelError.self) { try ReaderModel(bytes: model.bytes) }
    }

    @Test("A feature that does not exist is no feature of a decision")
    func unknownFeature() throws {
        var model = TinyModel(seed: 1)
        model.header["calibration"] = [
            "decision": ["bias": 0, "weights": ["luck": 1], "acceptAt": 0.9, "refuseAt": 0.1]
        ]
        #expect(throws: ReaderModelError.self) { try ReaderModel(bytes: model.bytes) }
    }

    @Test("No change of a header's bytes brings the reader down", arguments: 0..<8)
    func mutated(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let sound = try TinyModel(seed: 1).bytes
        let characters = Array("0123456789-[]{},:\"eaocn".utf8)
        var refused = 0
        for _ in 0..<60 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                // The header ends where the first weights begin.
                let at = Int.random(in: 8..<sound.count - 6000, using: &generator)
                bytes[at] =
                    Bool.random(using: &generator)
                    ? characters.randomElement(using: &generator) ?? 0 : .random(in: 0...255, using: &generator)
            }
            do { _ = try ReaderModel(bytes: bytes) } catch { refused += 1 }
        }
        #expect(refused > 0)
    }
}

import PhotoSimulator
import Testing
import WrittenFiles

@Suite("Profiles: where a photo's difficulty comes from")
struct ProfileTests {
    @Test("Every shipped profile is whole, under its own name", arguments: ShippedProfile.allCases)
    func shipped(profile: ShippedProfile) throws {
        #expect(try profile.profile().name == profile.rawValue)
    }

    @Test("No parameter is declared twice")
    func names() {
        #expect(Set(Parameter.all.map(\.name)).count == Parameter.all.count)
        #expect(Parameter.all.allSatisfy { $0.name.split(separator: ".").count == 2 && !$0.note.isEmpty })
    }

    @Test(
        "A wrong profile is refused with the line that is wrong",
        arguments: [
            ("name: x\nextends: nowhere\n", 2, "extends takes one of"),
            ("name: x\nextends: field\ncounter:\n  wheels: 5\n", 4, "no parameter counter.wheels"),
            ("name: x\nextends: field\ncounter:\n  pitch: 9000\n", 4, "outside"),
            ("name: x\nextends: field\ncounter:\n  pitch: 12abc\n", 4, "number"),
            ("name: x\nextends: field\ncounter:\n  pitch: 90..70\n", 4, "smaller number first"),
            ("name: x\nextends: field\ncounter:\n  pitch: 70..nan\n", 4, "smaller number first"),
            ("name: x\nextends: field\ncounter:\n  colouring: {purple: 1}\n", 4, "one of"),
            ("name: x\nextends: field\ncounter:\n  colouring: {red-ground: 0}\n", 4, "weight"),
            ("name: x\nextends: field\ncounter:\n  colouring: {red-ground: -1}\n", 4, "outside"),
            ("name: x\nextends: field\ncounter:\n  black-wheels: {5: 1, 99: 1}\n", 4, "outside"),
            ("name: x\nextends: field\ncounter:\n  pitch: [{value: 70}]\n", 4, "weight"),
            ("name: x\nextends: field\ncounter:\n  pitch: {mean: 70, deviation: 2}\n", 4, "within"),
            ("name: x\nextends: field\nmarks: 3\n", 3, "group"),
            ("extends: field\n", 1, "no name"),
            ("name: x\n", 1, "missing"),
            ("- 1\n", 1, "map of groups"),
            ("name: [\n", 2, "not YAML"),
        ])
    func refused(yaml: String, line: Int, words: String) {
        #expect {
            try ProfileReader.profile(yaml: yaml, file: "mine.yaml")
        } throws: { error in
            guard let error = error as? FileMistake else { return false }
            return error.line == line && "\(error)".contains(words) && "\(error)".hasPrefix("mine.yaml:\(line):")
        }
    }

    @Test("An empty file is refused")
    func empty() {
        #expect(throws: FileMistake.self) { try ProfileReader.profile(yaml: "", file: "mine.yaml") }
    }

    @Test("A profile that extends another takes what it leaves out, and its fingerprint tells them apart")
    func extends() throws {
        let field = try Profiles.shipped()
        let same = try Profiles.field("")
        let other = try Profiles.field("counter:\n  pitch: 80\n")
        let pitch = try #require(Parameter.all.first { $0.name == "counter.pitch" })
        #expect(same[pitch] == field[pitch])
        #expect(other[pitch] == .constant(80))
        #expect(same.fingerprint == field.fingerprint)
        #expect(other.fingerprint != field.fingerprint)
    }

    @Test(
        "A number is drawn from where its distribution says",
        arguments: [
            ("80", 80.0...80.0), ("70..90", 70.0...90.0), ("{mean: 80, deviation: 30, within: 75..85}", 75.0...85.0),
            ("{70: 1, 90: 3}", 70.0...90.0),
            ("[{weight: 1, value: 70}, {weight: 2, value: 80..90}, {weight: 0, value: 200}]", 70.0...90.0),
        ])
    func draws(value: String, range: ClosedRange<Double>) throws {
        let pitch = try #require(Parameter.all.first { $0.name == "counter.pitch" })
        var dice = Dice(profile: try Profiles.field("counter:\n  pitch: \(value)\n"), seed: 4, stream: 0)
        let drawn = (0..<400).map { _ in dice.number(pitch) }
        #expect(drawn.allSatisfy(range.contains))
        #expect(try #require(drawn.max()) - #require(drawn.min()) >= (range.upperBound - range.lowerBound) * 0.9)
    }

    @Test("Weights are kept: three of four where they are three to one")
    func weights() throws {
        let pitch = try #require(Parameter.all.first { $0.name == "counter.pitch" })
        var dice = Dice(profile: try Profiles.field("counter:\n  pitch: {70: 1, 90: 3}\n"), seed: 9, stream: 0)
        let share = Double((0..<4000).count { _ in dice.number(pitch) == 90 }) / 4000
        // Five deviations of a share of 4,000.
        #expect(abs(share - 0.75) < 0.035)
    }
}

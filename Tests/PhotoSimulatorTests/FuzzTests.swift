import PhotoSimulator
import Testing

@Suite("Profiles at random")
struct FuzzTests {
    /// A profile that gives every parameter anything that its limits allow.
    private func profile(_ random: inout SeededRandom) throws -> Profile {
        var groups: [String: [String]] = [:]
        for parameter in Parameter.all {
            let parts = parameter.name.split(separator: ".").map(String.init)
            let value: String
            switch parameter.kind {
            case .number(let limits):
                let (low, high) = (limits.lowerBound, limits.upperBound)
                switch random.whole(0...3) {
                case 0: value = "\(low)..\(high)"
                case 1: value = "\(random.chance(0.5) ? low : high)"
                case 2: value = "{mean: \((low + high) / 2), deviation: \(high - low), within: \(low)..\(high)}"
                default: value = "[{weight: 1, value: \(low)}, {weight: 1, value: \(random.within(low...high))}]"
                }
            case .flag: value = "\(random.unit())"
            case .choice(let names):
                value = "{" + names.map { "\"\($0)\": \(random.within(0.1...1))" }.joined(separator: ", ") + "}"
            }
            groups[parts[0], default: []].append("  \(parts[1]): \(value)")
        }
        let yaml = groups.sorted { $0.key < $1.key }.map { "\($0.key):\n" + $0.value.joined(separator: "\n") + "\n" }
        return try ProfileReader.profile(yaml: "name: fuzzed\n" + yaml.joined(), file: "fuzzed.yaml")
    }

    @Test("Whatever a profile asks for, a photo comes out, with a truth that holds together")
    func anything() async throws {
        let renderer = try PhotoRenderer(fonts: try FontSet())
        var random = SeededRandom(seed: 404)
        for round in 0..<40 {
            let profile = try profile(&random)
            for number in 0..<5 as Range<UInt64> {
                // Other tests wait for the same two threads.
                await Task.yield()
                let framing: Scene.Framing = number == 0 ? .window : .whole
                let scene = Scene(
                    seed: UInt64(round), number: number, framing: framing, longSide: random.whole(64...360),
                    profile: profile)
                let picture = renderer.picture(of: scene)
                #expect(picture.width == scene.width && picture.height == scene.height)
                #expect(renderer.jpeg(of: scene).prefix(2) == [0xFF, 0xD8])
                let truth = renderer.truth(of: scene, file: "x.jpg")
                #expect(truth.digits.allSatisfy { (0...9).contains($0.value) && $0.box.count == 4 })
                #expect(truth.window.allSatisfy { $0.x.isFinite && $0.y.isFinite })
                #expect(
                    truth.hidden.allSatisfy { $0.wheels.allSatisfy { (0..<max(1, truth.digits.count)).contains($0) } })
            }
        }
    }
}

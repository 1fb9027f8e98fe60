import Foundation
import MeterCore
import Testing

@Suite("Digests of the meters")
struct MeterDigestTests {
    @Test(
        "This build computes the same as every other machine",
        arguments: ["diaphragm", "prepaid", "corrector", "demand"])
    func golden(kind: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/digests.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let line = try #require(lines.first { $0.hasPrefix(kind + " ") })
        let digest =
            switch kind {
            case "diaphragm": MeterDigest.diaphragm()
            case "prepaid": MeterDigest.prepaid()
            case "demand": MeterDigest.demand()
            default: MeterDigest.corrector()
            }
        #expect(try #require(UInt64(line.dropFirst(kind.count + 1), radix: 16)) == digest)
    }
}

@Suite("Chance without a state")
struct MeterRandomTests {
    @Test("A draw depends on each of seed, meter, time and purpose, and on their places")
    func places() {
        var seen = Set<UInt64>()
        for place in 0..<4 {
            for value in UInt64(1)...50 {
                let at = { place == $0 ? value : 0 }
                seen.insert(MeterRandom.bits(seed: at(0), meter: at(1), time: at(2), purpose: at(3)))
            }
        }
        #expect(seen.count == 200)
    }

    @Test("One changed bit of the meter's number changes about half of the 64 bits")
    func avalanche() {
        var changed = 0
        for bit in UInt64(0)..<64 {
            let before = MeterRandom.bits(seed: 8, meter: 1_000, time: 7)
            changed += (before ^ MeterRandom.bits(seed: 8, meter: 1_000 ^ 1 << bit, time: 7)).nonzeroBitCount
        }
        // 64 × 32 = 2,048 expected; six standard deviations of 4,096 fair bits are 192.
        #expect((1_856...2_240).contains(changed))
    }

    @Test("A symmetric number reaches both bounds and no further")
    func symmetric() {
        #expect(MeterRandom.symmetric(0, bound: 5) == -5)
        #expect(MeterRandom.symmetric(.max, bound: 5) == 5)
        #expect(MeterRandom.symmetric(1 << 31, bound: 5) == 0)
    }
}

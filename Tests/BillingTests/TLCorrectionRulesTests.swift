import Billing
import Foundation
import Quantities
import Testing

@Suite("Rule sets of the TL correction")
struct TLCorrectionRulesTests {
    @Test(
        "A set names its decision and the hash of the fifteen points that it stands for",
        arguments: ["cinigaz", "izgaz"])
    func hashes(name: String) throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/tl-correction-\(name).txt")
        let text = [UInt8](try Data(contentsOf: url))
        let rules = try #require(TLCorrectionRules.shipped.first { $0.name == name })
        #expect(rules.decision.textHash == SHA256.hexadecimal(text))
        #expect(String(decoding: text, as: UTF8.self).split(separator: "\n").count == 15)
    }

    @Test("The sets differ in where the corrections begin and in their decision alone")
    func difference() throws {
        let (cinigaz, izgaz) = (TLCorrectionRules.cinigaz, TLCorrectionRules.izgaz)
        #expect(cinigaz.cutOff == izgaz.cutOff && cinigaz.cutOff.description == "2018-07-29")
        #expect(cinigaz.beginning == .cutOff && izgaz.beginning == .approval)
        #expect(izgaz.decision.identifier == "83011386-120.07.01-518655")
        #expect(izgaz.decision.date.description == "2022-09-06")
        for rules in TLCorrectionRules.shipped {
            #expect(rules.unreadRelief == .perPortion && rules.unreadMonthsForRelief == 2)
            #expect(rules.leastGasShare.description == "0.500000" && rules.isEksiGasUnderOneCap)
        }
    }

    // Mutation tried: both under one version, as it was before; this fails.
    @Test("Another relief of point 12 is another version, the same relief is the same set")
    func reliefVersion() {
        let rules = TLCorrectionRules.cinigaz
        #expect(rules.with(unreadRelief: .perPortion) == rules)
        #expect(rules.with(unreadRelief: .netted).version == rules.version + "+net")
    }

    @Test("The hash is SHA-256")
    func hash() {
        #expect(
            SHA256.hexadecimal(Array("abc".utf8))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}

/// SHA-256 (FIPS 180-4), for the tests alone: the room that computes money hashes nothing.
private enum SHA256 {
    static func hexadecimal(_ message: [UInt8]) -> String {
        var state: [UInt32] = [2, 3, 5, 7, 11, 13, 17, 19].map { fraction(Double($0).squareRoot()) }
        let constants = primes(64).map { fraction(cbrt(Double($0))) }
        for block in blocks(message) {
            var words = block
            for place in 16..<64 {
                let (early, late) = (words[place - 15], words[place - 2])
                let small = early.rotated(7) ^ early.rotated(18) ^ (early >> 3)
                let large = late.rotated(17) ^ late.rotated(19) ^ (late >> 10)
                words.append(words[place - 16] &+ small &+ words[place - 7] &+ large)
            }
            var v = state
            for place in 0..<64 {
                let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
                let mixed = v[4].rotated(6) ^ v[4].rotated(11) ^ v[4].rotated(25)
                let first = v[7] &+ mixed &+ choice &+ constants[place] &+ words[place]
                let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
                let second = (v[0].rotated(2) ^ v[0].rotated(13) ^ v[0].rotated(22)) &+ majority
                v = [first &+ second, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
            }
            state = zip(state, v).map { $0 &+ $1 }
        }
        return state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    private static func blocks(_ message: [UInt8]) -> [[UInt32]] {
        var bytes = message + [0x80]
        while bytes.count % 64 != 56 { bytes.append(0) }
        let bits = UInt64(message.count) * 8
        bytes += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
        return stride(from: 0, to: bytes.count, by: 64).map { start in
            (0..<16).map { word in
                (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[start + word * 4 + $1]) }
            }
        }
    }

    private static func fraction(_ root: Double) -> UInt32 {
        UInt32((root - root.rounded(.down)) * 4_294_967_296)
    }

    private static func primes(_ count: Int) -> [Int] {
        var primes: [Int] = []
        var candidate = 2
        while primes.count < count {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes
    }
}

extension UInt32 {
    fileprivate func rotated(_ bits: UInt32) -> UInt32 { self >> bits | self << (32 - bits) }
}

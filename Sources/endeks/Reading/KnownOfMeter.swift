import ArgumentParser
import Foundation
import MeterVision

/// What `endeks read --evaluate` tells the reader of the meter in a labelled photo.
enum KnownOfMeter: String, CaseIterable, ExpressibleByArgument {
    /// Nothing: the photo alone.
    case nothing
    /// How many black wheels it has.
    case wheels
    /// That, how many red ones where the label says so, the last index that was billed, and where the index is expected.
    case meter

    /// For people.
    var words: String {
        switch self {
        case .nothing: "nothing known of the meter"
        case .wheels: "wheel count known"
        case .meter: "wheel count, red wheels, last index and expected interval known"
        }
    }

    /// What is told of this photo's meter, one after the other.
    ///
    /// Of a photo that cannot be read nobody knows the wheels, and a service tells some number of them: each number that a
    /// readable photo's meter has is tried.
    func hints(_ label: ReadLabel, wheels counts: [Int]) -> [MeterHints] {
        guard self != .nothing else { return [.none] }
        guard let index = label.index else { return counts.isEmpty ? [.none] : counts.map { MeterHints(wheels: $0) } }
        guard self == .meter, let now = Int(index) else { return [MeterHints(wheels: index.count)] }
        var chance = FileNameChance(label.file)
        // Billed 10 to 140 m³ ago; the use is expected between half and twice what was used some other time, which lies
        // up to a factor of 2.3 beside this one: one photo in six or so lies outside, as it does at a utility.
        let used = 10 + 130 * chance.next()
        let guessed = used * exp2(2.4 * chance.next() - 1.2)
        let last = max(0, now - Int(used))
        return [
            MeterHints(
                wheels: index.count, decimals: label.redWheels, lastIndex: last,
                expected: ExpectedIndex(from: last + Int(guessed / 2), through: last + Int(guessed * 2)))
        ]
    }
}

/// Chance that a file's name decides, so that each run tells the same.
private struct FileNameChance {
    private var state: UInt64

    init(_ name: String) {
        // FNV-1a.
        state = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// From 0 up to, but not, 1 (SplitMix64).
    mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
    }
}

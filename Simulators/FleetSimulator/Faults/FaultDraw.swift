import MeterCore

/// Chance of the faults: counter hashes, so that any meter can be asked in any order.
enum FaultDraw {
    /// The key of a stream of meters: folded once, so that a meter costs one mixing.
    static func key(seed: UInt64, stream: UInt64) -> UInt64 {
        // 0x4641554C54 spells "FAULT".
        MeterRandom.bits(seed: seed, meter: 0x46_4155_4C54, time: stream, purpose: 0)
    }

    /// 64 bits of a meter: the word of that number in the sequence of SplitMix64 from the key.
    ///
    /// Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators".
    @inline(__always)
    static func bits(_ key: UInt64, _ number: UInt64) -> UInt64 {
        var word = key &+ number &* 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// A whole number of a range, as likely as any other but for 1 in 2^64 by the range's length.
    static func even(_ bits: UInt64, _ range: ClosedRange<Int>) -> Int {
        let length = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int(bits.multipliedFullWidth(by: length).high)
    }
}

import MeterCore

/// Seeded dice for a property.
struct Dice {
    private let seed: UInt64
    private var thrown: UInt64 = 0

    init(_ seed: some BinaryInteger) { self.seed = UInt64(seed) }

    /// A number from 0 to below `bound`.
    mutating func roll(_ bound: UInt64) -> UInt64 {
        thrown += 1
        return MeterRandom.bits(seed: seed, meter: 0, time: thrown, purpose: 0xD1CE) % bound
    }
}

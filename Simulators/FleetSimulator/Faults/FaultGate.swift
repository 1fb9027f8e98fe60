/// Which meters of a group have no fault at all: what a scan of a fleet asks first.
///
/// Two short hashes and two comparisons at most, and nothing to look up: take it once for a group, and ask it for every
/// meter.
public struct FaultGate: Sendable {
    /// A short hash of a meter's number: the first 32 bits of the draw that says how many faults it has.
    ///
    /// "lowbias32" of Chris Wellons ("Prospecting for hash functions", 2018, public domain), with a key before and
    /// between its two multiplications. 64-bit multiplications would cost four times as much.
    @usableFromInline
    struct Key: Hashable, Sendable {
        @usableFromInline let before: UInt32
        @usableFromInline let between: UInt32

        init(_ key: UInt64) {
            before = UInt32(truncatingIfNeeded: key)
            between = UInt32(truncatingIfNeeded: key >> 32)
        }

        @inlinable
        func hash(_ meter: UInt32) -> UInt32 {
            var word = meter ^ before
            word = (word ^ (word >> 16)) &* 0x7FEB_352D
            word = (word ^ (word >> 15) ^ between) &* 0x846C_A68B
            return word ^ (word >> 16)
        }
    }

    @usableFromInline let single: Key
    @usableFromInline let pair: Key
    /// Hashes below this pass; 2^32 where every one does.
    @usableFromInline let singleLimit: UInt64
    @usableFromInline let pairLimit: UInt64
    /// Bit n is set where a named fault's meter has n as its low 16 bits; empty where none is named.
    @usableFromInline let named: [UInt64]

    init(_ single: FaultProcess, _ pair: FaultProcess, named: [UInt64]) {
        self.single = single.key
        self.pair = pair.key
        singleLimit = single.limit
        pairLimit = pair.limit
        self.named = named
    }

    /// The filter of meters with named faults.
    static func filter(_ meters: some Collection<Int>) -> [UInt64] {
        guard !meters.isEmpty else { return [] }
        var filter = [UInt64](repeating: 0, count: 1_024)
        for meter in meters { filter[meter >> 6 & 1_023] |= 1 << UInt64(meter & 63) }
        return filter
    }

    /// Whether a meter may have a fault; where not, it has none at any time.
    @inlinable
    public func passes(_ meter: Int) -> Bool {
        let number = UInt32(truncatingIfNeeded: meter)
        if UInt64(single.hash(number)) < singleLimit { return true }
        if pairLimit > 0, UInt64(pair.hash(number >> 1)) < pairLimit { return true }
        guard !named.isEmpty else { return false }
        return named[meter >> 6 & 1_023] >> UInt64(truncatingIfNeeded: meter & 63) & 1 == 1
    }
}

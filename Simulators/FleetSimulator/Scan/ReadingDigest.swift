import MeterCore

/// A digest of readings in any order: two sums of 64 bits that merge by addition, so neither threads nor order change them.
///
/// A reading's term is the product of the two halves of (value + key of the meter) xor key of the hour, as in the hash NH of
/// UMAC (RFC 4418). It finds mistakes; it does not stand against an adversary.
public struct ReadingDigest: Hashable, Sendable {
    /// The digest of what the indexes showed: nanolitres of a diaphragm meter, else millilitres.
    public private(set) var readings: UInt64 = 0
    /// The digest of what has truly passed, in millilitres.
    public private(set) var truth: UInt64 = 0
    /// How many readings there are.
    public private(set) var count = 0

    /// A digest of nothing.
    public init() {}

    /// A digest of sums that were made elsewhere.
    init(readings: UInt64, truth: UInt64, count: Int) {
        self.readings = readings
        self.truth = truth
        self.count = count
    }

    /// Adds a reading.
    ///
    /// - Parameters:
    ///   - meter: the meter's number.
    ///   - hour: when it was read.
    ///   - counts: what the index showed, in nanolitres for a diaphragm meter, else in millilitres.
    ///   - truth: what has truly passed since the fleet began, in millilitres.
    public mutating func add(meter: Int, hour: FleetHour, counts: UInt64, truth: UInt64) {
        let meterKey = ReadingDigest.key(ofMeter: meter)
        add(meterKey: meterKey, hourKey: ReadingDigest.key(of: hour), counts: counts, truth: truth)
    }

    /// Adds the readings of another part of the fleet.
    public static func + (left: ReadingDigest, right: ReadingDigest) -> ReadingDigest {
        ReadingDigest(
            readings: left.readings &+ right.readings, truth: left.truth &+ right.truth,
            count: left.count + right.count)
    }

    @inline(__always)
    mutating func add(meterKey: UInt64, hourKey: UInt64, counts: UInt64, truth: UInt64) {
        readings &+= ReadingDigest.term((counts &+ meterKey) ^ hourKey)
        self.truth &+= ReadingDigest.term((truth &+ ReadingDigest.truthKey(meterKey)) ^ hourKey)
        count += 1
    }

    /// The key of a meter's index.
    static func key(ofMeter meter: Int) -> UInt64 {
        // One round of SplitMix64's finalizer: the key is needed for every meter, and no one plays against it.
        var word = (UInt64(meter) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// The key of a meter's truth, from that of its index.
    @inline(__always)
    static func truthKey(_ meterKey: UInt64) -> UInt64 { (meterKey << 32 | meterKey >> 32) ^ 0xA5A5_5A5A_C3C3_3C3C }

    /// The key of an hour.
    static func key(of hour: FleetHour) -> UInt64 {
        MeterRandom.bits(
            seed: 0, meter: 0, time: UInt64(bitPattern: Int64(hour.number)), purpose: 0x484F_5552)  // "HOUR"
    }

    @inline(__always)
    private static func term(_ word: UInt64) -> UInt64 { (word & 0xFFFF_FFFF) &* (word >> 32) }
}

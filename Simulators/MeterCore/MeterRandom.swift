/// Chance without a state: 64 bits for a seed, a meter, a time and a purpose, the same on every machine.
///
/// Nothing is carried from one draw to the next, so any meter at any time can be asked in any order and on any thread.
/// Each word is folded in by the finalizer of SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number
/// generators"; constants of Stafford's variant 13). Not for secrets.
public enum MeterRandom {
    /// The 64 bits of one draw.
    ///
    /// - Parameters:
    ///   - seed: the fleet's seed.
    ///   - meter: the meter's number in the fleet.
    ///   - time: any count that tells one moment from another, for example hours; 0 for what never changes.
    ///   - purpose: tells apart what is drawn for the same meter and moment.
    /// - Returns: 64 bits, each as likely 0 as 1.
    public static func bits(seed: UInt64, meter: UInt64, time: UInt64, purpose: UInt64 = 0) -> UInt64 {
        bits(of: moment(seed: seed, meter: meter, time: time), purpose: purpose)
    }

    /// What all draws for a meter and a moment have in common: three quarters of the work of ``bits(seed:meter:time:purpose:)``.
    @inlinable
    public static func moment(seed: UInt64, meter: UInt64, time: UInt64) -> UInt64 {
        var word = mix(seed &+ 0x9E37_79B9_7F4A_7C15)
        word = mix((word ^ meter) &+ 0x9E37_79B9_7F4A_7C15)
        return mix((word ^ time) &+ 0x9E37_79B9_7F4A_7C15)
    }

    /// The 64 bits of one draw, from what all draws of the moment have in common.
    @inlinable
    public static func bits(of moment: UInt64, purpose: UInt64) -> UInt64 {
        mix((moment ^ purpose) &+ 0x9E37_79B9_7F4A_7C15)
    }

    /// A whole number from −bound to +bound, by 32 of the 64 bits.
    ///
    /// The product is cut, not rounded, so no number is more than 1 in 4 thousand million likelier than another.
    public static func symmetric(_ bits: UInt32, bound: UInt32) -> Int32 {
        let range = UInt64(bound) * 2 + 1
        return Int32(truncatingIfNeeded: Int64((UInt64(bits) * range) >> 32) - Int64(bound))
    }

    @inlinable
    static func mix(_ word: UInt64) -> UInt64 {
        var mixed = word
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

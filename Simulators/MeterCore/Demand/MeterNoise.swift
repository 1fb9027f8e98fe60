/// The chance of one meter of the fleet: 32 bits for any number, from a key of 64.
///
/// Cheap enough for every node of a meter's tree. ``MeterRandom`` makes the key; what follows is a finalizer of two
/// multiplications (constants of TheIronBorn's search with "hash prospector", 2022), with the second half of the key added
/// between them. Processors without 64-bit registers and those with many lanes compute it alike.
public struct MeterNoise: Hashable, Sendable {
    /// The key's low half, folded in before the first multiplication.
    public let low: UInt32
    /// The key's high half, added before the second multiplication.
    public let high: UInt32

    /// The chance of a meter.
    ///
    /// - Parameters:
    ///   - seed: the fleet's seed.
    ///   - meter: the meter's number in the fleet.
    public init(seed: UInt64, meter: UInt64) {
        self.init(moment: MeterRandom.moment(seed: seed, meter: meter, time: 0))
    }

    /// The chance of a meter, from ``MeterRandom/moment(seed:meter:time:)`` of its seed and number at time 0.
    @inlinable
    public init(moment: UInt64) {
        // 0x44454D414E44 spells "DEMAND".
        let key = MeterRandom.bits(of: moment, purpose: 0x4445_4D41_4E44)
        low = UInt32(truncatingIfNeeded: key)
        high = UInt32(truncatingIfNeeded: key >> 32)
    }

    /// The 32 bits of a number; ``number(ofDay:)`` and its neighbours say which number is drawn for what.
    @inlinable
    public func word(_ number: UInt32) -> UInt32 {
        var word = (number &* 0x9E37_79B9) ^ low
        word = (word ^ (word >> 16)) &* 0x21F0_AAAD
        word = (word ^ (word >> 15)) &+ high
        word = word &* 0x735A_2D97
        return word ^ (word >> 15)
    }

    /// The number drawn for the split of a year's days at `middle`; two splits share it: see ``dayFraction(_:middle:)``.
    @inlinable
    public static func number(ofYear year: Int, middle: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: year) << 8 | UInt32(truncatingIfNeeded: middle >> 1)
    }

    /// The number drawn for the splits of a day's hours; `day` counts from 1 January 2000.
    @inlinable
    public static func number(ofDay day: Int) -> UInt32 { 0x4000_0000 ^ UInt32(truncatingIfNeeded: day) & 0x3FFF_FFFF }

    /// The number drawn for the absence in one half of a year.
    @inlinable
    public static func number(ofYear year: Int, half: Int) -> UInt32 {
        0x8000_0000 | UInt32(truncatingIfNeeded: year) << 1 | UInt32(truncatingIfNeeded: half)
    }

    /// The number drawn for what never changes of a meter, by its purpose.
    @inlinable
    public static func number(ofTrait trait: UInt32) -> UInt32 { 0xC000_0000 | trait }

    /// 16 of the 32 bits of a split of days.
    @inlinable
    public static func dayFraction(_ word: UInt32, middle: Int) -> UInt32 {
        middle & 1 == 0 ? word & 0xFFFF : word >> 16
    }

    /// 15 bits for the split of a day's hours at `middle`, from the day's word.
    @inlinable
    public static func hourFraction(_ dayWord: UInt32, middle: Int) -> UInt32 {
        var word = (dayWord ^ UInt32(truncatingIfNeeded: middle >> 1) &* 0x9E37_79B9) &* 0x2C1B_3C6D
        word = (word ^ (word >> 15)) &* 0x297A_2D39
        return middle & 1 == 0 ? word >> 17 : (word >> 2) & 0x7FFF
    }
}

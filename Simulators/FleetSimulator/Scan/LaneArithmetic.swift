import MeterCore

/// Eight meters side by side, each in a lane of 32 bits.
typealias Lanes = SIMD8<UInt32>
/// The lanes seen two by two, in words of 64 bits: the even lanes are the low halves, the odd ones the high halves.
typealias LanePairs = SIMD4<UInt64>

/// The arithmetic of ``MeterCore/DemandTree`` and ``MeterCore/MeterNoise`` on eight meters at once, to the same bits.
///
/// SSE2 multiplies two 32-bit numbers to 64 bits in pairs of lanes, and eight 16-bit ones at once; what is masked here is
/// masked so that the compiler sees that one of the two will do.
enum LaneArithmetic {
    /// The even lanes, each in 64 bits.
    @inline(__always)
    static func even(_ lanes: Lanes) -> LanePairs { unsafeBitCast(lanes, to: LanePairs.self) & lowHalf }

    /// The odd lanes, each in 64 bits.
    @inline(__always)
    static func odd(_ lanes: Lanes) -> LanePairs { unsafeBitCast(lanes, to: LanePairs.self) &>> 32 }

    /// Lanes from even ones and odd ones below 2^32.
    @inline(__always)
    static func lanes(even: LanePairs, odd: LanePairs) -> Lanes { unsafeBitCast(even | (odd &<< 32), to: Lanes.self) }

    /// The product of the low halves.
    @inline(__always)
    static func product(_ left: LanePairs, _ right: LanePairs) -> LanePairs { (left & lowHalf) &* (right & lowHalf) }

    /// ``MeterCore/MeterNoise/word(_:)`` of eight meters.
    @inline(__always)
    static func word(_ number: UInt32, low: Lanes, high: Lanes) -> Lanes {
        var word = Lanes(repeating: number &* 0x9E37_79B9) ^ low
        word = (word ^ (word &>> 16)) &* 0x21F0_AAAD
        word = (word ^ (word &>> 15)) &+ high
        word = word &* 0x735A_2D97
        return word ^ (word &>> 15)
    }

    /// The part of a node of days left of its middle; see ``MeterCore/DemandTree/left(of:least:range:fraction:)``.
    @inline(__always)
    static func left(of total: Lanes, least: Lanes, range: Lanes, fraction: Lanes) -> Lanes {
        let moved = lanes(
            even: product(even(range), even(fraction)) &>> 16, odd: product(odd(range), odd(fraction)) &>> 16)
        let share = least &+ moved
        return lanes(
            even: product(even(total), even(share)) &>> 32, odd: product(odd(total), odd(share)) &>> 32)
    }

    /// The part of a day below 2^30 ml left of a middle of its hours.
    @inline(__always)
    static func left(of total: Lanes, _ node: DemandHour, fraction: Lanes) -> Lanes {
        let range = Lanes(repeating: UInt32(node.shareRange) & 0x7FFF)
        let moved = (range &* (fraction & 0x7FFF)) &>> 15
        let share = (Lanes(repeating: UInt32(node.leastShare)) &+ moved) & 0x7FFF
        let high = (total &>> 15) & 0x7FFF
        let low = total & 0x7FFF
        return (high &* share) &+ ((low &* share) &>> 15)
    }

    private static var lowHalf: LanePairs { LanePairs(repeating: 0xFFFF_FFFF) }
}

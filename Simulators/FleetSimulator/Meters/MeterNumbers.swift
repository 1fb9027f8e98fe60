import MeterCore

/// Numbers that look drawn and never meet: the serials and the installations of a fleet.
///
/// A Feistel network of four rounds over 28 bits, walked until the number has at most eight digits: a permutation, so no two
/// meters of a fleet share one. Made up; no maker's or company's scheme.
public enum MeterNumbers {
    /// Meters that a fleet can number: 100 million.
    public static let capacity = 100_000_000

    /// The serial on a meter's plate: eight digits, of one meter in ten fewer, as no zero stands in front.
    public static func serial(of meter: Int, seed: UInt64) -> Int { permuted(meter, seed, 0x5345_5249_414C) }

    /// The number of the installation (tesisat) that the meter stands in, ten digits that begin with 40.
    public static func installation(of meter: Int, seed: UInt64) -> Int {
        4_000_000_000 + permuted(meter, seed, 0x494E_5354_414C)
    }

    private static func permuted(_ meter: Int, _ seed: UInt64, _ purpose: UInt64) -> Int {
        precondition((0..<capacity).contains(meter), "a fleet numbers its meters from 0 to 99,999,999")
        var number = meter
        repeat {
            var left = number >> 14
            var right = number & 0x3FFF
            for round in UInt64(0)..<4 {
                let bits = MeterRandom.bits(seed: seed, meter: UInt64(right), time: round, purpose: purpose)
                (left, right) = (right, left ^ Int(bits >> 50))
            }
            number = left << 14 | right
        } while number >= capacity
        return number
    }
}

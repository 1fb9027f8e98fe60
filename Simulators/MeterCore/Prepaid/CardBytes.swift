/// Numbers and the check on a card.
enum CardBytes {
    /// A little-endian number of a card.
    static func number(_ bytes: Span<UInt8>, at place: Int, size: Int) -> UInt64 {
        var number: UInt64 = 0
        for byte in 0..<size { number = number << 8 | UInt64(bytes[place + size - 1 - byte]) }
        return number
    }

    /// Writes the low bytes of a number, little-endian.
    static func put(_ number: UInt64, into bytes: inout InlineArray<64, UInt8>, at place: Int, size: Int) {
        for byte in 0..<size { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> UInt64(byte * 8)) }
    }

    /// The CRC-32 of Ethernet (polynomial 0xEDB88320 reversed, begun and ended with ones), bit by bit: a table would cost
    /// the meter a kilobyte.
    static func check(_ bytes: Span<UInt8>, _ places: Range<Int>) -> UInt64 {
        var register: UInt32 = 0xFFFF_FFFF
        for place in places {
            register ^= UInt32(bytes[place])
            for _ in 0..<8 { register = register >> 1 ^ (register & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return UInt64(register ^ 0xFFFF_FFFF)
    }
}

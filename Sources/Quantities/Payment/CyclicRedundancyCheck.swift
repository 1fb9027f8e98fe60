/// The checksum CRC-16/CCITT-FALSE: polynomial 0x1021, started at 0xFFFF, neither reflected nor inverted.
///
/// The EMV payment codes carry it, TR Karekod among them; that of `123456789` is 0x29B1.
public struct CyclicRedundancyCheck: Hashable, Sendable {
    /// The checksum's sixteen bits.
    public let value: UInt16

    /// The checksum of `bytes`.
    public init(of bytes: some Sequence<UInt8>) {
        var register: UInt16 = 0xFFFF
        for byte in bytes {
            register ^= UInt16(byte) << 8
            for _ in 0..<8 { register = register & 0x8000 == 0 ? register << 1 : register << 1 ^ 0x1021 }
        }
        value = register
    }

    /// The checksum as payment codes print it: four hexadecimal digits, letters large.
    public var hexadecimal: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}

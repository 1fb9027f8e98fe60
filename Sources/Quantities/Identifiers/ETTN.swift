/// The identifier of an electronic document [ETTN, evrensel tekil tanımlama numarası]: a UUID (RFC 9562).
public struct ETTN: Identifier {
    /// The 128 bits, the first byte of the UUID highest.
    public let bits: UInt128

    /// The identifier of those 128 bits, the first byte of the UUID highest.
    ///
    /// The caller draws them: the library has no chance of its own.
    public init(bits: UInt128) { self.bits = bits }

    /// The identifier that `text` writes: 32 hexadecimal digits of either case in groups of 8, 4, 4, 4 and 12 with
    /// hyphens between.
    ///
    /// Throws `IdentifierError` for anything else.
    public init(_ text: String) throws(IdentifierError) {
        guard text.utf8.count == 36 else { throw .length(found: text.count, allowed: 36...36) }
        var bits: UInt128 = 0
        var offset = 0
        for byte in text.utf8 {
            if Self.isHyphen(at: offset) {
                guard byte == UInt8(ascii: "-") else { throw .unexpectedCharacter(position: offset + 1) }
            } else {
                guard let digit = byte.hexadecimalValue else { throw .unexpectedCharacter(position: offset + 1) }
                bits = bits << 4 | UInt128(digit)
            }
            offset += 1
        }
        self.bits = bits
    }

    /// The 36 characters, letters small.
    public var text: String {
        var text = ""
        var left = bits
        for offset in 0..<36 {
            if Self.isHyphen(at: offset) {
                text.append("-")
                continue
            }
            let digit = UInt8(truncatingIfNeeded: left >> 124)
            left <<= 4
            text.unicodeScalars.append(
                Unicode.Scalar(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10))
        }
        return text
    }

    /// The identifier with everything but its last four digits hidden.
    public var description: String { masked(showing: 4) }

    private static func isHyphen(at offset: Int) -> Bool { offset == 8 || offset == 13 || offset == 18 || offset == 23 }
}

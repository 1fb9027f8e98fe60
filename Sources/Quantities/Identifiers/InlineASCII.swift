/// A text of at most 31 ASCII characters, its bytes and their number held in 32 bytes without a reference.
struct InlineASCII: Hashable, Sendable, BitwiseCopyable {
    /// The most characters that fit.
    static let mostBytes = 31

    // The first character is the lowest byte of `low`; the number of characters is the highest byte of `high`.
    private var low: UInt128 = 0
    private var high: UInt128 = 0

    /// An empty text.
    init() {}

    /// The text whose length is allowed and each of whose bytes is allowed at its offset.
    ///
    /// Throws `IdentifierError.length` or `.unexpectedCharacter`. The caller allows ASCII bytes alone.
    init(
        _ text: some StringProtocol, length: ClosedRange<Int>, _ isAllowed: (_ offset: Int, _ byte: UInt8) -> Bool
    ) throws(IdentifierError) {
        precondition(length.upperBound <= Self.mostBytes, "an identifier has at most 31 characters")
        guard length.contains(text.utf8.count) else { throw .length(found: text.count, allowed: length) }
        for byte in text.utf8 {
            guard isAllowed(count, byte) else { throw .unexpectedCharacter(position: count + 1) }
            append(byte)
        }
    }

    /// The number of characters.
    var count: Int { Int(truncatingIfNeeded: high >> 120) }

    /// The byte at that offset, counted from 0.
    subscript(offset: Int) -> UInt8 {
        precondition(offset >= 0 && offset < count, "an offset lies within the text")
        return UInt8(truncatingIfNeeded: offset < 16 ? low >> (8 * offset) : high >> (8 * (offset - 16)))
    }

    /// The text as Swift has it.
    var text: String {
        var text = ""
        for offset in 0..<count { text.unicodeScalars.append(Unicode.Scalar(self[offset])) }
        return text
    }

    private mutating func append(_ byte: UInt8) {
        let offset = count
        if offset < 16 { low |= UInt128(byte) << (8 * offset) } else { high |= UInt128(byte) << (8 * (offset - 16)) }
        high += 1 << 120
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    /// The value of an ASCII digit.
    var digitValue: Int { Int(self) - Int(UInt8(ascii: "0")) }
    /// The value of a hexadecimal digit, of either case.
    var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

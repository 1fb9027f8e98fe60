/// A person's identity number [TC kimlik numarası], its check digits verified.
///
/// Right check digits do not say that the number was given to anybody.
public struct TCKN: Identifier {
    private let characters: InlineASCII

    /// The eleven digits.
    public var text: String { characters.text }

    /// The number of eleven digits, the first not zero, that `text` writes.
    ///
    /// Throws `IdentifierError` for another length, another character or wrong check digits: the tenth digit is
    /// 7 × (d1 + d3 + d5 + d7 + d9) − (d2 + d4 + d6 + d8) modulo 10, the eleventh the sum of the first ten modulo 10.
    public init(_ text: String) throws(IdentifierError) {
        let digits = try InlineASCII(text, length: 11...11) { offset, byte in
            byte.isDigit && !(offset == 0 && byte == UInt8(ascii: "0"))
        }
        var (odd, even) = (0, 0)
        for offset in stride(from: 0, through: 8, by: 2) { odd += digits[offset].digitValue }
        for offset in stride(from: 1, through: 7, by: 2) { even += digits[offset].digitValue }
        // 7 × odd − even can be negative, down to −36.
        let tenth = (7 * odd - even + 40) % 10
        guard digits[9].digitValue == tenth, digits[10].digitValue == (odd + even + tenth) % 10 else {
            throw .checkDigit
        }
        characters = digits
    }

    /// The number with everything but its last four digits hidden.
    public var description: String { masked(showing: 4) }
}

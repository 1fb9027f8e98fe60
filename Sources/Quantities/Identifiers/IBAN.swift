/// A Turkish bank account number, its check digits verified (ISO 13616, ISO 7064 mod 97-10).
public struct IBAN: Identifier {
    private let characters: InlineASCII

    /// The 26 characters without blanks.
    public var text: String { characters.text }

    /// The account that `text` writes, with or without blanks between the groups of four.
    ///
    /// Throws `IdentifierError` for another country, another length, a reserve digit other than 0 or wrong check digits.
    public init(_ text: String) throws(IdentifierError) {
        let account = try InlineASCII(text.filter { $0 != " " }, length: 26...26) { offset, byte in
            switch offset {
            case 0: byte == UInt8(ascii: "T")
            case 1: byte == UInt8(ascii: "R")
            case 2...8: byte.isDigit
            case 9: byte == UInt8(ascii: "0")
            default: byte.isDigit || byte.isCapital
            }
        }
        // The country and the check digits go last.
        var remainder = 0
        for offset in 0..<26 {
            let byte = account[(offset + 4) % 26]
            remainder =
                byte.isDigit
                ? (remainder * 10 + byte.digitValue) % 97
                : (remainder * 100 + Int(byte - UInt8(ascii: "A")) + 10) % 97
        }
        guard remainder == 1 else { throw .checkDigit }
        characters = account
    }

    /// The account in groups of four, as banks print it.
    public var grouped: String {
        text.enumerated().reduce(into: "") { grouped, next in
            if next.offset > 0 && next.offset % 4 == 0 { grouped.append(" ") }
            grouped.append(next.element)
        }
    }

    /// The account with its middle hidden: `TR•• •••• 01`.
    public var description: String { "TR•• •••• \(text.suffix(2))" }
}

/// The number of an e-invoice [fatura no]: three letters or digits of the issuer, the year, nine digits.
public struct InvoiceNumber: Identifier {
    private let characters: InlineASCII

    /// The sixteen characters.
    public var text: String { characters.text }

    /// The number that `text` writes, `^[A-Z0-9]{3}20[0-9]{2}[0-9]{9}$` (GİB, UBL-TR 1.2 schematron).
    ///
    /// Throws `IdentifierError` for anything else.
    public init(_ text: String) throws(IdentifierError) {
        characters = try InlineASCII(text, length: 16...16) { offset, byte in
            switch offset {
            case 0...2: byte.isDigit || byte.isCapital
            case 3: byte == UInt8(ascii: "2")
            case 4: byte == UInt8(ascii: "0")
            default: byte.isDigit
            }
        }
    }
}

/// The serial printed on a meter [sayaç no].
public struct MeterSerial: Identifier {
    private let characters: InlineASCII

    /// The serial, its leading zeros included.
    public var text: String { characters.text }

    /// The serial of 1 to 20 digits and Latin letters that `text` writes; throws `IdentifierError` for anything else.
    public init(_ text: String) throws(IdentifierError) {
        characters = try InlineASCII(text, length: 1...20) { _, byte in
            byte.isDigit || byte.isCapital || byte.isSmallLetter
        }
    }
}

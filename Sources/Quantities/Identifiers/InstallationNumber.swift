/// The number of the place that is supplied [tesisat no]; it stays when the subscriber moves.
public struct InstallationNumber: Identifier {
    private let characters: InlineASCII

    /// The number, its leading zeros included.
    public var text: String { characters.text }

    /// The number of 1 to 20 digits that `text` writes; throws `IdentifierError` for anything else.
    public init(_ text: String) throws(IdentifierError) {
        characters = try InlineASCII(text, length: 1...20) { _, byte in byte.isDigit }
    }
}

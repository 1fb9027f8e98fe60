/// A tax number [vergi kimlik numarası], its check digit verified.
public struct VKN: Identifier {
    private let characters: InlineASCII

    /// The ten digits.
    public var text: String { characters.text }

    /// The tax number of ten digits that `text` writes.
    ///
    /// Throws `IdentifierError` for another length, another character or a wrong check digit.
    public init(_ text: String) throws(IdentifierError) {
        let digits = try InlineASCII(text, length: 10...10) { _, byte in byte.isDigit }
        var sum = 0
        for offset in 0..<9 {
            let shifted = (digits[offset].digitValue + 9 - offset) % 10
            let weighted = (shifted << (9 - offset)) % 9
            sum += shifted != 0 && weighted == 0 ? 9 : weighted
        }
        guard digits[9].digitValue == (10 - sum % 10) % 10 else { throw .checkDigit }
        characters = digits
    }
}

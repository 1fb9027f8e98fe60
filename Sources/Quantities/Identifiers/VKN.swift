/// A tax number [vergi kimlik numarası], its check digit verified.
public struct VKN: Identifier {
    /// The ten digits.
    public let text: String

    /// The tax number of ten digits that `text` writes.
    ///
    /// Throws `IdentifierError` for another length, another character or a wrong check digit.
    public init(_ text: String) throws(IdentifierError) {
        let digits = try validated(text, length: 10...10) { _, byte in byte.isDigit }.map(\.digitValue)
        var sum = 0
        for (offset, digit) in digits.dropLast().enumerated() {
            let shifted = (digit + 9 - offset) % 10
            let weighted = (shifted << (9 - offset)) % 9
            sum += shifted != 0 && weighted == 0 ? 9 : weighted
        }
        guard digits[9] == (10 - sum % 10) % 10 else { throw .checkDigit }
        self.text = text
    }
}

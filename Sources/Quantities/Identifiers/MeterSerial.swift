/// The serial printed on a meter [sayaç no].
public struct MeterSerial: Identifier {
    /// The serial, its leading zeros included.
    public let text: String

    /// The serial of 1 to 20 digits and Latin letters that `text` writes; throws `IdentifierError` for anything else.
    public init(_ text: String) throws(IdentifierError) {
        _ = try validated(text, length: 1...20) { _, byte in byte.isDigit || byte.isCapital || byte.isSmallLetter }
        self.text = text
    }
}

/// The number under which a subscriber is billed [abone no].
public struct SubscriberNumber: Identifier {
    /// The number, its leading zeros included.
    public let text: String

    /// The number of 1 to 20 digits that `text` writes; throws `IdentifierError` for anything else.
    public init(_ text: String) throws(IdentifierError) {
        _ = try validated(text, length: 1...20) { _, byte in byte.isDigit }
        self.text = text
    }
}

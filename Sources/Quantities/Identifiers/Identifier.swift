/// A number or code that names a person, a place or a paper.
///
/// It is masked wherever Swift prints it by itself (`description`, interpolation, `debugDescription`, reflection,
/// `dump`), so that a log line or an error never holds it whole; a document prints `text`. Its bytes are held inline:
/// a million of them are one block of memory.
public protocol Identifier: Hashable, Sendable, BitwiseCopyable, MaskedWhenPrinted {
    /// The whole identifier, for documents and for the database.
    var text: String { get }
    /// The identifier that `text` writes; throws `IdentifierError` where it is none.
    init(_ text: String) throws(IdentifierError)
}

extension Identifier {
    /// The identifier with everything but its last two characters hidden, and all of a very short one.
    public var description: String { masked(showing: 2) }

    /// The identifier with everything but its last `shown` characters hidden, and all of one that has hardly more.
    func masked(showing shown: Int) -> String {
        let text = text
        let count = text.utf8.count  // every character is ASCII
        guard count > shown + 2 else { return String(repeating: "•", count: count) }
        return String(repeating: "•", count: count - shown) + text.suffix(shown)
    }
}

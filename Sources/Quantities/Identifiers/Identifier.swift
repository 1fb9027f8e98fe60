/// A number or code that names a person, a place or a paper.
///
/// Its `description` is masked, so that a log line or an
/// error never holds it whole; a document prints `text`.
public protocol Identifier: Hashable, Sendable, CustomStringConvertible {
    /// The whole identifier, for documents and for the database.
    var text: String { get }
    /// The identifier that `text` writes; throws `IdentifierError` where it is none.
    init(_ text: String) throws(IdentifierError)
}

extension Identifier {
    /// The identifier with everything but its last two characters hidden, and all of a very short one.
    public var description: String {
        guard text.count > 4 else { return String(repeating: "•", count: text.count) }
        return String(repeating: "•", count: text.count - 2) + text.suffix(2)
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    /// The value of an ASCII digit.
    var digitValue: Int { Int(self) - Int(UInt8(ascii: "0")) }
}

/// The bytes of `text` once its length is allowed and every byte at its offset is of the allowed kind.
func validated(
    _ text: String, length: ClosedRange<Int>, _ isAllowed: (_ offset: Int, _ byte: UInt8) -> Bool
) throws(IdentifierError) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard length.contains(bytes.count) else { throw .length(found: text.count, allowed: length) }
    for (offset, byte) in bytes.enumerated() where !isAllowed(offset, byte) {
        throw .unexpectedCharacter(position: offset + 1)
    }
    return bytes
}

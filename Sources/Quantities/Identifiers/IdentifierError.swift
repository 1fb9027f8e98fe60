/// Why a text is not an identifier of the asked kind.
public enum IdentifierError: Error, Hashable, Sendable {
    /// The text has `found` characters; `allowed` tells how many it should have.
    case length(found: Int, allowed: ClosedRange<Int>)
    /// The character at `position` (1 is the first) does not belong there.
    case unexpectedCharacter(position: Int)
    /// The check digits do not agree with the rest.
    case checkDigit
}

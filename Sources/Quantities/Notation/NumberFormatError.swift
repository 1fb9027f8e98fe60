/// Why a text is not a number of the asked kind.
public struct NumberFormatError: Error, Hashable, Sendable {
    /// What is wrong with the text.
    public enum Reason: Hashable, Sendable {
        /// The text is empty.
        case empty
        /// Something else than a digit, separator or leading minus stands at `position` (1 is the first character).
        case unexpectedCharacter(position: Int)
        /// A digit is missing before or after the separator or the minus at `position` (1 is the first character).
        case digitMissing(position: Int)
        /// The grouping points do not part the number into threes.
        case wrongGrouping
        /// There are `found` decimals that matter; the quantity carries `allowed`.
        case tooManyDecimals(found: Int, allowed: Int)
        /// The number does not fit the quantity.
        case outOfRange
    }

    /// The text as it was given.
    public let text: String
    /// What is wrong with it.
    public let reason: Reason

    /// An error about `text`.
    public init(text: String, reason: Reason) {
        self.text = text
        self.reason = reason
    }
}

extension NumberFormatError: CustomStringConvertible {
    /// What is wrong and how to write it instead, in one English sentence.
    public var description: String {
        switch reason {
        case .empty: "the number is missing"
        case .unexpectedCharacter(let position):
            "'\(text)' is not a number: character \(position) does not belong there"
        case .digitMissing(let position): "'\(text)' is not a number: a digit is missing at character \(position)"
        case .wrongGrouping: "'\(text)' is not a number: its points do not part it into groups of three"
        case .tooManyDecimals(let found, let allowed):
            "'\(text)' has \(found) decimals, at most \(allowed) are kept: round it before you give it"
        case .outOfRange: "'\(text)' is out of range"
        }
    }
}

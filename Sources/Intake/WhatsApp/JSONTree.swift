/// JSON as it came: numbers stay text, so that no identifier loses a digit.
package enum JSONTree: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([JSONTree])
    case object([String: JSONTree])

    package subscript(key: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The elements of an array; a single value where a list was expected is a list of one.
    package var elements: [JSONTree] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }

    /// The text of a string, or of a number: the channel writes identifiers as either.
    package var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    /// The whole number of a number, or of a string that writes one.
    package var integer: Int64? { text.flatMap { Int64($0) } }
}

/// Why a body is no JSON that we take.
package enum JSONTreeError: Error, Hashable {
    /// The text breaks the grammar, or ends too early.
    case malformed(offset: Int)
    /// Values lie deeper in each other than any message does.
    case tooDeep
}

/// Why a text is not a payment code.
public enum PaymentCodeError: Error, Hashable, Sendable {
    /// A character is not printable ASCII.
    case notASCII
    /// No two digits of tag and two of length stand at `position` (1 is the first character).
    case notTagAndLength(position: Int)
    /// A field has no value.
    case emptyField(tag: Int)
    /// The code ends before the field does.
    case cutOff(tag: Int)
    /// A tag stands twice.
    case tagTwice(Int)
    /// The code does not end with the checksum's field, `6304` and four hexadecimal digits.
    case noChecksum
    /// The checksum is another one: a character was misread or changed.
    case checksum(expected: String, found: String)
    /// A field that every code has is missing.
    case missing(tag: Int)
    /// The value of that field is none that it can have.
    case wrongValue(tag: Int)
}

extension PaymentCodeError: CustomStringConvertible {
    /// What is wrong, in an English sentence without what the code holds.
    public var description: String {
        switch self {
        case .notASCII: "the payment code holds a character that is not printable ASCII; scan it again"
        case .notTagAndLength(let position): "no tag and length stand at character \(position) of the payment code"
        case .emptyField(let tag): "field \(tag) of the payment code is empty"
        case .cutOff(let tag): "the payment code ends within field \(tag); give it whole"
        case .tagTwice(let tag): "field \(tag) stands twice in the payment code"
        case .noChecksum: "the payment code does not end with 6304 and four digits of checksum; give it whole"
        case .checksum(let expected, let found):
            "the payment code's checksum is \(found) and should be \(expected); scan it again"
        case .missing(let tag): "field \(tag) of the payment code is missing"
        case .wrongValue(let tag): "field \(tag) of the payment code has a value that it cannot have"
        }
    }
}

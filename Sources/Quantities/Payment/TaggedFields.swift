/// Fields of a payment code: two digits of tag, two digits of length and so many characters, one after the other.
public struct TaggedFields: Hashable, Sendable {
    /// A tag and the text that it labels.
    public struct Field: Hashable, Sendable {
        /// The tag, 0 to 99.
        public let tag: Int
        /// The text, 1 to 99 printable ASCII characters.
        public let value: String
    }

    /// The fields in their order, each tag once.
    public let fields: [Field]

    /// The fields that `text` holds, to its last character.
    ///
    /// Throws `PaymentCodeError` for a character outside of printable ASCII, a tag or length that is not two digits, an
    /// empty value, a value that is cut off and a tag that stands twice.
    public init(_ text: String) throws(PaymentCodeError) {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { throw .notASCII }
        var fields: [Field] = []
        var offset = 0
        while offset < bytes.count {
            guard let tag = Self.number(bytes, at: offset), let length = Self.number(bytes, at: offset + 2) else {
                throw .notTagAndLength(position: offset + 1)
            }
            offset += 4
            guard length > 0 else { throw .emptyField(tag: tag) }
            guard length <= bytes.count - offset else { throw .cutOff(tag: tag) }
            guard !fields.contains(where: { $0.tag == tag }) else { throw .tagTwice(tag) }
            let value = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
            fields.append(Field(tag: tag, value: value))
            offset += length
        }
        self.fields = fields
    }

    /// The text of that tag, where there is one.
    public subscript(_ tag: Int) -> String? { fields.first { $0.tag == tag }?.value }

    private static func number(_ bytes: [UInt8], at offset: Int) -> Int? {
        guard offset + 1 < bytes.count, bytes[offset].isDigit, bytes[offset + 1].isDigit else { return nil }
        return bytes[offset].digitValue * 10 + bytes[offset + 1].digitValue
    }
}

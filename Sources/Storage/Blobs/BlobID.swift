/// The name of a blob: the SHA-256 of its bytes, as 64 lower-case hexadecimal digits.
package struct BlobID: Hashable, Sendable, CustomStringConvertible {
    package let hexadecimal: String

    /// The name as the database keeps it; nil for anything but 64 lower-case hexadecimal digits.
    package init?(_ text: String) {
        let digits = Set("0123456789abcdef".utf8)
        guard text.utf8.count == 64, text.utf8.allSatisfy(digits.contains) else { return nil }
        hexadecimal = text
    }

    package var description: String { hexadecimal }
}

extension BlobID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let blob = BlobID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the name of a blob")
        }
        self = blob
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hexadecimal)
    }
}

extension BlobID: SQLConvertible {
    package var sqlValue: SQLValue { .text(hexadecimal) }
}

/// A JSON value whose keys stay in their order, so that the same invoice gives the same bytes.
///
/// There is no case for a number with decimals: money and quantities are strings, exact to the last digit.
package enum JSONValue: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case null
    case array([JSONValue])
    case object([Member])

    /// A key of an object with its value.
    package struct Member: Hashable, Sendable {
        package let key: String
        package let value: JSONValue

        package init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The text of the value, indented by two spaces a level, with a line break at its end.
    package func bytes() -> [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, level: 0)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private func write(to bytes: inout [UInt8], level: Int) {
        switch self {
        case .string(let text): JSONValue.write(text, to: &bytes)
        case .integer(let number): bytes += String(number).utf8
        case .boolean(let truth): bytes += (truth ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .array(let values):
            JSONValue.list("[", "]", values, to: &bytes, level: level) { value, bytes in
                value.write(to: &bytes, level: level + 1)
            }
        case .object(let members):
            JSONValue.list("{", "}", members, to: &bytes, level: level) { member, bytes in
                JSONValue.write(member.key, to: &bytes)
                bytes += ": ".utf8
                member.value.write(to: &bytes, level: level + 1)
            }
        }
    }

    private static func list<Element>(
        _ open: String, _ close: String, _ elements: [Element], to bytes: inout [UInt8], level: Int,
        _ write: (Element, inout [UInt8]) -> Void
    ) {
        bytes += open.utf8
        for (place, element) in elements.enumerated() {
            bytes += (place > 0 ? "," : "").utf8
            newLine(level + 1, to: &bytes)
            write(element, &bytes)
        }
        if !elements.isEmpty { newLine(level, to: &bytes) }
        bytes += close.utf8
    }

    private static func newLine(_ level: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * level)
    }

    /// A string with what RFC 8259 wants escaped: quotation mark, backslash, everything below U+0020.
    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case ..<0x20:
                let digits = String(byte, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

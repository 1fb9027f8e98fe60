/// Reads JSON (RFC 8259) from bytes that a stranger chose.
///
/// The depth is counted before it goes down, so no nesting can use up the stack; invalid UTF-8 inside a string becomes
/// U+FFFD, so that one broken name does not hide the messages beside it.
package struct JSONReader {
    /// The channel's own messages nest to 9.
    package static let deepest = 64

    private let bytes: [UInt8]
    private var place = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    package static func read(_ bytes: [UInt8]) throws(JSONTreeError) -> JSONTree {
        var reader = JSONReader(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.place = 3 }
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.place == bytes.count else { throw .malformed(offset: reader.place) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONTreeError) -> JSONTree {
        skipSpace()
        guard place < bytes.count else { throw fault }
        switch bytes[place] {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object(depth: Int) throws(JSONTreeError) -> JSONTree {
        guard depth <= Self.deepest else { throw .tooDeep }
        place += 1
        var members: [String: JSONTree] = [:]
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw fault }
            let key = try string()
            guard take(UInt8(ascii: ":")) else { throw fault }
            members[key] = try value(depth: depth)
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw fault }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONTreeError) -> JSONTree {
        guard depth <= Self.deepest else { throw .tooDeep }
        place += 1
        var values: [JSONTree] = []
        if take(UInt8(ascii: "]")) { return .array(values) }
        repeat { values.append(try value(depth: depth)) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw fault }
        return .array(values)
    }

    private mutating func number() throws(JSONTreeError) -> String {
        let start = place
        _ = takeHere(UInt8(ascii: "-"))
        if !takeHere(UInt8(ascii: "0")) { try digits() }
        if takeHere(UInt8(ascii: ".")) { try digits() }
        if takeHere(UInt8(ascii: "e")) || takeHere(UInt8(ascii: "E")) {
            if !takeHere(UInt8(ascii: "+")) { _ = takeHere(UInt8(ascii: "-")) }
            try digits()
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func digits() throws(JSONTreeError) {
        let start = place
        while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) { place += 1 }
        guard place > start else { throw fault }
    }

    private mutating func word(_ text: StaticString, _ value: JSONTree) throws(JSONTreeError) -> JSONTree {
        let characters = "\(text)".utf8
        guard bytes[place...].starts(with: characters) else { throw fault }
        place += characters.count
        return value
    }

    private mutating func take(_ character: UInt8) -> Bool {
        skipSpace()
        return takeHere(character)
    }

    private mutating func takeHere(_ character: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == character else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() {
        while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
    }

    private var fault: JSONTreeError { .malformed(offset: place) }
}

extension JSONReader {
    /// The string whose opening quote stands at `place`.
    private mutating func string() throws(JSONTreeError) -> String {
        place += 1
        let start = place
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                defer { place += 1 }
                return String(decoding: bytes[start..<place], as: UTF8.self)
            case UInt8(ascii: "\\"):
                return try escapedString(from: start)
            case 0..<0x20: throw fault
            default: place += 1
            }
        }
        throw fault
    }

    private mutating func escapedString(from start: Int) throws(JSONTreeError) -> String {
        var text = Array(bytes[start..<place])
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
            case 0..<0x20: throw fault
            default: text.append(byte)
            }
        }
        throw fault
    }

    private mutating func escape() throws(JSONTreeError) -> Unicode.Scalar {
        guard place < bytes.count else { throw fault }
        defer { place += 1 }
        switch bytes[place] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedScalar()
        default: throw fault
        }
    }

    /// `\uXXXX`, or two of them for a scalar above U+FFFF; half a pair becomes U+FFFD.
    ///
    /// Ends on its last character.
    private mutating func escapedScalar() throws(JSONTreeError) -> Unicode.Scalar {
        let first = try fourDigits()
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        guard place + 2 < bytes.count, bytes[place + 1] == UInt8(ascii: "\\"), bytes[place + 2] == UInt8(ascii: "u")
        else { return "\u{FFFD}" }
        let before = place
        place += 2
        let second = try fourDigits()
        guard (0xDC00..<0xE000).contains(second) else {
            place = before
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    /// The four digits after the `u` at `place`; ends on the last of them.
    private mutating func fourDigits() throws(JSONTreeError) -> UInt32 {
        guard place + 4 < bytes.count, let pair = Hexadecimal.bytes(bytes[place + 1...place + 4]) else { throw fault }
        place += 4
        return UInt32(pair[0]) << 8 | UInt32(pair[1])
    }
}

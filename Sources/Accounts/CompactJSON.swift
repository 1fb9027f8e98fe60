import Storage

/// Writes values as JSON without spaces, their keys in the order in which they are declared: the same bytes for the same
/// value.
///
/// A billing run stores a hundred thousand invoices; Foundation's encoder would take longer over their JSON than all else
/// together.
enum CompactJSON {
    /// The value as JSON; throws `StoreError` for what no record of ours holds, such as a fraction.
    static func text(_ value: some Encodable) throws(StoreError) -> String {
        let encoder = CompactJSONEncoder()
        do {
            try encoder.encode(value)
        } catch {
            throw .failed("a record cannot be written as JSON")
        }
        return String(decoding: encoder.bytes, as: UTF8.self)
    }

    /// A table of texts as JSON, its keys sorted.
    static func text(_ table: [String: String]) -> String {
        let encoder = CompactJSONEncoder()
        encoder.bytes.append(UInt8(ascii: "{"))
        for (place, entry) in table.sorted(by: { $0.key < $1.key }).enumerated() {
            if place > 0 { encoder.bytes.append(UInt8(ascii: ",")) }
            encoder.write(entry.key)
            encoder.bytes.append(UInt8(ascii: ":"))
            encoder.write(entry.value)
        }
        encoder.bytes.append(UInt8(ascii: "}"))
        return String(decoding: encoder.bytes, as: UTF8.self)
    }
}

/// One text that grows from its beginning to its end; containers close when the value that opened them returns.
private final class CompactJSONEncoder: Encoder {
    /// A number that no record of ours holds.
    struct Unwritable: Error {}

    var bytes: [UInt8] = []
    /// The end of the container that the value at work opened, if it opened one.
    private var end: UInt8?
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    init() { bytes.reserveCapacity(8_192) }

    func encode(_ value: some Encodable) throws {
        if let text = value as? String {
            write(text)
            return
        }
        let outer = end
        end = nil
        try value.encode(to: self)
        if let end { bytes.append(end) }
        end = outer
    }

    func write(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            if utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                bytes.append(contentsOf: utf8)
            } else {
                for byte in utf8 { writeEscaped(byte) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func writeEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default: bytes.append(byte)
        }
    }

    func write(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    func write(_ flag: Bool) { bytes.append(contentsOf: (flag ? "true" : "false").utf8) }

    func writeNull() { bytes.append(contentsOf: "null".utf8) }

    /// A comma before every element but the first.
    func separate() {
        if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") {
            bytes.append(UInt8(ascii: ","))
        }
    }

    private func open(_ begin: Character, _ end: Character) {
        bytes.append(begin.asciiValue ?? 0)
        self.end = end.asciiValue
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        open("{", "}")
        return KeyedEncodingContainer(Members(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        open("[", "]")
        return Elements(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

    private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let encoder: CompactJSONEncoder
        var codingPath: [any CodingKey] { [] }

        private func begin(_ key: Key) {
            encoder.separate()
            encoder.write(key.stringValue)
            encoder.bytes.append(UInt8(ascii: ":"))
        }

        func encodeNil(forKey key: Key) {
            begin(key)
            encoder.writeNull()
        }

        func encode(_ value: String, forKey key: Key) {
            begin(key)
            encoder.write(value)
        }

        func encode(_ value: Int, forKey key: Key) {
            begin(key)
            encoder.write(value)
        }

        func encode(_ value: Bool, forKey key: Key) {
            begin(key)
            encoder.write(value)
        }

        func encode(_ value: some Encodable, forKey key: Key) throws {
            begin(key)
            try encoder.encode(value)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> { preconditionFailure("no record opens a container by hand") }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            preconditionFailure("no record opens a container by hand")
        }

        func superEncoder() -> any Encoder { encoder }

        func superEncoder(forKey key: Key) -> any Encoder { encoder }
    }

    private struct Elements: UnkeyedEncodingContainer {
        let encoder: CompactJSONEncoder
        var codingPath: [any CodingKey] { [] }
        private(set) var count = 0

        mutating func encodeNil() {
            encoder.separate()
            encoder.writeNull()
            count += 1
        }

        mutating func encode(_ value: some Encodable) throws {
            encoder.separate()
            try encoder.encode(value)
            count += 1
        }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            preconditionFailure("no record opens a container by hand")
        }

        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            preconditionFailure("no record opens a container by hand")
        }

        func superEncoder() -> any Encoder { encoder }
    }

    private struct Single: SingleValueEncodingContainer {
        let encoder: CompactJSONEncoder
        var codingPath: [any CodingKey] { [] }

        func encodeNil() { encoder.writeNull() }
        func encode(_ value: Bool) { encoder.write(value) }
        func encode(_ value: String) { encoder.write(value) }
        func encode(_ value: Int) { encoder.write(value) }
        func encode(_ value: Int64) { encoder.write(Int(value)) }
        func encode(_ value: Int32) { encoder.write(Int(value)) }
        func encode(_ value: Int16) { encoder.write(Int(value)) }
        func encode(_ value: Int8) { encoder.write(Int(value)) }
        func encode(_ value: UInt32) { encoder.write(Int(value)) }
        func encode(_ value: UInt16) { encoder.write(Int(value)) }
        func encode(_ value: UInt8) { encoder.write(Int(value)) }
        func encode(_ value: UInt) throws { throw Unwritable() }
        func encode(_ value: UInt64) throws { throw Unwritable() }
        func encode(_ value: Double) throws { throw Unwritable() }
        func encode(_ value: Float) throws { throw Unwritable() }
        func encode(_ value: some Encodable) throws { try encoder.encode(value) }
    }
}

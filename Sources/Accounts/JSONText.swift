/// Writes JSON without spaces, its members in the order in which they are written: the same bytes for the same value.
///
/// A billing run stores a hundred thousand invoices; an encoder that asks each value for a container would take longer over
/// their JSON than all else together.
struct JSONText {
    private var bytes: [UInt8] = []
    /// The next member or element is the first of its container.
    private var isFirst = true

    init() { bytes.reserveCapacity(4_096) }

    /// All that was written.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A value as JSON.
    static func text(_ value: some JSONWritable) -> String {
        var json = JSONText()
        json.write(value)
        return json.text
    }

    /// A table of texts as JSON, its keys sorted.
    static func text(_ table: [String: String]) -> String {
        var json = JSONText()
        json.write(table)
        return json.text
    }

    // MARK: Members

    mutating func member(_ name: StaticString, _ value: String) {
        begin(name)
        write(value)
    }

    mutating func member(_ name: StaticString, _ value: Int) {
        begin(name)
        write(value)
    }

    mutating func member(_ name: StaticString, _ value: Bool) {
        begin(name)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    mutating func member(_ name: StaticString, _ value: some JSONWritable) {
        begin(name)
        write(value)
    }

    mutating func member(_ name: StaticString, _ values: [some JSONWritable]) {
        begin(name)
        array(values) { $0.write($1) }
    }

    mutating func member(_ name: StaticString, _ values: [String]) {
        begin(name)
        array(values) { $0.write($1) }
    }

    mutating func member(_ name: StaticString, _ table: [String: String]) {
        begin(name)
        write(table)
    }

    // What is not there is not written.

    mutating func member(_ name: StaticString, _ value: String?) {
        if let value { member(name, value) }
    }

    mutating func member(_ name: StaticString, _ value: Int?) {
        if let value { member(name, value) }
    }

    mutating func member(_ name: StaticString, _ value: (some JSONWritable)?) {
        if let value { member(name, value) }
    }

    mutating func member(_ name: StaticString, _ values: [some JSONWritable]?) {
        if let values { member(name, values) }
    }

    mutating func member(_ name: StaticString, _ values: [String]?) {
        if let values { member(name, values) }
    }

    mutating func member(_ name: StaticString, _ table: [String: String]?) {
        if let table { member(name, table) }
    }

    // MARK: Values

    private mutating func begin(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// A comma before every member or element but the first.
    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func write(_ value: some JSONWritable) {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        value.writeMembers(into: &self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    private mutating func write(_ table: [String: String]) {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        for (key, value) in table.sorted(by: { $0.key < $1.key }) {
            separate()
            write(key)
            bytes.append(UInt8(ascii: ":"))
            write(value)
        }
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    private mutating func array<Element>(_ values: [Element], _ write: (inout JSONText, Element) -> Void) {
        bytes.append(UInt8(ascii: "["))
        isFirst = true
        for value in values {
            separate()
            write(&self, value)
        }
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }

    private mutating func write(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    private mutating func write(_ text: String) {
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

    private mutating func writeEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default: bytes.append(byte)
        }
    }
}

/// What is stored as a JSON object, and read back by `Decodable` under the names of its properties.
protocol JSONWritable {
    /// Writes every property under its name; one that is nil is not written.
    func writeMembers(into json: inout JSONText)
}

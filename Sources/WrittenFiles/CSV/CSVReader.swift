/// Reads the records of a CSV text (RFC 4180) one after the other, strictly.
///
/// Lines end with LF or CRLF; a field is quoted where it holds a separator, a quote or a line end, and a quote in it is
/// doubled. The separator is the one that the first record holds most of: a comma, a semicolon (as Excel writes where the
/// comma is the decimal sign) or a tab. A byte order mark carries nothing, an empty line is no record, and a line that
/// begins with `#` is a comment.
package struct CSVReader {
    /// The fields of a record, and the line on which it begins, counted from 1.
    package struct Record: Hashable, Sendable {
        package let line: Int
        package let fields: [String]
    }

    /// A comment line without its `#`.
    package struct Comment: Hashable, Sendable {
        package let line: Int
        package let text: String
    }

    /// More fields than a record of anybody's has.
    package static let mostFields = 1_000
    /// More bytes than anybody writes into a field: what is longer is a quote that was closed by another one.
    package static let mostFieldBytes = 1 << 20

    /// The comments so far.
    package private(set) var comments: [Comment] = []
    package let file: String

    private let bytes: [UInt8]
    private var offset: Int
    private var line = 1
    private var separator: UInt8?

    /// A reader of a text; `file` names it in mistakes.
    package init(text: String, file: String) {
        self.file = file
        bytes = Array(text.utf8)
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// What parts the fields, in words: "','".
    package var separatorName: String {
        separator == UInt8(ascii: "\t") ? "tab" : "'\(Character(Unicode.Scalar(separator ?? UInt8(ascii: ","))))'"
    }

    /// The next record; nil at the end.
    ///
    /// Throws a ``FileMistake`` where quotes or line ends are broken or a limit is passed; after it there is no next one,
    /// because nobody can tell where the next record would begin.
    package mutating func next() throws(FileMistake) -> Record? {
        do throws(FileMistake) {
            while offset < bytes.count {
                if bytes[offset] == UInt8(ascii: "#") {
                    try readComment()
                } else if isLineEnd(bytes[offset]) {
                    try readLineEnd(field: 1)
                } else {
                    return try readRecord()
                }
            }
            return nil
        } catch {
            offset = bytes.count
            throw error
        }
    }

    private mutating func readComment() throws(FileMistake) {
        let start = offset + 1
        while offset < bytes.count, !isLineEnd(bytes[offset]) { offset += 1 }
        comments.append(Comment(line: line, text: String(decoding: bytes[start..<offset], as: UTF8.self)))
        try readLineEnd(field: 1)
    }

    private mutating func readRecord() throws(FileMistake) -> Record {
        let separator = separator ?? mostFrequentSeparator()
        self.separator = separator
        let recordLine = line
        var fields: [String] = []
        repeat {
            if !fields.isEmpty { offset += 1 }
            guard fields.count < Self.mostFields else {
                throw mistake(fields.count + 1, "the line has more than \(Self.mostFields) fields.")
            }
            fields.append(try readField(fields.count + 1, separator))
        } while offset < bytes.count && bytes[offset] == separator
        try readLineEnd(field: fields.count)
        return Record(line: recordLine, fields: fields)
    }

    private mutating func readField(_ number: Int, _ separator: UInt8) throws(FileMistake) -> String {
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return try readQuoted(number) }
        let start = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == separator || isLineEnd(byte) { break }
            if byte == UInt8(ascii: "\"") {
                throw mistake(
                    number, "a quote stands inside a field that does not begin with one. Quote the whole field.")
            }
            offset += 1
        }
        try check(offset - start, number)
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func readQuoted(_ number: Int) throws(FileMistake) -> String {
        let openingLine = line
        var content: [UInt8] = []
        offset += 1
        var start = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: "\n") { line += 1 }
            guard byte == UInt8(ascii: "\"") else { continue }
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
                content += bytes[start..<offset]  // a doubled quote is one quote
                offset += 1
                start = offset
                continue
            }
            try check(content.count + offset - 1 - start, number)
            if content.isEmpty { return String(decoding: bytes[start..<offset - 1], as: UTF8.self) }
            return String(decoding: content + bytes[start..<offset - 1], as: UTF8.self)
        }
        line = openingLine
        throw mistake(number, "a quoted field is never closed. Add the closing quote.")
    }

    private mutating func readLineEnd(field: Int) throws(FileMistake) {
        guard offset < bytes.count else { return }
        if bytes[offset] == UInt8(ascii: "\r") {
            offset += 1
            guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") else {
                throw mistake(field, "a carriage return stands alone. End lines with LF or CRLF.")
            }
        }
        guard bytes[offset] == UInt8(ascii: "\n") else {
            throw mistake(field, "something follows a closing quote. Put \(separatorName) there, or the line's end.")
        }
        offset += 1
        line += 1
    }

    /// That of the record that begins here; a comma where it has a single field.
    private func mostFrequentSeparator() -> UInt8 {
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in bytes[offset...] {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if isLineEnd(byte) { break }
            if let place = separators.firstIndex(of: byte) { counts[place] += 1 }
        }
        let most = counts.max() ?? 0
        return separators[counts.firstIndex(of: most) ?? 0]
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private func check(_ bytes: Int, _ field: Int) throws(FileMistake) {
        guard bytes <= Self.mostFieldBytes else {
            throw mistake(field, "a field of \(bytes) bytes ends here. Look for a quote that was never closed.")
        }
    }

    private func mistake(_ field: Int, _ message: String) -> FileMistake {
        FileMistake(file: file, line: line, column: field, message: message)
    }
}

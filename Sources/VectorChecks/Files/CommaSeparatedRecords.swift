/// The records of a comma-separated text (RFC 4180), strictly read: line ends LF or CRLF, fields quoted where they hold a
/// comma, a quote or a line end, and lines that begin with `#` taken as comments.
package struct CommaSeparatedRecords {
    /// A record and the line on which it begins.
    package struct Record {
        package let line: Int
        package let fields: [String]
    }

    /// A comment line without its `#`.
    struct Comment {
        let line: Int
        let text: String
    }

    package private(set) var records: [Record] = []
    private(set) var comments: [Comment] = []

    private let file: String
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1

    /// The records of `text`; throws `VectorFileError` where its quoting or its line ends are broken.
    package init(file: String, text: String) throws(VectorFileError) {
        self.file = file
        let bytes = Array(text.utf8)
        // Spreadsheets write a byte order mark; it carries nothing.
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        while offset < self.bytes.count { try readLine() }
    }

    private mutating func readLine() throws(VectorFileError) {
        if bytes[offset] == UInt8(ascii: "#") {
            let commentLine = line
            offset += 1
            comments.append(Comment(line: commentLine, text: try readUnquoted(until: { _ in false })))
            try readLineEnd()
            return
        }
        if isLineEnd(bytes[offset]) {
            try readLineEnd()  // an empty line is no record
            return
        }
        let recordLine = line
        var fields = [try readField()]
        while offset < bytes.count, bytes[offset] == UInt8(ascii: ",") {
            offset += 1
            fields.append(try readField())
        }
        try readLineEnd()
        records.append(Record(line: recordLine, fields: fields))
    }

    private mutating func readField() throws(VectorFileError) -> String {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
            let field = try readUnquoted { $0 == UInt8(ascii: ",") }
            if field.utf8.contains(UInt8(ascii: "\"")) {
                throw failure("a quote stands inside a field that does not begin with one; quote the whole field")
            }
            return field
        }
        return try readQuoted()
    }

    private mutating func readUnquoted(until isEnd: (UInt8) -> Bool) throws(VectorFileError) -> String {
        let start = offset
        while offset < bytes.count, !isLineEnd(bytes[offset]), !isEnd(bytes[offset]) { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func readQuoted() throws(VectorFileError) -> String {
        let openingLine = line
        var content: [UInt8] = []
        offset += 1
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: "\"") {
                guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
                    return String(decoding: content, as: UTF8.self)
                }
                offset += 1  // a doubled quote is one quote
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            content.append(byte)
        }
        throw VectorFileError(
            file: file, line: openingLine, problem: "a quoted field is never closed; add the closing quote")
    }

    private mutating func readLineEnd() throws(VectorFileError) {
        guard offset < bytes.count else { return }
        if bytes[offset] == UInt8(ascii: "\r") {
            offset += 1
            guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") else {
                throw failure("a carriage return stands alone; end lines with LF or CRLF")
            }
        }
        guard bytes[offset] == UInt8(ascii: "\n") else {
            throw failure("something follows a closing quote; a comma or the line's end must")
        }
        offset += 1
        line += 1
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private func failure(_ problem: String) -> VectorFileError {
        VectorFileError(file: file, line: line, problem: problem)
    }
}

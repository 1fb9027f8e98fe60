/// The text that the bytes of a file are.
package enum WrittenText {
    /// The text of bytes in UTF-8, a byte order mark included.
    ///
    /// Throws the mistake that the file is: more than `most` bytes, or the line of the first bytes that are no text.
    package static func of(_ bytes: [UInt8], file: String, most: Int) throws(FileMistake) -> String {
        guard bytes.count <= most else {
            throw FileMistake(
                file: file, line: 1, column: 1, message: "this is larger than \(size(most)), which no such file is.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileMistake(
                file: file, line: firstWrongLine(bytes), column: 1,
                message: "this is not UTF-8 text. Save it as UTF-8, so that Turkish letters are kept.")
        }
        return text
    }

    /// The first line that is no text by itself; no letter of UTF-8 holds the byte of a line's end.
    private static func firstWrongLine(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }

    private static func size(_ bytes: Int) -> String {
        bytes >> 30 > 0 ? "\(bytes >> 30) GB" : bytes >> 20 > 0 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
    }
}

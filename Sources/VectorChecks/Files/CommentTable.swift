import Quantities
import WrittenFiles

/// A table that stands in the comment lines of a vector file.
///
/// It looks like `# price table: 2026-01-01 0.80 ; 2026-02-01 1.00 TL/kWh.` Entries are a key and a value with a blank between them and semicolons between entries. A unit may follow a value, a
/// full stop may end the table; where a line ends with a semicolon the table goes on in the next comment line.
struct CommentTable {
    /// A key, its value and the line on which they stand.
    struct Entry {
        let line: Int
        let key: String
        let value: String
    }

    let entries: [Entry]
    private let file: String
    private let label: String

    /// The table labelled `label`, with its colon, letters of either case, ended by any of `otherLabels` on its line.
    ///
    /// Throws `VectorFileError` where there is none, where there are two and where an entry is not a key and a value.
    init(_ label: String, endedBy otherLabels: [String], in table: VectorTable) throws(VectorFileError) {
        file = table.file
        self.label = label
        var entries: [Entry] = []
        for (line, text) in try Self.texts(label, endedBy: otherLabels, in: table) {
            entries.append(try Self.entry(text, label: label, file: table.file, line: line))
        }
        self.entries = entries
    }

    /// The entries of the table labelled `label` as they stand, each with its line.
    ///
    /// Throws `VectorFileError` where there is no such table and where there are two.
    static func texts(
        _ label: String, endedBy otherLabels: [String], in table: VectorTable
    ) throws(VectorFileError) -> [(line: Int, text: String)] {
        var entries: [(line: Int, text: String)] = []
        var isFound = false
        var goesOn = false
        for comment in table.comments {
            let text: Substring
            if let range = range(of: label, in: comment.text) {
                guard !isFound else {
                    throw VectorFileError(file: table.file, line: comment.line, problem: "'\(label)' stands twice")
                }
                isFound = true
                text = comment.text[range.upperBound...]
            } else if goesOn {
                text = comment.text[...]
            } else {
                continue
            }
            let end = otherLabels.compactMap { range(of: $0, in: text)?.lowerBound }.min()
            let segment = text[..<(end ?? text.endIndex)]
            let parts = segment.split(separator: ";", omittingEmptySubsequences: false).map(trimmed)
            goesOn = end == nil && parts.last?.isEmpty == true
            for part in goesOn ? parts.dropLast() : parts[...] { entries.append((comment.line, part)) }
        }
        guard isFound else {
            throw VectorFileError(
                file: table.file, problem: "the comment line '# \(label) …' is missing; its table is needed")
        }
        return entries
    }

    /// Each entry's key and value by `parse`; throws `VectorFileError` with the entry's line where it fails.
    func values<Key, Value: FixedPointQuantity>(
        _ parseKey: (String) throws(CivilDateError) -> Key, like example: String
    ) throws(VectorFileError) -> [(entry: Entry, key: Key, value: Value)] {
        var values: [(Entry, Key, Value)] = []
        for entry in entries {
            let key: Key
            do throws(CivilDateError) {
                key = try parseKey(entry.key)
            } catch {
                throw failure(entry, "'\(entry.key)' is not a date; write it as \(example)")
            }
            do throws(NumberFormatError) {
                values.append((entry, key, try Value(parsing: entry.value, notation: .plain)))
            } catch {
                throw failure(entry, "\(error)")
            }
        }
        return values
    }

    /// An error about an entry of this table.
    func failure(_ entry: Entry, _ problem: String) -> VectorFileError {
        VectorFileError(file: file, line: entry.line, problem: "'\(label)' \(problem)")
    }

    private static func entry(
        _ text: String, label: String, file: String, line: Int
    ) throws(VectorFileError) -> Entry {
        var words = text.split(separator: " ").map(String.init)
        // The unit is told for the reader; the figures are in TL/kWh or have none.
        if words.count == 3, ["TL/kWh", "TL/kWh."].contains(words[2]) { words.removeLast() }
        guard words.count == 2 else {
            throw VectorFileError(
                file: file, line: line,
                problem: "'\(label)' has the entry '\(text)'; write a date, a blank and a number, and ; between entries"
            )
        }
        let value = words[1].hasSuffix(".") ? String(words[1].dropLast()) : words[1]
        return Entry(line: line, key: words[0], value: value)
    }

    static func range(of label: String, in text: some StringProtocol) -> Range<String.Index>? {
        let pattern = Array(label.utf8).map(lowercased)
        let bytes = text.utf8
        var start = bytes.startIndex
        while let end = bytes.index(start, offsetBy: pattern.count, limitedBy: bytes.endIndex) {
            if bytes[start..<end].map(lowercased) == pattern { return start..<end }
            start = bytes.index(after: start)
        }
        return nil
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text
        while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        return String(rest)
    }
}

/// The serials of a file, line by line.
struct SerialRows {
    private var lines: [(number: Int, text: Substring)]
    private var at = 0
    private var column = 0
    private var separator: Character?

    init(_ text: String) {
        let whole = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        lines = whole.split(omittingEmptySubsequences: false) { $0.isNewline }.enumerated().map { ($0 + 1, $1) }
            .filter { !$0.text.allSatisfy(\.isWhitespace) }
    }

    /// The next line's number and its serial; nil at the end.
    mutating func next() throws(SerialListError) -> (line: Int, serial: String)? {
        if at == 0, let first = lines.first, try takeHeader(first.number, first.text) { at = 1 }
        guard at < lines.count else { return nil }
        let (number, text) = lines[at]
        at += 1
        guard let separator else { return (number, Self.trimmed(text)) }
        let fields = Self.fields(text, separator)
        guard column < fields.count else { throw .fieldMissing(line: number) }
        return (number, Self.trimmed(fields[column][...]))
    }

    /// Whether the first line names columns; the column of the serials is remembered.
    private mutating func takeHeader(_ number: Int, _ text: Substring) throws(SerialListError) -> Bool {
        let separator = [";", "\t", ","].max { one, other in
            text.count { $0 == one } < text.count { $0 == other }
        }
        guard let separator, text.contains(separator) else {
            return Self.trimmed(text).lowercased() == "serial"
        }
        let names = Self.fields(text, separator).map { Self.trimmed($0[...]).lowercased() }
        guard let found = names.firstIndex(of: "serial") else { throw .noSerialColumn(line: number) }
        (self.separator, column) = (separator, found)
        return true
    }

    /// The fields of a line; one in quotation marks may hold separators.
    private static func fields(_ line: Substring, _ separator: Character) -> [String] {
        var (fields, field, isQuoted): ([String], String, Bool) = ([], "", false)
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                fields.append(field)
                field = ""
            } else {
                field.append(character)
            }
        }
        return fields + [field]
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

/// A text of columns: the first line names them, lines that begin with `#` are comments.
///
/// The fields are parted by tabs where the header has one, else by commas; a field in quotation marks may hold either.
struct ColumnTable {
    /// A line that holds fields.
    struct Row {
        /// Counted from 1, comments included.
        let line: Int
        private let fields: [String]
        private let places: [String: Int]

        fileprivate init(line: Int, fields: [String], places: [String: Int]) {
            (self.line, self.fields, self.places) = (line, fields, places)
        }

        /// The field of that column, without spaces around it; empty where the line or the table has none.
        subscript(column: String) -> String {
            guard let place = places[column], place < fields.count else { return "" }
            return fields[place]
        }

        /// What is wrong with this line.
        func wrong(_ problem: String) -> ColumnTableError { ColumnTableError(line: line, problem: problem) }
    }

    /// The names of the columns, in their order.
    let names: [String]
    /// The lines below the header.
    let rows: [Row]
    private let headerLine: Int

    /// The table of this text; throws where there is none.
    init(_ text: String) throws(ColumnTableError) {
        // "\r\n" is a single character of Swift's.
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        if lines[0].hasPrefix("\u{FEFF}") { lines[0] = lines[0].dropFirst() }
        let filled = lines.enumerated().filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
        guard let (number, header) = filled.first else { throw ColumnTableError(line: 1, problem: "the file is empty") }
        let separator: Character = header.contains("\t") ? "\t" : ","
        let names = Self.fields(header, separator)
        // Of two columns with the same name the first one counts.
        let places = Dictionary(names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: min)
        self.names = names
        headerLine = number + 1
        rows = filled.dropFirst().map { number, line in
            Row(line: number + 1, fields: Self.fields(line, separator), places: places)
        }
    }

    /// Throws where one of these columns is not there.
    func check(_ needed: [String]) throws(ColumnTableError) {
        guard needed.contains(where: { !names.contains($0) }) else { return }
        let words = needed.map { "'\($0)'" }.joined(separator: " and ")
        throw ColumnTableError(
            line: headerLine,
            problem: "the columns \(words) are needed, and there are: "
                + names.joined(separator: ", "))
    }

    private static func fields(_ line: Substring, _ separator: Character) -> [String] {
        var (fields, field, quoted): ([String], String, Bool) = ([], "", false)
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case separator where !quoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        return (fields + [field]).map { $0.trimmingSpaces }
    }
}

/// What is wrong with a table, and in which line.
struct ColumnTableError: Error {
    let line: Int
    let problem: String
}

extension String {
    fileprivate var trimmingSpaces: String {
        let trimmed = drop { $0 == " " }
        return String(trimmed.reversed().drop { $0 == " " }.reversed())
    }
}

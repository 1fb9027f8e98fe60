import Quantities

/// Rows of a CSV file by RFC 4180, strictly: the header first, each row as many fields as it has, no quotes inside words.
struct CommaSeparated {
    /// A row, and the line that it stands on.
    struct Row {
        let file: String
        let line: Int
        private let columns: [String: String]

        init(file: String, line: Int, columns: [String: String]) {
            self.file = file
            self.line = line
            self.columns = columns
        }

        /// The text of a column.
        func text(_ column: String) throws -> String {
            guard let text = columns[column] else { throw AdapterError("\(file): no column \(column)") }
            return text
        }

        /// A whole number of a column, within bounds; the empty text is none.
        func number(_ column: String, in bounds: ClosedRange<Int64> = Int64.min...Int64.max) throws -> Int64 {
            let text = try text(column)
            guard let number = Int64(text), "\(number)" == text else {
                throw wrong(column, "\"\(text)\" is no whole number")
            }
            guard bounds.contains(number) else {
                throw wrong(column, "\(number) is not within \(bounds.lowerBound) and \(bounds.upperBound)")
            }
            return number
        }

        /// A day of a column.
        func day(_ column: String) throws -> CivilDate {
            let text = try text(column)
            guard let day = try? CivilDate(iso8601: text) else {
                throw wrong(column, "\"\(text)\" is no day such as 2026-01-31")
            }
            return day
        }

        /// 0 or 1 of a column.
        func flag(_ column: String) throws -> Bool { try number(column, in: 0...1) == 1 }

        /// What is wrong with a column of the row.
        func wrong(_ column: String, _ words: String) -> AdapterError {
            AdapterError("\(file) line \(line), \(column): \(words)")
        }
    }

    /// The rows of a file that must have just these columns.
    static func rows(_ text: String, file: String, columns: [String]) throws -> [Row] {
        var rows: [Row] = []
        var header: [String]?
        // A file may end with or without a line break; "\r\n", of RFC 4180, is a single character of Swift's.
        var line = 0
        for record in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            line += 1
            if record.isEmpty { continue }
            let fields = try fields(record, file: file, line: line)
            guard let names = header else {
                guard fields == columns else {
                    throw AdapterError("\(file): the first line must be \(columns.joined(separator: ","))")
                }
                header = fields
                continue
            }
            guard fields.count == names.count else {
                throw AdapterError("\(file) line \(line): \(fields.count) fields, not \(names.count)")
            }
            rows.append(
                Row(file: file, line: line, columns: Dictionary(uniqueKeysWithValues: zip(names, fields))))
        }
        if header == nil { throw AdapterError("\(file): empty, not even a first line") }
        return rows
    }

    private static func fields(_ record: Substring, file: String, line: Int) throws -> [String] {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var rest = record.makeIterator()
        var next = rest.next()
        while let character = next {
            next = rest.next()
            switch character {
            case "\"" where isQuoted && next == "\"":
                field.append("\"")
                next = rest.next()
            case "\"" where isQuoted:
                isQuoted = false
                guard next == nil || next == "," else {
                    throw AdapterError("\(file) line \(line): something behind a closing quote")
                }
            case "\"" where field.isEmpty: isQuoted = true
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        if isQuoted { throw AdapterError("\(file) line \(line): a quote is not closed") }
        return fields + [field]
    }

    /// A file of rows; fields are quoted where they must be.
    static func text(columns: [String], rows: [[String]]) -> String {
        ([columns] + rows).map { row in
            row.map { field in
                field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline })
                    ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
            }.joined(separator: ",")
        }.joined(separator: "\n") + "\n"
    }
}

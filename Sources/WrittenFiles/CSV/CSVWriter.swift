/// Writes CSV (RFC 4180) with commas, so that ``CSVReader`` reads the same fields again.
package enum CSVWriter {
    /// A line without its end; a field is quoted where it must be.
    package static func line(_ fields: [String]) -> String {
        // An empty line would be no record, and one that begins with '#' a comment.
        if fields == [""] { return "\"\"" }
        var line = ""
        for (place, field) in fields.enumerated() {
            if place > 0 { line += "," }
            let mustBeQuoted =
                field.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }
                || place == 0 && field.utf8.first == UInt8(ascii: "#")
            line += mustBeQuoted ? quoted(field) : field
        }
        return line
    }

    /// The field in quotes, each quote in it doubled: one with an accent upon it too, which Swift takes for another letter.
    private static func quoted(_ field: String) -> String {
        var text = "\"".unicodeScalars
        for scalar in field.unicodeScalars {
            if scalar == "\"" { text.append(scalar) }
            text.append(scalar)
        }
        text.append("\"")
        return String(text)
    }

    /// A table: the names of its columns and its rows, each line ended.
    package static func table(columns: [String], rows: [[String]]) -> String {
        var text = line(columns) + "\n"
        for row in rows { text += line(row) + "\n" }
        return text
    }
}

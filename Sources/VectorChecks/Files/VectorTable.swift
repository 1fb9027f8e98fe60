/// A vector file, read: its rows by column name, and its comments, which can hold tables.
struct VectorTable {
    /// The file's name, as in the folder.
    let file: String
    /// The comment lines.
    let comments: [CommaSeparatedRecords.Comment]
    /// The rows, in the file's order; at least one.
    let rows: [VectorRow]

    /// The table of `text`, in which each of `columns` must stand once, in any order; others are allowed and not read.
    ///
    /// Throws `VectorFileError` for a broken text, a missing or doubled column, a row of another length and no row at all.
    init(file: String, text: String, columns: [String]) throws(VectorFileError) {
        let records = try CommaSeparatedRecords(file: file, text: text)
        guard let header = records.records.first else {
            throw VectorFileError(
                file: file,
                problem: "the file is empty; its first line names the columns \(columns.joined(separator: ","))")
        }
        var offsets: [String: Int] = [:]
        for (offset, column) in header.fields.enumerated() {
            guard offsets.updateValue(offset, forKey: column) == nil else {
                throw VectorFileError(
                    file: file, line: header.line, column: column, problem: "it stands twice; remove one")
            }
        }
        if let missing = columns.first(where: { offsets[$0] == nil }) {
            throw VectorFileError(
                file: file, line: header.line, column: missing,
                problem: "it is missing; the columns needed are \(columns.joined(separator: ","))")
        }
        var rows: [VectorRow] = []
        for record in records.records.dropFirst() {
            guard record.fields.count == header.fields.count else {
                throw VectorFileError(
                    file: file, line: record.line,
                    problem: "\(record.fields.count) fields where the header names \(header.fields.count) columns; "
                        + "add or remove commas")
            }
            rows.append(VectorRow(file: file, line: record.line, offsets: offsets, fields: record.fields))
        }
        guard !rows.isEmpty else {
            throw VectorFileError(file: file, problem: "it has no row to check; add one below the header")
        }
        self.file = file
        comments = records.comments
        self.rows = rows
    }
}

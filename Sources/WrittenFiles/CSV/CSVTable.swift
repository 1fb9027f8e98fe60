/// A CSV text whose first record names its columns, read row by row.
package struct CSVTable {
    package let header: CSVHeader
    private var reader: CSVReader

    /// The table of a text; `file` names it in mistakes.
    ///
    /// Throws every mistake of the header: a column that is missing, stands twice or is not known, each with the name that
    /// was probably meant; and that there is none.
    package init(text: String, file: String, columns: CSVHeader.Columns) throws(FileMistakes) {
        reader = CSVReader(text: text, file: file)
        let first: CSVReader.Record?
        do throws(FileMistake) {
            first = try reader.next()
        } catch {
            throw FileMistakes([error])
        }
        guard let first else {
            let names = columns.needed.isEmpty ? "" : ": \(columns.needed.joined(separator: ","))"
            throw FileMistakes([
                FileMistake(
                    file: file, line: 1, column: 1,
                    message: "the file is empty. Its first line names the columns\(names).")
            ])
        }
        header = try CSVHeader(first, columns, file: file)
    }

    /// The comments so far.
    package var comments: [CSVReader.Comment] { reader.comments }

    /// The next row, or that it has another number of fields than the header has names; nil at the end.
    ///
    /// Throws where the text cannot be read on, after which there is no next row.
    package mutating func next() throws(FileMistake) -> Result<CSVRow, FileMistake>? {
        guard let record = try reader.next() else { return nil }
        guard record.fields.count == header.names.count else {
            let found = record.fields.count == 1 ? "is 1 field" : "are \(record.fields.count) fields"
            return .failure(
                FileMistake(
                    file: header.file, line: record.line, column: 1,
                    message: "there \(found), not \(header.names.count) as in the header. "
                        + "Quote a field that holds a \(reader.separatorName)."))
        }
        return .success(CSVRow(record, header))
    }

    /// All rows that are left; throws every mistake of theirs.
    package mutating func rows() throws(FileMistakes) -> [CSVRow] {
        var rows: [CSVRow] = []
        var mistakes = FileMistakes()
        while let row = mistakes.keep(try next()) {
            switch row {
            case .success(let row): rows.append(row)
            case .failure(let mistake): mistakes.add(mistake)
            }
        }
        guard mistakes.isEmpty else { throw mistakes }
        return rows
    }
}

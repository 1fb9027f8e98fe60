import WrittenFiles

/// A vector file, read: its rows by column name, and its comments, which can hold tables.
struct VectorTable {
    /// The file's name, as in the folder.
    let file: String
    /// The comment lines.
    let comments: [CSVReader.Comment]
    /// The rows, in the file's order; at least one.
    let rows: [VectorRow]

    /// The table of `text`, in which each of `columns` must stand once, in any order; others are allowed and not read.
    ///
    /// Throws `VectorFileError` for a broken text, a missing or doubled column, a row of another length and no row at all.
    init(file: String, text: String, columns: [String]) throws(VectorFileError) {
        let rows: [CSVRow]
        do throws(FileMistakes) {
            var table = try CSVTable(text: text, file: file, columns: .init(columns, others: .ignored))
            rows = try table.rows()
            comments = table.comments
        } catch {
            throw VectorFileError(error, in: file)
        }
        guard !rows.isEmpty else {
            throw VectorFileError(file: file, problem: "it has no row to check; add one below the header")
        }
        self.file = file
        self.rows = rows.map(VectorRow.init)
    }
}

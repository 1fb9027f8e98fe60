import WrittenFiles

/// A CSV with a header that is imported: every line is looked at, so that whoever mends the file need not start it once for
/// each mistake.
struct ImportTable<Line> {
    private(set) var lines: [Line] = []
    /// What is wrong with single lines.
    private(set) var problems: [FileMistake] = []
    /// Why nothing of the file can be taken, whatever its other lines say.
    private(set) var faults: [FileMistake] = []

    private var header: CSVHeader?
    private let file: String

    /// What a text says, each line as `read` makes it of a row; nil of a row that is wrong.
    init(
        text: String, file: String, columns: [String], optional: [String] = [], read: (inout ImportRow) -> Line?
    ) {
        self.file = file
        do throws(FileMistakes) {
            var table = try CSVTable(text: text, file: file, columns: .init(columns, optional: optional))
            header = table.header
            take(&table, read)
        } catch {
            faults = error.all
        }
    }

    private mutating func take(_ table: inout CSVTable, _ read: (inout ImportRow) -> Line?) {
        var isEmpty = true
        do throws(FileMistake) {
            while let next = try table.next() {
                isEmpty = false
                do throws(FileMistake) {
                    var row = ImportRow(try next.get())
                    let line = read(&row)
                    problems += row.problems
                    if let line, row.problems.isEmpty { lines.append(line) }
                } catch {
                    problems.append(error)
                }
            }
        } catch {
            faults.append(error)
        }
        guard isEmpty, faults.isEmpty else { return }
        // It is as wrong as an empty file, for nobody means to take over nothing.
        faults = [
            FileMistake(
                file: file, line: table.header.line, column: 1,
                message:
                    "there is no line below the header. Write the lines below it, or leave the file out where there are none."
            )
        ]
    }

    /// All that is wrong, in a file that is taken over whole or not at all.
    var mistakes: [FileMistake] { faults + problems }

    /// What is wrong with a column of a line, for a line that the books refuse.
    func problem(_ line: Int, _ column: String, _ words: String) -> FileMistake {
        header?.mistake(line, column, words)
            ?? FileMistake(file: file, line: line, column: 1, message: "'\(column)' \(words)")
    }
}

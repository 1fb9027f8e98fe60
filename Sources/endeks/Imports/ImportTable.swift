import Foundation
import VectorChecks

/// A CSV with a header that is imported: every line is looked at, so that whoever mends the file need not start it once for
/// each mistake.
struct ImportTable<Line> {
    private(set) var lines: [Line] = []
    private(set) var problems: [SettingsError] = []

    private let file: String
    private var places: [String: Int] = [:]

    /// What a text says, each line as `read` makes it of a row; nil of a row that is wrong.
    init(text: String, file: String, columns: [String], read: (inout ImportRow) -> Line?) {
        self.file = file
        do {
            let records = try CommaSeparatedRecords(file: file, text: text).records
            guard let first = records.first else {
                let header = columns.joined(separator: ",")
                problems = [mistake(1, 1, "the file is empty. Its first line names the columns: \(header)")]
                return
            }
            let header = CSVHeader(first, columns: columns, file: file)
            (places, problems) = (header.places, header.problems)
            guard problems.isEmpty else { return }
            if records.count == 1 {
                problems = [mistake(first.line, 1, CSVHeader.nothingBelow)]
                return
            }
            for record in records.dropFirst() {
                guard record.fields.count == places.count else {
                    problems.append(
                        mistake(
                            record.line, 1,
                            "there are \(record.fields.count) fields, not \(places.count) as in the header. Quote a field that holds a comma."
                        ))
                    continue
                }
                var row = ImportRow(record, places, file: file)
                let line = read(&row)
                problems += row.problems
                if let line, row.problems.isEmpty { lines.append(line) }
            }
        } catch {
            problems = [mistake(error.line ?? 1, 1, error.problem + ".")]
        }
    }

    /// What is wrong with a column of a line, for a line that the books refuse.
    func problem(_ line: Int, _ column: String, _ words: String) -> SettingsError {
        mistake(line, (places[column] ?? 0) + 1, "'\(column)' \(words)")
    }

    private func mistake(_ line: Int, _ column: Int, _ message: String) -> SettingsError {
        SettingsError(file: file, line: line, column: column, message: message)
    }
}

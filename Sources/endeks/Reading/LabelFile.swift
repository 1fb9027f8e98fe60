import Foundation
import WrittenFiles

/// A CSV of labels or folds, as a person or a script wrote it; columns that others read of it are left to them.
enum LabelFile {
    /// More than 1,000,000 labelled photos.
    private static let mostBytes = 1 << 28

    /// The table in a file, whatever its columns; `what` names what the file should be.
    static func table(_ path: String, what: String) throws(CommandFailure) -> CSVTable {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.noPhotoFound, "\(path): there is no such file. Name \(what).")
        }
        do {
            return try CSVTable(
                text: try WrittenText.of(Array(data), file: path, most: mostBytes), file: path,
                columns: .init([], others: .ignored))
        } catch {
            throw CommandFailure(.failed, "\(error)")
        }
    }

    /// What `parse` makes of each row of a table that has those columns; a row of which it makes nothing is left out.
    @discardableResult
    static func rows<Value>(
        of table: CSVTable, needed: [String], _ parse: (CSVRow) throws(FileMistake) -> Value?
    ) throws(CommandFailure) -> [Value] {
        do throws(FileMistake) {
            if let mistake = table.header.lacking(needed) { throw mistake }
            var table = table
            var values: [Value] = []
            while let row = try table.next() {
                if let value = try parse(try row.get()) { values.append(value) }
            }
            return values
        } catch {
            throw CommandFailure(.failed, error.description)
        }
    }
}

extension CSVRow {
    /// The value of a column in which something must stand.
    func filled(_ column: String) throws(FileMistake) -> String {
        let value = value(column)
        guard !value.text.isEmpty else { throw value.hidden("is empty. Fill it in") }
        return value.text
    }
}

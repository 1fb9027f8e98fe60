import Quantities
import WrittenFiles

/// The rows that an outside program wrote, and what is wrong with them in the words of an adapter.
enum ExchangeRow {
    /// The rows of a file that must have just these columns, in whatever order.
    static func all(_ text: String, file: String, columns: [String]) throws -> [CSVRow] {
        do throws(FileMistakes) {
            var table = try CSVTable(text: text, file: file, columns: .init(columns))
            return try table.rows()
        } catch {
            // A program that errs in a line errs in thousands.
            throw AdapterError(error.all.first?.description ?? "\(file) is no table")
        }
    }
}

extension CSVRow {
    /// A whole number of a column, within bounds; the empty text is none.
    func number(_ column: String, in bounds: ClosedRange<Int64> = Int64.min...Int64.max) throws -> Int64 {
        let text = self[column]
        guard let number = Int64(text), "\(number)" == text else {
            throw wrong(column, "is \"\(text)\", no whole number")
        }
        guard bounds.contains(number) else {
            throw wrong(column, "is \(number), not within \(bounds.lowerBound) and \(bounds.upperBound)")
        }
        return number
    }

    /// A day of a column.
    func day(_ column: String) throws -> CivilDate {
        guard let day = try? CivilDate(iso8601: self[column]) else {
            throw wrong(column, "is \"\(self[column])\", no day such as 2026-01-31")
        }
        return day
    }

    /// 0 or 1 of a column.
    func flag(_ column: String) throws -> Bool { try number(column, in: 0...1) == 1 }

    /// What is wrong with a column of the row, in words that follow its name.
    func wrong(_ column: String, _ words: String) -> AdapterError {
        AdapterError("\(header.mistake(line, column, words))")
    }
}

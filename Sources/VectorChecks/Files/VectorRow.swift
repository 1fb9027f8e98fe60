import Quantities
import WrittenFiles

/// A row of a vector file; each accessor reads one field strictly or says what is wrong with it.
struct VectorRow {
    let file: String
    /// The line on which the row begins, counted from 1.
    let line: Int
    private let row: CSVRow

    init(_ row: CSVRow) {
        (file, line) = (row.header.file, row.line)
        self.row = row
    }

    /// The row's first field, which names the case.
    var label: String { row.fields.first ?? "" }

    /// The field as it stands; `VectorTable` has made sure that every needed column is there.
    func text(_ column: String) throws(VectorFileError) -> String {
        guard row.header.has(column) else { throw failure(column, "it is missing") }
        return row[column]
    }

    /// The number in the field, with its decimals as written.
    func figure(_ column: String) throws(VectorFileError) -> DecimalFigure {
        try number(column) { (text) throws(NumberFormatError) in try DecimalFigure(parsing: text, notation: .plain) }
    }

    /// The number in the field, or `nil` where the field is empty.
    func optionalFigure(_ column: String) throws(VectorFileError) -> DecimalFigure? {
        try text(column).isEmpty ? nil : try figure(column)
    }

    /// The quantity in the field.
    func quantity<Quantity: FixedPointQuantity>(
        _ column: String, as type: Quantity.Type = Quantity.self
    ) throws(VectorFileError) -> Quantity {
        try number(column) { (text) throws(NumberFormatError) in try Quantity(parsing: text, notation: .plain) }
    }

    /// The whole number in the field.
    func wholeNumber(_ column: String) throws(VectorFileError) -> Int64 {
        let figure = try figure(column).withoutTrailingZeros
        guard figure.fractionDigits == 0 else {
            throw failure(column, "'\(try text(column))' is not a whole number; write it without decimals")
        }
        guard let whole = Int64(exactly: figure.units) else {
            throw failure(column, "'\(try text(column))' is out of range")
        }
        return whole
    }

    /// The whole number in the field, or `nil` where the field is empty.
    func optionalWholeNumber(_ column: String) throws(VectorFileError) -> Int64? {
        try text(column).isEmpty ? nil : try wholeNumber(column)
    }

    /// The day in the field, written as 2026-01-31.
    func date(_ column: String) throws(VectorFileError) -> CivilDate {
        let text = try text(column)
        do throws(CivilDateError) {
            return try CivilDate(iso8601: text)
        } catch {
            throw failure(column, "'\(text)' is not a day; write it as 2026-01-31")
        }
    }

    /// The `true` or `false` in the field.
    func flag(_ column: String) throws(VectorFileError) -> Bool {
        switch try text(column) {
        case "true": true
        case "false": false
        case let text: throw failure(column, "'\(text)' is neither true nor false")
        }
    }

    /// The choice in the field, by its raw value.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ column: String, as type: Choice.Type = Choice.self
    ) throws(VectorFileError) -> Choice {
        let text = try text(column)
        guard let choice = Choice(rawValue: text) else {
            let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw failure(column, "'\(text)' is not one of \(allowed)")
        }
        return choice
    }

    /// An error about a column of this row.
    func failure(_ column: String, _ problem: String) -> VectorFileError {
        VectorFileError(file: file, line: line, column: column, problem: problem)
    }

    private func number<Value>(
        _ column: String, _ parse: (String) throws(NumberFormatError) -> Value
    ) throws(VectorFileError) -> Value {
        let text = try text(column)
        do throws(NumberFormatError) {
            return try parse(text)
        } catch {
            throw failure(column, "\(error); write it like 1730.00")
        }
    }
}

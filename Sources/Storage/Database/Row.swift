internal import GRDB
internal import GRDBSQLite

/// A row that a statement gave, its columns by name.
package struct Row: Sendable {
    /// The names of the columns; all rows of a statement share them.
    private let columns: [String]
    private let values: [SQLValue]

    /// The row at which a statement stands.
    init(_ statement: SQLiteStatement, columns: [String]) {
        self.columns = columns
        values = columns.indices.map { SQLValue(statement, column: CInt($0)) }
    }

    /// The names of the columns of a statement that stands at a row.
    static func columns(of statement: SQLiteStatement) -> [String] {
        (0..<sqlite3_column_count(statement)).map { column in
            sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
        }
    }

    /// What a column holds, the last one of that name; nil where there is none.
    ///
    /// A row has too few columns for a table of them to pay.
    private func value(in column: String) -> SQLValue? {
        columns.lastIndex(of: column).map { values[$0] }
    }

    /// The whole number in a column.
    ///
    /// Throws `StoreError.column` where there is none; so do the others.
    package func integer(_ column: String) throws(StoreError) -> Int64 {
        guard let value = try optionalInteger(column) else { throw .column(column) }
        return value
    }

    package func optionalInteger(_ column: String) throws(StoreError) -> Int64? {
        switch value(in: column) {
        case .integer(let value)?: return value
        case .null?: return nil
        default: throw .column(column)
        }
    }

    package func text(_ column: String) throws(StoreError) -> String {
        guard let value = try optionalText(column) else { throw .column(column) }
        return value
    }

    package func optionalText(_ column: String) throws(StoreError) -> String? {
        switch value(in: column) {
        case .text(let value)?: return value
        case .null?: return nil
        default: throw .column(column)
        }
    }

    package func bytes(_ column: String) throws(StoreError) -> [UInt8] {
        guard case .bytes(let value)? = value(in: column) else { throw .column(column) }
        return value
    }

    package func flag(_ column: String) throws(StoreError) -> Bool { try integer(column) != 0 }

    package func moment(_ column: String) throws(StoreError) -> Moment {
        Moment(milliseconds: try integer(column))
    }

    package func optionalMoment(_ column: String) throws(StoreError) -> Moment? {
        try optionalInteger(column).map { Moment(milliseconds: $0) }
    }
}

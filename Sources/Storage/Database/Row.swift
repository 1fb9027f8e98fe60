internal import Foundation
internal import GRDB

/// A row that a statement gave, its columns by name.
package struct Row: Sendable {
    private let values: [String: SQLValue]

    init(_ row: GRDB.Row) {
        var values: [String: SQLValue] = [:]
        for (column, value) in row {
            values[column] =
                switch value.storage {
                case .null: .null
                case .int64(let value): .integer(value)
                // No table holds a floating-point number; what SQLite computes as one is not used.
                case .double: .null
                case .string(let value): .text(value)
                case .blob(let value): .bytes([UInt8](value))
                }
        }
        self.values = values
    }

    /// The whole number in a column.
    ///
    /// Throws `StoreError.column` where there is none; so do the others.
    package func integer(_ column: String) throws(StoreError) -> Int64 {
        guard let value = try optionalInteger(column) else { throw .column(column) }
        return value
    }

    package func optionalInteger(_ column: String) throws(StoreError) -> Int64? {
        switch values[column] {
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
        switch values[column] {
        case .text(let value)?: return value
        case .null?: return nil
        default: throw .column(column)
        }
    }

    package func bytes(_ column: String) throws(StoreError) -> [UInt8] {
        guard case .bytes(let value)? = values[column] else { throw .column(column) }
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

/// A table that is filled from lines of text and never changed: what SQLite makes of a column.
package struct BulkTable: Hashable, Sendable {
    /// How a field of a line is stored.
    package enum Kind: Hashable, Sendable {
        /// A whole number of 64 bits; an empty field is NULL.
        case integer
        /// Text; an empty field is NULL.
        case text

        fileprivate var sql: String { self == .integer ? "INTEGER" : "TEXT" }
    }

    /// A column.
    package struct Column: Hashable, Sendable {
        /// Letters, digits and `_`.
        package let name: String
        package let kind: Kind

        package init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    /// Letters, digits and `_`.
    package let name: String
    package let columns: [Column]

    package init(_ name: String, _ columns: [Column]) {
        self.name = name
        self.columns = columns
    }

    /// The statement that makes it where it is not there.
    var creation: String {
        let columns = columns.map { "\($0.name) \($0.kind.sql)" }.joined(separator: ", ")
        return "CREATE TABLE IF NOT EXISTS \(name) (\(columns))"
    }

    /// The statement that fills it.
    var insertion: String {
        "INSERT INTO \(name) VALUES (\([String](repeating: "?", count: columns.count).joined(separator: ", ")))"
    }
}

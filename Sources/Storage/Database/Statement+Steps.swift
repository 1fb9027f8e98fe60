internal import GRDB
internal import GRDBSQLite

/// Binding and reading by SQLite's own functions, on the statements that GRDB prepares and keeps.
///
/// GRDB's way through its values costs a billing run, which takes and gives some fifty values for each invoice, more than
/// SQLite itself; nothing here watches the database, which is what that way is for.
extension Statement {
    /// Runs the statement with values for its `?`, and hands over each row until `body` wants no more.
    func steps(_ values: [any SQLConvertible], _ body: (SQLiteStatement) -> Bool = { _ in true }) throws {
        let statement = sqliteStatement
        // What it returns is how the last run ended.
        sqlite3_reset(statement)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        guard Int(sqlite3_bind_parameter_count(statement)) == values.count else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "a statement has other values than it asks for")
        }
        for (place, value) in zip(CInt(1)..., values) {
            guard value.sqlValue.bind(to: statement, at: place) == SQLITE_OK else { throw failure(of: statement) }
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: if !body(statement) { return }
            case SQLITE_DONE: return
            default: throw failure(of: statement)
            }
        }
    }

    private func failure(of statement: SQLiteStatement) -> DatabaseError {
        let connection = sqlite3_db_handle(statement)
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: sqlite3_errmsg(connection).map { String(cString: $0) })
    }
}

extension SQLValue {
    /// SQLite's code; texts and bytes are copied.
    fileprivate func bind(to statement: SQLiteStatement, at place: CInt) -> CInt {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)  // SQLITE_TRANSIENT, a macro
        switch self {
        case .null: return sqlite3_bind_null(statement, place)
        case .integer(let value): return sqlite3_bind_int64(statement, place, value)
        case .text(var text):
            return text.withUTF8 { utf8 in
                // No text at all would be NULL.
                guard let start = utf8.baseAddress else { return sqlite3_bind_text(statement, place, "", 0, copied) }
                return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                    sqlite3_bind_text(statement, place, $0, CInt(utf8.count), copied)
                }
            }
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { bytes in
                bytes.isEmpty
                    ? sqlite3_bind_zeroblob(statement, place, 0)
                    : sqlite3_bind_blob(statement, place, bytes.baseAddress, CInt(bytes.count), copied)
            }
        }
    }

    /// The value in a column of the row at which a statement stands.
    init(_ statement: SQLiteStatement, column: CInt) {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
        case SQLITE_TEXT:
            let bytes = UnsafeBufferPointer(
                start: sqlite3_column_text(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
            self = .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            let bytes = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
            self = .bytes([UInt8](bytes))
        // No table holds a floating-point number; what SQLite computes as one is not used.
        default: self = .null
        }
    }
}

internal import GRDB
internal import GRDBSQLite

/// A SQLite file of its own that one process fills as fast as it can: no data folder, no reader beside it.
///
/// Lines go in by prepared statements, a transaction for many thousand of them. The rollback journal holds only the pages
/// that stood there before, and rows come at the end, so it costs next to nothing and a killed process loses no more than its
/// last transaction. Nothing is synced before ``finish()``: a power cut may leave less than was told, which ``notes()``
/// beside the lengths of other files gives away. It is used by one thread at a time.
package final class BulkFile {
    private let queue: DatabaseQueue
    private let tables: [BulkTable]

    /// Opens a file, made if it is not there, with its tables.
    ///
    /// Throws `StoreError.locked` where another process fills it, `unusable` where it is no such file.
    package init(path: String, tables: [BulkTable]) throws(StoreError) {
        self.tables = tables
        do {
            var configuration = Configuration()
            configuration.label = "endeks.bulk"
            configuration.busyMode = .immediateError
            configuration.prepareDatabase { database in
                // The first of two processes keeps the file.
                try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
                try database.execute(sql: "PRAGMA journal_mode = TRUNCATE")
                try database.execute(sql: "PRAGMA synchronous = OFF")
                try database.execute(sql: "PRAGMA cache_size = -16000")
            }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.write { database in
                try database.execute(sql: "CREATE TABLE IF NOT EXISTS export (key TEXT PRIMARY KEY, value TEXT)")
                for table in tables { try database.execute(sql: table.creation) }
            }
        } catch {
            if let error = error as? DatabaseError, error.resultCode == .SQLITE_BUSY { throw .locked }
            throw StoreError(error)
        }
    }

    /// Runs `body` in one transaction: all that it adds and notes is there, or nothing.
    package func transaction(_ body: (BulkTransaction) throws -> Void) throws {
        do {
            try queue.write { try body(BulkTransaction($0, tables)) }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    /// What was noted by key.
    package func notes() throws(StoreError) -> [String: String] {
        do {
            return try queue.read { database in
                var notes: [String: String] = [:]
                for row in try GRDB.Row.fetchAll(database, sql: "SELECT key, value FROM export") {
                    notes[row["key"]] = row["value"]
                }
                return notes
            }
        } catch {
            throw StoreError(error)
        }
    }

    /// Makes an index over columns, for whoever looks rows up.
    package func index(_ table: String, on columns: String) throws(StoreError) {
        do {
            try queue.write {
                try $0.execute(sql: "CREATE INDEX IF NOT EXISTS \(table)_index ON \(table) (\(columns))")
            }
        } catch {
            throw StoreError(error)
        }
    }

    /// Brings all to the disk; the file stands alone from then on.
    package func finish(_ body: (BulkTransaction) throws -> Void) throws {
        do {
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.inTransaction {
                    try body(BulkTransaction(database, tables))
                    return .commit
                }
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
            }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }
}

/// What fills a ``BulkFile`` at a moment; it is used where it was given and nowhere else.
package struct BulkTransaction {
    private let database: Database
    private let tables: [BulkTable]

    init(_ database: Database, _ tables: [BulkTable]) {
        self.database = database
        self.tables = tables
    }

    /// Remembers a value under a key, in place of an earlier one.
    package func note(_ key: String, _ value: String) throws {
        try database.execute(sql: "INSERT OR REPLACE INTO export VALUES (?, ?)", arguments: [key, value])
    }

    /// Adds a row for each line: fields apart by commas, in the order of the columns, each line with its end.
    ///
    /// Fields have no quotes, commas or line ends in them. Throws `StoreError.failed` where a line has other fields than the
    /// table has columns, or a field is no number.
    package func append(_ lines: [UInt8], to table: Int) throws {
        guard !lines.isEmpty else { return }
        let columns = tables[table].columns.map { $0.kind == .text }
        let statement = try database.cachedStatement(sql: tables[table].insertion).sqliteStatement
        try lines.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            var (start, column) = (0, 0)
            for place in 0..<bytes.count where bytes[place] == 0x2C || bytes[place] == 0x0A {
                guard column < columns.count else { throw BulkTransaction.misfit(tables[table], start) }
                let place32 = CInt(column + 1)
                if place == start {
                    sqlite3_bind_null(statement, place32)
                } else if columns[column] {
                    // SQLite reads the bytes during the step and not after it.
                    _ = UnsafeRawPointer(base + start).withMemoryRebound(to: CChar.self, capacity: place - start) {
                        sqlite3_bind_text(statement, place32, $0, CInt(place - start), nil)
                    }
                } else {
                    guard let number = BulkTransaction.number(bytes, start, place) else {
                        throw BulkTransaction.misfit(tables[table], start)
                    }
                    sqlite3_bind_int64(statement, place32, number)
                }
                column += 1
                start = place + 1
                if bytes[place] == 0x0A {
                    guard column == columns.count else { throw BulkTransaction.misfit(tables[table], start) }
                    column = 0
                    let code = sqlite3_step(statement)
                    sqlite3_reset(statement)
                    guard code == SQLITE_DONE else {
                        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: tables[table].name)
                    }
                }
            }
            sqlite3_clear_bindings(statement)
            guard start == bytes.count, column == 0 else { throw BulkTransaction.misfit(tables[table], start) }
        }
    }

    private static func misfit(_ table: BulkTable, _ place: Int) -> StoreError {
        .failed("a line for the table \(table.name) does not fit its columns, near byte \(place)")
    }

    /// The decimal number of some bytes; nil where they are none, or it does not fit.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int64? {
        let isNegative = bytes[start] == 0x2D
        var number: Int64 = 0
        let first = isNegative ? start + 1 : start
        guard first < end, end - first <= 19 else { return nil }
        for place in first..<end {
            let digit = Int64(bytes[place]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflows) = tens.addingReportingOverflow(digit)
            if isTooLarge || overflows { return nil }
            number = sum
        }
        return isNegative ? -number : number
    }
}

internal import GRDB

/// What reads the database: a transaction, or a view of what is committed.
///
/// The rooms hang their queries onto it. SQL stays plain, so that another engine can take it.
package protocol Statements {
    /// All rows of a statement, `?` replaced by the values in their order.
    func rows(_ sql: String, _ values: any SQLConvertible...) throws(StoreError) -> [Row]
    /// The first row of a statement.
    func row(_ sql: String, _ values: any SQLConvertible...) throws(StoreError) -> Row?
    /// What was found out once and holds until this transaction, or view, ends.
    var memo: Memo { get }
}

/// What a transaction or a view found out and need not ask again, by key; who changes what it rests on forgets it.
///
/// A savepoint that is undone forgets everything.
package final class Memo {
    private var values: [String: Any] = [:]

    init() {}

    /// What stands under a key, where it is of that kind.
    package func value<Value>(_ key: String, _ type: Value.Type = Value.self) -> Value? { values[key] as? Value }

    package func keep(_ value: some Any, _ key: String) { values[key] = value }

    package func forget() { values.removeAll() }
}

/// The database as it stood when the read began.
package struct ReadView: Statements {
    let database: Database
    package let memo = Memo()

    package func rows(_ sql: String, _ values: any SQLConvertible...) throws(StoreError) -> [Row] {
        try database.rows(sql, values)
    }

    package func row(_ sql: String, _ values: any SQLConvertible...) throws(StoreError) -> Row? {
        try database.firstRow(sql, values)
    }
}

/// A transaction of the one writer: all of it is committed and synced, or nothing.
///
/// It is used where it was given and nowhere else; it is not `Sendable`.
package final class Transaction: Statements {
    let database: Database
    /// The queues that have new work once this is committed.
    var rung: Set<JobQueue> = []
    /// The jobs that are dead letters once this is committed.
    var buried: [DeadLetter] = []
    package let memo = Memo()

    init(_ database: Database) { self.database = database }

    package func rows(_ sql: String, _ values: any SQLConvertible...) throws(StoreError) -> [Row] {
        try database.rows(sql, values)
    }

    package func row(_ sql: String, _ values: any SQLConvertible...) throws(StoreError) -> Row? {
        try database.firstRow(sql, values)
    }

    /// Runs a statement that changes something; how many rows it changed.
    @discardableResult
    package func run(_ sql: String, _ values: any SQLConvertible...) throws(StoreError) -> Int {
        try run(sql, values: values)
    }

    /// Runs a statement that changes something; how many rows it changed.
    @discardableResult
    package func run(_ sql: String, values: [any SQLConvertible]) throws(StoreError) -> Int {
        do {
            try database.cachedStatement(sql: sql).steps(values)
            return database.changesCount
        } catch {
            throw StoreError(error)
        }
    }

    /// Runs `body` so that what it throws undoes it, and the transaction goes on.
    package func savepoint<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
        var result: Result?
        do {
            try database.inSavepoint {
                result = try body()
                return .commit
            }
        } catch {
            memo.forget()
            throw StoreError(error)
        }
        guard let result else { throw .failed("a savepoint did not run") }
        return result
    }

    /// The key of the row that the last `INSERT` made.
    package var lastInsertedKey: Int64 { database.lastInsertedRowID }
}

extension Database {
    fileprivate func rows(_ sql: String, _ values: [any SQLConvertible]) throws(StoreError) -> [Row] {
        var rows: [Row] = []
        try forEachRow(of: sql, values) { row in
            rows.append(row)
            return true
        }
        return rows
    }

    fileprivate func firstRow(_ sql: String, _ values: [any SQLConvertible]) throws(StoreError) -> Row? {
        var first: Row?
        try forEachRow(of: sql, values) { row in
            first = row
            return false
        }
        return first
    }

    /// Hands over the rows of a statement until `body` wants no more.
    private func forEachRow(
        of sql: String, _ values: [any SQLConvertible], _ body: (Row) -> Bool
    ) throws(StoreError) {
        do {
            let statement = try cachedStatement(sql: sql)
            // Not what GRDB knows of them: the first step may prepare the statement anew, after a migration.
            var columns: [String] = []
            try statement.steps(values) { statement in
                if columns.isEmpty { columns = Row.columns(of: statement) }
                return body(Row(statement, columns: columns))
            }
        } catch {
            throw StoreError(error)
        }
    }
}

internal import CSQLite
internal import Foundation
internal import GRDB
package import Logging
package import Metrics

/// The embedded database of a data folder: one writer that commits in groups, several readers.
///
/// SQLite in WAL mode with `synchronous=FULL`: what `write` returned is on the disk.
package final class Store: Sendable {
    /// The data folder.
    package let folder: String
    /// Rings when jobs were put into a queue.
    package let bell = JobBell()

    private let pool: DatabasePool
    private let writer: GroupWriter

    /// Opens the database of a folder, made if it is not there, and brings its tables up to date.
    ///
    /// A transaction waits for `patience` while another process writes, such as an import. Throws `StoreError` where the
    /// folder cannot be made or holds no database of ours.
    package init(
        folder: String, migrations: [Migration], patience: Duration = .seconds(15),
        logger: Logger = Logger(label: "endeks"), metrics: any MetricsFactory = MetricsSystem.factory
    ) throws(StoreError) {
        self.folder = folder
        do {
            try DataFolder.make(folder)
            // Two processes may open a new folder at the same time; one of them makes the tables.
            let lock = try FolderLock(tablesOf: folder)
            defer { withExtendedLifetime(lock) {} }
            Self.countsNoMemory
            pool = try DatabasePool(path: Self.file(in: folder), configuration: Self.configuration(patience))
            // GRDB lowers it to NORMAL as it turns WAL on, after what it lets us prepare: then no commit would be synced.
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
                    throw StoreError.unusable("SQLite does not take synchronous=FULL")
                }
            }
            try Self.migrate(pool, migrations)
        } catch {
            throw StoreError(error)
        }
        if !DataFolder.closeToOthers(folder) {
            logger.warning(
                "other users can look into the data folder, and its mode cannot be changed: chmod -R go= it")
        }
        writer = GroupWriter(pool: pool, bell: bell, measures: StoreMeasures(logger: logger, metrics: metrics))
    }

    /// Done once in a process, before its first connection.
    private static let countsNoMemory: Void = endeks_sqlite_without_memory_counts()

    /// Brings the tables of a database up to date.
    static func migrate(_ database: some DatabaseWriter, _ migrations: [Migration]) throws {
        var migrator = DatabaseMigrator()
        for migration in JobTables.migrations + migrations {
            migrator.registerMigration(migration.name) { database in
                for statement in migration.statements { try database.execute(sql: statement) }
            }
        }
        let (isSuperseded, isComplete) = try database.read { database in
            (try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database))
        }
        if isSuperseded {
            throw StoreError.unusable("the data folder was written by a newer Endeks; run that one")
        }
        if !isComplete { try migrator.migrate(database) }
    }

    private static func configuration(_ patience: Duration) -> Configuration {
        var configuration = Configuration()
        configuration.label = "endeks"
        configuration.busyMode = .timeout(TimeInterval(patience.wholeMilliseconds) / 1000)
        configuration.maximumReaderCount = 4
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
            try database.execute(sql: "PRAGMA cache_size = -8000")
            // What a statement or savepoint might take back is kept in memory: in files it would be ten pages written for
            // each one of the database, and customers' data in the folder for temporary files.
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            // 16 MB of log before it is brought into the file, so that the pages that each commit changes go there once.
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        }
        return configuration
    }

    /// Where the database of a data folder lies.
    package static func file(in folder: String) -> String { folder + "/endeks.sqlite" }

    /// Runs `body` in a transaction of its own and returns when the commit that carries it is synced.
    ///
    /// Transactions of a moment share one commit. What `body` throws undoes it alone and is thrown on. A body may run
    /// twice, where a commit that it shared failed: it has no effect but on the transaction.
    package func write<Result: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await writer.write(body)
    }

    /// Runs `body` on what is committed.
    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (ReadView) throws -> Result
    ) async throws -> Result {
        do {
            return try await pool.read { try body(ReadView(database: $0)) }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    /// Writes something that changes nothing, synced: whether the database can be written now.
    package func probe(at moment: Moment) async throws {
        _ = try await write { transaction in
            try transaction.run("INSERT OR REPLACE INTO store_probe (id, at) VALUES (1, ?)", moment)
        }
    }

    /// Brings what the log holds into the database file, so that the next start need not; for the stop.
    package func checkpoint() async throws {
        do {
            try await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        } catch {
            throw StoreError(error)
        }
    }
}

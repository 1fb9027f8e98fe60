internal import Foundation
internal import GRDB

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
    package init(folder: String, migrations: [Migration]) throws(StoreError) {
        self.folder = folder
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            var configuration = Configuration()
            configuration.label = "endeks"
            configuration.busyMode = .timeout(5)
            configuration.maximumReaderCount = 4
            configuration.foreignKeysEnabled = true
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
                try database.execute(sql: "PRAGMA cache_size = -8000")
            }
            pool = try DatabasePool(path: Self.file(in: folder), configuration: configuration)
            var migrator = DatabaseMigrator()
            for migration in migrations {
                migrator.registerMigration(migration.name) { database in
                    for statement in migration.statements { try database.execute(sql: statement) }
                }
            }
            try migrator.migrate(pool)
            if try pool.read({ try migrator.hasBeenSuperseded($0) }) {
                throw StoreError.unusable("the data folder was written by a newer Endeks; run that one")
            }
        } catch {
            throw StoreError(error)
        }
        writer = GroupWriter(pool: pool, bell: bell)
    }

    /// Where the database of a data folder lies.
    package static func file(in folder: String) -> String { folder + "/endeks.sqlite" }

    /// Runs `body` in a transaction of its own and returns when the commit that carries it is synced.
    ///
    /// Transactions of a moment share one commit. What `body` throws undoes it alone and is thrown on.
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
}

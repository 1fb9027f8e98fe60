internal import Foundation
internal import GRDB

extension Backup {
    /// Makes a data folder of a backup.
    ///
    /// The folder must be empty, or not there. `mend` changes the database before it gets its name, once its tables are
    /// those of `migrations`; what it throws is thrown on.
    /// Throws `StoreError.unusable` where the file is no backup or is damaged, and `constraint` where the folder is not
    /// empty; then nothing of it is changed.
    package static func restore(
        _ file: String, to folder: String, migrations: [Migration], mend: (Transaction) throws -> Void = { _ in }
    ) throws -> Contents {
        do {
            guard FileManager.default.fileExists(atPath: file) else {
                throw StoreError.unavailable("there is no such file")
            }
            try DataFolder.make(folder)
            guard try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty else {
                throw StoreError.constraint("the folder is not empty")
            }
        } catch {
            throw StoreError(error)
        }
        do {
            return try fill(folder, from: file, migrations, mend)
        } catch {
            // It was empty, and shall be for the next try.
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                try? FileManager.default.removeItem(atPath: folder + "/" + name)
            }
            throw error is DatabaseError ? StoreError(error) : error
        }
    }

    private static func fill(
        _ folder: String, from file: String, _ migrations: [Migration], _ mend: (Transaction) throws -> Void
    ) throws -> Contents {
        var configuration = Configuration()
        configuration.readonly = true
        let backup = try DatabaseQueue(path: file, configuration: configuration)
        try check(backup)
        guard try backup.read({ try $0.tableExists("backup_blob") && $0.tableExists("job") }) else {
            throw StoreError.unusable("the file is no backup of Endeks")
        }
        let contents = try takeBlobs(from: backup, to: folder + "/blobs")
        let beside = Store.file(in: folder) + ".part"
        let copy = try DatabaseQueue(path: beside)
        guard chmod(beside, 0o600) == 0 else { throw StoreError(errno: errno, "the database") }
        try backup.backup(to: copy)
        try copy.inDatabase { try $0.execute(sql: "DROP TABLE backup_blob; VACUUM") }
        try Store.migrate(copy, migrations)
        try copy.write { try mend(Transaction($0)) }
        try copy.close()
        try sync(beside)
        // The name comes last: a folder with a database is whole.
        guard rename(beside, Store.file(in: folder)) == 0 else { throw StoreError(errno: errno, "the database") }
        try DataFolder.sync(folder)
        return contents
    }

    private static func takeBlobs(from backup: DatabaseQueue, to folder: String) throws -> Contents {
        try DataFolder.make(folder + "/incoming")
        return try backup.read { database in
            var contents = Contents()
            let cursor = try GRDB.Row.fetchCursor(database, sql: "SELECT id, bytes FROM backup_blob")
            while let row = try cursor.next() {
                let content: Data = row["bytes"]
                let name = try BlobFile.write([UInt8](content), in: folder)
                guard name.hexadecimal == row["id"] as String? else {
                    throw StoreError.unusable("a blob of the backup is damaged")
                }
                contents.blobs += 1
                contents.bytes += content.count
            }
            return contents
        }
    }
}

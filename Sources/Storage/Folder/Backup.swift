internal import Foundation
internal import GRDB

/// A data folder as one file: its database, and its blobs in a table of it.
package enum Backup {
    /// What a backup or a restore carried.
    package struct Contents: Hashable, Sendable {
        package let blobs: Int
        package let bytes: Int
    }

    /// The table that a backup has beside those of the service; never changed, so that old backups can be read.
    private static let table = "CREATE TABLE backup_blob (id TEXT PRIMARY KEY, bytes BLOB NOT NULL)"

    /// Writes the folder of a store into a file, while the service runs or not.
    ///
    /// The database goes first and every blob that it names was synced before it, so nothing is missing. The file is
    /// written beside, checked, synced and renamed: under its name it is whole. Throws `StoreError`.
    package static func write(_ folder: String, to file: String) throws(StoreError) -> Contents {
        let beside = file + ".part"
        do {
            unlink(beside)
            defer { unlink(beside) }
            var configuration = Configuration()
            configuration.busyMode = .timeout(15)
            let source = try DatabaseQueue(path: Store.file(in: folder), configuration: configuration)
            try source.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [beside]) }
            let copy = try DatabaseQueue(path: beside)
            let contents = try addBlobs(of: folder + "/blobs", to: copy)
            try check(copy)
            try copy.close()
            try sync(beside)
            guard rename(beside, file) == 0 else { throw StoreError(errno: errno, "the backup") }
            try DataFolder.sync(URL(fileURLWithPath: file).deletingLastPathComponent().path)
            return contents
        } catch {
            throw StoreError(error)
        }
    }

    /// Makes a data folder of a backup.
    ///
    /// The folder must be empty, or not there.
    /// Throws `StoreError.unusable` where the file is no backup or is damaged, and `constraint` where the folder is not
    /// empty; then nothing of it is changed.
    package static func restore(_ file: String, to folder: String) throws(StoreError) -> Contents {
        do {
            guard FileManager.default.fileExists(atPath: file) else {
                throw StoreError.unavailable("there is no such file")
            }
            try DataFolder.make(folder)
            guard try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty else {
                throw StoreError.constraint("the folder is not empty")
            }
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
            try backup.backup(to: copy)
            try copy.inDatabase { try $0.execute(sql: "DROP TABLE backup_blob; VACUUM") }
            try copy.close()
            try sync(beside)
            // The name comes last: a folder with a database is whole.
            guard rename(beside, Store.file(in: folder)) == 0 else { throw StoreError(errno: errno, "the database") }
            try DataFolder.sync(folder)
            return contents
        } catch {
            throw StoreError(error)
        }
    }

    private static func addBlobs(of folder: String, to copy: DatabaseQueue) throws -> Contents {
        try copy.inDatabase { try $0.execute(sql: table) }
        var (blobs, bytes) = (0, 0)
        let names = FileManager.default.enumerator(atPath: folder)
        var batch: [(BlobID, [UInt8])] = []
        func store() throws {
            try copy.write { database in
                for (blob, content) in batch {
                    try database.execute(
                        sql: "INSERT INTO backup_blob (id, bytes) VALUES (?, ?)",
                        arguments: [blob.hexadecimal, Data(content)])
                }
            }
            batch = []
        }
        while let name = names?.nextObject() as? String {
            guard let blob = BlobID(String(name.split(separator: "/").last ?? "")) else { continue }
            let content = try BlobFile.read(blob, in: folder)
            batch.append((blob, content))
            (blobs, bytes) = (blobs + 1, bytes + content.count)
            if batch.count == 50 { try store() }
        }
        try store()
        return Contents(blobs: blobs, bytes: bytes)
    }

    private static func takeBlobs(from backup: DatabaseQueue, to folder: String) throws -> Contents {
        try DataFolder.make(folder + "/incoming")
        return try backup.read { database in
            var (blobs, bytes) = (0, 0)
            let cursor = try GRDB.Row.fetchCursor(database, sql: "SELECT id, bytes FROM backup_blob")
            while let row = try cursor.next() {
                let content: Data = row["bytes"]
                let name = try BlobFile.write([UInt8](content), in: folder)
                guard name.hexadecimal == row["id"] as String? else {
                    throw StoreError.unusable("a blob of the backup is damaged")
                }
                (blobs, bytes) = (blobs + 1, bytes + content.count)
            }
            return Contents(blobs: blobs, bytes: bytes)
        }
    }

    private static func check(_ queue: DatabaseQueue) throws {
        let verdicts = try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        guard verdicts == ["ok"] else { throw StoreError.unusable("its check for integrity fails") }
    }

    private static func sync(_ file: String) throws(StoreError) {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(errno: errno, "a file") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreError(errno: errno, "a file") }
    }
}

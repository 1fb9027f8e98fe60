internal import Foundation
internal import GRDB

/// A data folder as one file: its database, and its blobs in a table of it.
package enum Backup {
    /// What a backup or a restore carried.
    package struct Contents: Hashable, Sendable {
        package var blobs = 0
        package var bytes = 0
        /// Blobs whose files are not what was once written; the backup has none of them.
        package var damaged: [BlobID] = []
        /// Blobs that the database names and the folder lacks.
        package var missing: [BlobID] = []
    }

    /// The table that a backup has beside those of the service; never changed, so that old backups can be read.
    private static let table = "CREATE TABLE backup_blob (id TEXT PRIMARY KEY, bytes BLOB NOT NULL)"

    /// Writes the folder of a store into a file, while the service runs or not.
    ///
    /// The database goes first and every blob that it names was synced before it, so nothing is missing. The file is
    /// written beside, checked, synced and renamed: under its name it is whole, but for the blobs that are damaged or
    /// missing in the folder itself, which are named. `names` are queries that give, as `blob`, the blobs that the
    /// database names. Throws `StoreError`.
    package static func write(_ folder: String, to file: String, names: [String]) throws(StoreError) -> Contents {
        let beside = file + ".part"
        do {
            unlink(beside)
            defer { unlink(beside) }
            // It holds personal data; SQLite would make it as the umask has it.
            let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw StoreError(errno: errno, "the backup") }
            close(descriptor)
            var configuration = Configuration()
            configuration.busyMode = .timeout(15)
            let source = try DatabaseQueue(path: Store.file(in: folder), configuration: configuration)
            try source.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [beside]) }
            let copy = try DatabaseQueue(path: beside)
            var contents = try addBlobs(of: folder + "/blobs", to: copy)
            contents.missing = try missing(copy, names).filter { !contents.damaged.contains($0) }
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

    private static func addBlobs(of folder: String, to copy: DatabaseQueue) throws -> Contents {
        try copy.inDatabase { try $0.execute(sql: table) }
        var contents = Contents()
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
            let content: [UInt8]
            do {
                content = try BlobFile.read(blob, in: folder)
            } catch .unusable {
                contents.damaged.append(blob)
                continue
            } catch {
                // It cannot be read at all: missing, if the database names it.
                continue
            }
            batch.append((blob, content))
            contents.blobs += 1
            contents.bytes += content.count
            if batch.count == 50 { try store() }
        }
        try store()
        contents.damaged.sort { $0.hexadecimal < $1.hexadecimal }
        return contents
    }

    /// The blobs that the database of a backup names and the backup lacks.
    private static func missing(_ copy: DatabaseQueue, _ names: [String]) throws -> [BlobID] {
        if names.isEmpty { return [] }
        let named = names.joined(separator: " UNION ")
        return try copy.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT blob FROM (\(named)) WHERE blob IS NOT NULL AND blob NOT IN (SELECT id FROM backup_blob)
                    ORDER BY blob
                    """
            ).compactMap { BlobID($0) }
        }
    }

    static func check(_ queue: DatabaseQueue) throws {
        let verdicts = try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        guard verdicts == ["ok"] else { throw StoreError.unusable("its check for integrity fails") }
    }

    static func sync(_ file: String) throws(StoreError) {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(errno: errno, "a file") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreError(errno: errno, "a file") }
    }
}

internal import Foundation

/// The folder that holds everything: the database, the blobs, the locks.
package enum DataFolder {
    /// Makes the folder, which nobody else may look into, if it is not there.
    static func make(_ folder: String) throws(StoreError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unavailable("the data folder cannot be made, or something else has its name")
        }
    }

    /// Takes away what others may do with a data folder that was made by hand or copied; false where that cannot be done
    /// and others may look in.
    package static func closeToOthers(
        _ folder: String, change: (String, UInt32) -> Bool = { chmod($0, $1) == 0 }
    ) -> Bool {
        func isOpen(_ path: String) -> Bool {
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
        }
        var isClosed = true
        if isOpen(folder) { isClosed = change(folder, 0o700) }
        for ending in ["", "-wal", "-shm"] {
            let file = Store.file(in: folder) + ending
            // Behind a closed folder nobody gets at it anyway.
            if isOpen(file) { _ = change(file, 0o600) }
        }
        return isClosed
    }

    /// Whether a database lies in the folder.
    package static func exists(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: Store.file(in: folder))
    }

    /// Syncs a folder, so that the names in it are on the disk.
    static func sync(_ folder: String) throws(StoreError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(errno: errno, "a folder") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreError(errno: errno, "a folder") }
    }
}

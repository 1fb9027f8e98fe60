internal import Foundation

/// A lock on a data folder, held until it is let go or the process ends, however it ends.
package final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Makes this process the one service of a folder, which is made if it is not there.
    ///
    /// Throws `StoreError.locked` where another process is that already.
    package convenience init(folder: String) throws(StoreError) {
        try self.init(file: folder + "/service.lock", folder: folder, operation: LOCK_EX | LOCK_NB)
    }

    /// Waits until no other process makes or mends the tables of the folder.
    convenience init(tablesOf folder: String) throws(StoreError) {
        try self.init(file: folder + "/tables.lock", folder: folder, operation: LOCK_EX)
    }

    private init(file: String, folder: String, operation: Int32) throws(StoreError) {
        try DataFolder.make(folder)
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(errno: errno, "the lock of the data folder") }
        guard flock(descriptor, operation) == 0 else {
            let problem = errno
            close(descriptor)
            if problem == EWOULDBLOCK { throw .locked }
            throw StoreError(errno: problem, "the lock of the data folder")
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}

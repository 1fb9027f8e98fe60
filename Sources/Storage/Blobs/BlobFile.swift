internal import Foundation

/// One blob as a file: `aa/bb/<sha256>` below the folder of the blobs.
enum BlobFile {
    static func path(_ blob: BlobID, in folder: String) -> String { "\(shelf(blob, in: folder))/\(blob.hexadecimal)" }

    private static func shelf(_ blob: BlobID, in folder: String) -> String {
        let name = blob.hexadecimal
        return "\(folder)/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))"
    }

    /// The name that bytes have as a blob.
    static func name(of bytes: [UInt8]) throws(StoreError) -> BlobID {
        guard let blob = BlobID(Digest.hexadecimal(Digest.sha256(bytes))) else { throw .failed("a SHA-256") }
        return blob
    }

    /// Writes beside, syncs, renames, and syncs the folders that hold the name.
    static func write(_ bytes: [UInt8], in folder: String) throws(StoreError) -> BlobID {
        let blob = try name(of: bytes)
        let file = path(blob, in: folder)
        let shelf = shelf(blob, in: folder)
        // One that is there was synced before it got its name; whether its name was, nobody wrote down.
        if access(file, F_OK) != 0 {
            try DataFolder.make(shelf)
            let incoming = "\(folder)/incoming/\(UUID().uuidString)"
            try writeSynced(bytes, to: incoming)
            guard rename(incoming, file) == 0 else {
                let problem = errno
                unlink(incoming)
                throw StoreError(errno: problem, "a blob")
            }
        }
        for part in [shelf, "\(folder)/\(blob.hexadecimal.prefix(2))", folder] { try DataFolder.sync(part) }
        return blob
    }

    private static func writeSynced(_ bytes: [UInt8], to file: String) throws(StoreError) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(errno: errno, "a blob") }
        var problem: Int32 = 0
        var offset = 0
        while offset < bytes.count, problem == 0 {
            let written = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
            }
            if written > 0 { offset += written } else if errno != EINTR { problem = errno }
        }
        if problem == 0, fsync(descriptor) != 0 { problem = errno }
        if close(descriptor) != 0, problem == 0 { problem = errno }
        if problem == 0 { return }
        unlink(file)
        throw StoreError(errno: problem, "a blob")
    }

    static func read(_ blob: BlobID, in folder: String) throws(StoreError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path(blob, in: folder)) else {
            throw .unavailable("a blob is not there")
        }
        let bytes = [UInt8](data)
        guard try name(of: bytes) == blob else { throw .unusable("a blob is damaged") }
        return bytes
    }
}

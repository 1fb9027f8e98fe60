internal import Foundation

/// The bytes of photos and documents, in files named by their SHA-256.
///
/// A blob is written and synced before the row that names it, and never changes.
package final class BlobStore: Sendable {
    /// Where the blobs lie.
    private let folder: String
    private let threads = BlockingThreads(name: "endeks-blobs", count: 4)

    /// The blobs of a data folder.
    package init(folder: String) throws(StoreError) {
        self.folder = folder + "/blobs"
        try DataFolder.make(self.folder + "/incoming")
    }

    /// Stores bytes; on return they are on the disk, under the name that they will always have.
    package func put(_ bytes: [UInt8]) async throws(StoreError) -> BlobID {
        try await threads.run { [folder] () throws(StoreError) in try BlobFile.write(bytes, in: folder) }
    }

    /// The bytes of a blob, checked against its name.
    ///
    /// Throws `StoreError.unavailable` where there is none, and `unusable` where the file is damaged.
    package func get(_ blob: BlobID) async throws(StoreError) -> [UInt8] {
        try await threads.run { [folder] () throws(StoreError) in try BlobFile.read(blob, in: folder) }
    }

    /// Whether there is such a blob.
    package func contains(_ blob: BlobID) -> Bool {
        FileManager.default.fileExists(atPath: BlobFile.path(blob, in: folder))
    }

    /// Removes what an end in the middle of a write left; only for the one who holds the folder's lock.
    package func sweep() {
        let incoming = folder + "/incoming"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: incoming)) ?? [] {
            unlink(incoming + "/" + name)
        }
    }
}

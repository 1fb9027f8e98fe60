import Glibc

/// Writes files that can be drawn again: without the sync that Foundation's `Data.write` makes for each.
enum PhotoFile {
    /// Writes a whole file, over an older one.
    ///
    /// - Throws: ``PhotoFileError`` with the system's reason.
    static func write(_ bytes: [UInt8], to path: String) throws(PhotoFileError) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard file >= 0 else { throw PhotoFileError(path: path, reason: String(cString: strerror(errno))) }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw PhotoFileError(path: path, reason: String(cString: strerror(errno))) }
            written += count
        }
    }
}

/// A photo that could not be written.
package struct PhotoFileError: Error, Hashable, CustomStringConvertible {
    package let path: String
    package let reason: String

    package var description: String { "\(path) cannot be written: \(reason)." }
}

import Foundation
import MeterVision

/// The list of registered serials that `endeks read` is given.
enum ReadSerials {
    /// The list in this file; nil without a file.
    static func load(_ path: String?) throws -> SerialList? {
        guard let path else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.usage, "\(path): this file of serials cannot be read. Check the path.")
        }
        do {
            return try SerialList(file: Array(data))
        } catch {
            throw CommandFailure(.usage, "\(path): \(error.description).")
        }
    }
}

import Foundation
import MeterVision

/// The model that photos are read with.
enum ReadModel {
    /// The model of a file, or without one that which is compiled in.
    static func load(_ path: String?) throws(CommandFailure) -> ReaderModel {
        guard let path else {
            do { return try ReaderModel.compiledIn() } catch { throw CommandFailure(.modelUnusable, "\(error)") }
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.modelUnusable, "\(path): there is no such model file, or it may not be read")
        }
        do { return try ReaderModel(bytes: Array(bytes)) } catch {
            throw CommandFailure(.modelUnusable, "\(path): \(error)")
        }
    }
}

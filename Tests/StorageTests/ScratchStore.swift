import Foundation
import Logging
import Storage
import Synchronization

/// A data folder that is there for one test, and its database.
final class ScratchStore: Sendable {
    let folder: String
    let store: Store

    init(
        _ migrations: [Migration] = [ScratchStore.notes], patience: Duration = .seconds(15),
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) throws {
        folder = FileManager.default.temporaryDirectory.path + "/endeks-store-\(UUID().uuidString)"
        store = try Store(folder: folder, migrations: migrations, patience: patience, logger: logger)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A table to write into.
    static let notes = Migration(
        "Test/1 notes", ["CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)"])

    func write(_ text: String) async throws {
        _ = try await store.write { try $0.run("INSERT INTO note (text) VALUES (?)", text) }
    }

    func notes() async throws -> [String] {
        try await store.read { try $0.rows("SELECT text FROM note ORDER BY id").map { try $0.text("text") } }
    }
}

extension FixedWidthInteger {
    /// The moment so many seconds after the start of 2027.
    var seconds: Moment { Moment(secondsSince1970: 1_798_750_800 + Int64(self)) }
}

/// Keeps what is logged, a line each: level, message, and the metadata by name.
final class LogLines: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(lines: self) } }

    private struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let fields = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let line = (["\(event.level): \(event.message)"] + fields).joined(separator: "; ")
            lines.kept.withLock { $0.append(line) }
        }
    }
}

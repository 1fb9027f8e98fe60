import Logging
import Synchronization

/// Keeps the log lines, for tests of what staff see: `error: the message [outbox=1]`.
final class LogBook: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in LogBookHandler(book: self) } }

    func add(_ line: String) { kept.withLock { $0.append(line) } }
}

private struct LogBookHandler: LogHandler {
    let book: LogBook
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let values = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        book.add("\(event.level.rawValue): \(event.message) [\(values.joined(separator: " "))]")
    }
}

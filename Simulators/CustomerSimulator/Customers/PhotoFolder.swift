package import Foundation

/// The photos that customers send, and whose each is as far as a list beside them says so.
///
/// `senders.csv` (columns `file` and `subscriber_number`) names the senders themselves; `labels.csv` (columns `file` and
/// `serial`) names the meters.
package struct PhotoFolder: Sendable {
    package let folder: URL
    /// File names, sorted.
    package let files: [String]
    private let serials: [String: String]
    private let senders: [String: [String]]

    package init(_ folder: URL) throws {
        self.folder = folder
        files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { ["jpg", "jpeg"].contains($0.split(separator: ".").last?.lowercased()) }.sorted()
        func rows(_ name: String) -> [[String: String]] {
            (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { CommaSeparatedRows($0).rows }
                ?? []
        }
        var serials: [String: String] = [:]
        for row in rows("labels.csv") {
            if let file = row["file"], let serial = row["serial"], !serial.isEmpty { serials[file] = serial }
        }
        var senders: [String: [String]] = [:]
        for row in rows("senders.csv") {
            if let file = row["file"], let number = row["subscriber_number"] {
                senders[number, default: []].append(file)
            }
        }
        self.serials = serials
        self.senders = senders
    }

    /// The serial of the meter that a file shows, where the list tells it.
    package func serial(of file: String) -> String? { serials[file] }

    /// The files that a subscriber sends, where the list tells it.
    package func files(of subscriber: String) -> [String]? { senders[subscriber] }

    package func bytes(of file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: file)))
    }
}

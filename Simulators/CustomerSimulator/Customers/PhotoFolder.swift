package import Foundation
import WrittenFiles

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

    /// More than a list of a million photos.
    private static let mostBytes = 1 << 28

    /// The photos of a folder; throws where it cannot be read, and the mistakes of a list in it.
    package init(_ folder: URL) throws {
        self.folder = folder
        files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { ["jpg", "jpeg"].contains($0.split(separator: ".").last?.lowercased()) }.sorted()
        var serials: [String: String] = [:]
        for row in try Self.rows("labels.csv", in: folder, needed: ["file"]) {
            let serial = row.value("serial").text
            if !serial.isEmpty { serials[row.value("file").text] = serial }
        }
        var senders: [String: [String]] = [:]
        for row in try Self.rows("senders.csv", in: folder, needed: ["file", "subscriber_number"]) {
            senders[row.value("subscriber_number").text, default: []].append(row.value("file").text)
        }
        self.serials = serials
        self.senders = senders
    }

    /// The rows of a list beside the photos; none where it is not there.
    private static func rows(_ name: String, in folder: URL, needed: [String]) throws -> [CSVRow] {
        let path = folder.appending(path: name).path
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let text = try WrittenText.of([UInt8](data), file: path, most: mostBytes)
        var table = try CSVTable(text: text, file: path, columns: .init(needed, others: .ignored))
        return try table.rows()
    }

    /// The serial of the meter that a file shows, where the list tells it.
    package func serial(of file: String) -> String? { serials[file] }

    /// The files that a subscriber sends, where the list tells it.
    package func files(of subscriber: String) -> [String]? { senders[subscriber] }

    package func bytes(of file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: file)))
    }
}

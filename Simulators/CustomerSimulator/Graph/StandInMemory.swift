package import Foundation

/// A folder in which the stand-in and its customers remember what happened, for the next start.
///
/// One line a happening, appended; a line that a kill cut off is left out when it is read.
package final class StandInMemory: Sendable {
    /// An uploaded file.
    package struct Upload: Sendable {
        package let bytes: [UInt8]
        package let type: String
    }

    /// A photo that a customer sent.
    package struct Photo: Sendable, Codable {
        package let message: String
        package let media: String
        package let file: String
        package let subscriber: String
        /// Milliseconds since 1970.
        package let sentAt: Int64
    }

    private struct Line: Codable {
        var photo: Photo?
        /// A message whose webhook was answered 200.
        var received: String?
        var message: SentMessage?
        var upload: String?
        var type: String?
    }

    package let uploads: [String: Upload]
    package let messages: [SentMessage]
    /// Photos in the order in which they were sent, and those of them that the service took.
    package let photos: [Photo]
    package let received: Set<String>

    private let folder: URL
    private let journal: FileHandle

    package init(folder: URL) throws {
        self.folder = folder
        let files = FileManager.default
        try files.createDirectory(at: folder.appending(path: "uploads"), withIntermediateDirectories: true)
        let path = folder.appending(path: "journal.jsonl").path
        let lines = (files.contents(atPath: path) ?? Data()).split(separator: UInt8(ascii: "\n"))
            .compactMap { try? JSONDecoder().decode(Line.self, from: Data($0)) }
        photos = lines.compactMap(\.photo)
        received = Set(lines.compactMap(\.received))
        messages = lines.compactMap(\.message)
        var uploads: [String: Upload] = [:]
        for line in lines {
            guard let id = line.upload, let type = line.type,
                let bytes = files.contents(atPath: folder.appending(path: "uploads/\(id)").path)
            else { continue }
            uploads[id] = Upload(bytes: [UInt8](bytes), type: type)
        }
        self.uploads = uploads
        if !files.fileExists(atPath: path) { _ = files.createFile(atPath: path, contents: nil) }
        journal = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try journal.seekToEnd()
        // Whatever a kill left without its line end must not swallow the next line.
        if !lines.isEmpty { try journal.write(contentsOf: Data("\n".utf8)) }
    }

    package func keep(_ photo: Photo) { append(Line(photo: photo)) }

    package func keep(received message: String) { append(Line(received: message)) }

    package func keep(_ message: SentMessage) { append(Line(message: message)) }

    package func keep(upload: String, bytes: [UInt8], type: String) {
        try? Data(bytes).write(to: folder.appending(path: "uploads/\(upload)"))
        append(Line(upload: upload, type: type))
    }

    // One `write` a line: the file is opened for appending by one process, and a lost line only means that a customer
    // repeats what they sent.
    private func append(_ line: Line) {
        guard let data = try? JSONEncoder().encode(line) else { return }
        try? journal.write(contentsOf: data + Data("\n".utf8))
    }
}

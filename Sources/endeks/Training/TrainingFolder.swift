import Foundation

/// The folder that an export is written into: new or empty before, its own alone, and gone again where the export fails.
struct TrainingFolder {
    let path: String

    /// When every file says that it was made: the order of the work tells nothing.
    static let time = Date(timeIntervalSince1970: 946_684_800)

    /// Makes the folder.
    ///
    /// - Throws: `CommandFailure` where something lies in it already, or it cannot be made.
    init(_ path: String) throws(CommandFailure) {
        self.path = path
        let files = FileManager.default
        if files.fileExists(atPath: path) {
            guard let contents = try? files.contentsOfDirectory(atPath: path) else {
                throw CommandFailure(.outputNotWritable, "\(path): this is no folder, or it may not be read.")
            }
            guard contents.isEmpty else {
                throw CommandFailure(
                    .outputNotWritable, "\(path): the folder is not empty. Name one that is, or that is not there.")
            }
        }
        do {
            try files.createDirectory(
                atPath: path + "/photos", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure(.outputNotWritable, "\(path): cannot be written. Check that its parent is there.")
        }
    }

    /// Writes one file, for its owner alone.
    func write(_ file: String, _ bytes: [UInt8]) throws(CommandFailure) {
        let place = path + "/" + file
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600, .modificationDate: Self.time]
        guard FileManager.default.createFile(atPath: place, contents: Data(bytes), attributes: attributes) else {
            throw CommandFailure(.outputNotWritable, "\(place): cannot be written. Is the disk full?")
        }
        do { try FileManager.default.setAttributes([.modificationDate: Self.time], ofItemAtPath: place) } catch {
            throw CommandFailure(.outputNotWritable, "\(place): its time cannot be set.")
        }
    }

    /// Takes away what was written.
    func empty() {
        for name in ["photos", "photos.tsv", "labels.csv"] {
            try? FileManager.default.removeItem(atPath: path + "/" + name)
        }
    }
}

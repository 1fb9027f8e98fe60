import Foundation

/// Why a series cannot be drawn into a folder.
package enum SeriesError: Error, Hashable, CustomStringConvertible {
    /// The folder holds photos of another seed, profile or size.
    case anotherSeries(folder: String)
    /// The folder's photos are not what this version of the renderer draws for them.
    case anotherRenderer(folder: String, photo: String)

    package var description: String {
        switch self {
        case .anotherSeries(let folder):
            "\(folder) holds another series (other seed, profile, size or framing). Choose another folder, or empty this one."
        case .anotherRenderer(let folder, let photo):
            "\(folder) holds photos of another version of the renderer (\(photo) would be drawn otherwise now, or was "
                + "changed): they would not go together. Choose another folder, or empty this one."
        }
    }
}

/// How far a series is: `series.json` says which one it is, `truth.jsonl.part` holds a line for every photo that is whole.
final class SeriesLedger: Sendable {
    /// What makes a series this one.
    private struct Identity: Codable, Equatable {
        var seed: UInt64
        var framing: Scene.Framing
        var longSide: Int
        var profile: String
        /// Of the profile's distributions, so that an edited file of the same name is another one.
        var fingerprint: String
    }

    /// How many photos are drawn already: whole batches of them, or as many as asked for and more.
    let drawn: Int
    /// The first and the last one's lines, by the photo's number: what it is seen by which renderer drew them.
    let edges: [Int: Data]
    private let truth: URL
    private let unfinished: URL
    private let lines: FileHandle

    init(of series: PhotoSeries) throws {
        let folder = series.folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        truth = folder.appending(path: "truth.jsonl")
        unfinished = folder.appending(path: "truth.jsonl.part")
        let identityFile = folder.appending(path: "series.json")
        let identity = Identity(
            seed: series.seed, framing: series.framing, longSide: series.longSide, profile: series.profile.name,
            fingerprint: series.profile.fingerprint)
        if let data = FileManager.default.contents(atPath: identityFile.path) {
            guard let found = try? JSONDecoder().decode(Identity.self, from: data), found == identity else {
                throw SeriesError.anotherSeries(folder: folder.path)
            }
        } else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            try encoder.encode(identity).write(to: identityFile, options: .atomic)
        }
        // A longer series of the same kind begins with the shorter one: whichever came further, no line of it is lost.
        let found = [truth, unfinished].map(SeriesLedger.wholeLines).max { $0.count < $1.count } ?? []
        let batches = found.count / PhotoSeries.batch * PhotoSeries.batch
        let kept = found.prefix(found.count >= series.count ? found.count : batches)
        drawn = kept.count
        edges = Dictionary([0, drawn - 1].filter(kept.indices.contains).map { ($0, kept[$0]) }) { line, _ in line }
        try Data(kept.joined()).write(to: unfinished)
        guard drawn < series.count else {
            lines = FileHandle.nullDevice
            try SeriesLedger.replace(truth, by: unfinished)
            return
        }
        lines = try FileHandle(forWritingTo: unfinished)
        try lines.seekToEnd()
    }

    /// A file's lines with their ends, without one that was cut off; none of a file that is not there.
    private static func wholeLines(of file: URL) -> [Data] {
        guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
        return data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast().map {
            $0 + Data("\n".utf8)
        }
    }

    private static func replace(_ file: URL, by other: URL) throws {
        if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
        try FileManager.default.moveItem(at: other, to: file)
    }

    func append(_ data: Data) throws { try lines.write(contentsOf: data) }

    /// The series is whole.
    func finish() throws {
        try lines.close()
        try SeriesLedger.replace(truth, by: unfinished)
    }
}

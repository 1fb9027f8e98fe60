import Foundation

/// Why a series cannot be drawn into a folder.
package enum SeriesError: Error, Hashable, CustomStringConvertible {
    /// The folder holds photos of another seed, profile or size.
    case anotherSeries(folder: String)

    package var description: String {
        switch self {
        case .anotherSeries(let folder):
            "\(folder) holds another series (other seed, profile, size or framing). Choose another folder, or empty this one."
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

    /// How many photos are drawn already, whole batches of them.
    let drawn: Int
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
        // A longer series of the same kind begins with the shorter one.
        if !FileManager.default.fileExists(atPath: unfinished.path), FileManager.default.fileExists(atPath: truth.path)
        {
            try FileManager.default.copyItem(at: truth, to: unfinished)
        }
        var kept = Data()
        if let data = FileManager.default.contents(atPath: unfinished.path) {
            let whole = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
            let count = whole.count >= series.count ? series.count : whole.count / PhotoSeries.batch * PhotoSeries.batch
            for line in whole.prefix(count) { kept += line + Data("\n".utf8) }
            drawn = count
        } else {
            drawn = 0
        }
        guard drawn < series.count else {
            if FileManager.default.fileExists(atPath: truth.path) {
                try FileManager.default.removeItem(at: unfinished)
            } else {
                try kept.write(to: unfinished)
                try FileManager.default.moveItem(at: unfinished, to: truth)
            }
            lines = FileHandle.nullDevice
            return
        }
        try kept.write(to: unfinished)
        lines = try FileHandle(forWritingTo: unfinished)
        try lines.seekToEnd()
    }

    func append(_ data: Data) throws { try lines.write(contentsOf: data) }

    /// The series is whole.
    func finish() throws {
        try lines.close()
        if FileManager.default.fileExists(atPath: truth.path) { try FileManager.default.removeItem(at: truth) }
        try FileManager.default.moveItem(at: unfinished, to: truth)
    }
}

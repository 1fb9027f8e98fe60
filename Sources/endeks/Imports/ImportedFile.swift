import Foundation
import Storage
import WrittenFiles

/// A CSV that a command takes over, whole or not at all.
struct ImportedFile {
    let path: String
    let text: String
    let sha256: String

    /// More than a utility's file has: 10 million lines.
    private static let mostBytes = 2 << 30

    init(_ path: String) throws(CommandFailure) {
        self.path = path
        let bytes = try Self.bytes(of: path)
        do throws(FileMistake) {
            text = try WrittenText.of(bytes, file: path, most: Self.mostBytes)
        } catch {
            throw CommandFailure(.subscriberFileWrong, error.description)
        }
        sha256 = Digest.hexadecimal(Digest.sha256(bytes))
    }

    private static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            // At the end of an empty file there is nothing, which is no error.
            return [UInt8](try handle.read(upToCount: mostBytes + 1) ?? Data())
        } catch {
            throw CommandFailure(
                .subscriberFileWrong, "\(path): there is no such file, or it may not be read.")
        }
    }

    /// Names every mistake, in the order of the file.
    ///
    /// - Throws: `CommandFailure` where there is one.
    static func refuse(_ problems: [FileMistake]) throws(CommandFailure) {
        if problems.isEmpty { return }
        for problem in problems.sorted(by: { ($0.line, $0.column) < ($1.line, $1.column) }) {
            StandardError.print(problem.description)
        }
        let lines = Set(problems.map(\.line)).count
        throw CommandFailure(
            .subscriberFileWrong, "nothing was imported: \(lines) \(lines == 1 ? "line is" : "lines are") wrong.")
    }
}

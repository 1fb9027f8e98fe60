import Foundation

/// One run of the real binary, found beside the test bundle.
struct EndeksRun {
    let output: String
    let errors: String
    let status: Int32

    /// Runs `endeks` with these arguments in a folder of its own choice.
    init(_ arguments: [String], in folder: URL? = nil, input: Data = Data()) throws {
        let process = Process()
        process.executableURL = try EndeksRun.binary()
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        let files = FileManager.default.temporaryDirectory
        // Files, not pipes: a long answer would fill a pipe that nobody reads yet.
        let (out, err) = (
            files.appendingPathComponent(UUID().uuidString), files.appendingPathComponent(UUID().uuidString)
        )
        defer { for file in [out, err] { try? FileManager.default.removeItem(at: file) } }
        for file in [out, err] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        try pipe.fileHandleForWriting.write(contentsOf: input)
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        output = String(decoding: try Data(contentsOf: out), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: err), as: UTF8.self)
        status = process.terminationStatus
    }

    /// The folder of this clone.
    static let clone = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func binary() throws -> URL {
        let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let binary = URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("endeks")
        guard FileManager.default.isExecutableFile(atPath: binary.path) else { throw NotBuilt(path: binary.path) }
        return binary
    }

    struct NotBuilt: Error {
        let path: String
    }
}

/// A folder that is there for one test.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("endeks test \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file and returns its path.
    func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

    func write(_ name: String, _ data: Data) throws -> String {
        let file = url.appendingPathComponent(name)
        try data.write(to: file)
        return file.path
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Everything that lies in a folder of it, hidden files too; nil when there is no such folder.
    func contents(_ name: String) -> [String]? { try? FileManager.default.contentsOfDirectory(atPath: path(name)) }
}

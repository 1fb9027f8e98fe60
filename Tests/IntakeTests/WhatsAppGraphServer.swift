import Foundation
import Testing

/// `Golden/graph.py` as a process: a Graph API that answers as it was told.
final class WhatsAppGraphServer {
    struct Request {
        let method: String
        let path: String
        let authorization: String?
        let type: String?
        let body: [UInt8]

        /// The body as a dictionary.
        var json: NSDictionary? {
            (try? JSONSerialization.jsonObject(with: Data(body))) as? NSDictionary
        }
    }

    let address: String
    private let folder = NSTemporaryDirectory() + "endeks-graph-\(UUID().uuidString)"
    private var told = 0
    private let process = Process()
    private let lifeline = Pipe()

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/graph.py").path
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-B", script, folder]
        process.standardInput = lifeline
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
        address = "http://127.0.0.1:\(port)"
    }

    deinit {
        lifeline.fileHandleForWriting.closeFile()
        process.terminate()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The next answers, each to the next request whose path holds `path`.
    func next(_ answers: [String: Any]...) throws {
        for answer in answers {
            told += 1
            let name = folder + "/next-\(1000 + told).json"
            try JSONSerialization.data(withJSONObject: answer).write(to: URL(filePath: name), options: .atomic)
        }
    }

    /// What was asked so far.
    func requests() throws -> [Request] {
        guard let log = FileManager.default.contents(atPath: folder + "/log") else { return [] }
        return try log.split(separator: UInt8(ascii: "\n")).map { line in
            let one = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
            return Request(
                method: one["method"] as? String ?? "", path: one["path"] as? String ?? "",
                authorization: one["authorization"] as? String, type: one["type"] as? String,
                body: [UInt8](Data(base64Encoded: one["body"] as? String ?? "") ?? Data()))
        }
    }

    /// The messages that were posted, in their order.
    func messages() throws -> [NSDictionary] {
        try requests().filter { $0.path.hasSuffix("/messages") }.compactMap(\.json)
    }
}

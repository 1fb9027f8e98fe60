import Foundation
import Testing

/// `endeks demo` with three of the sample photos: the real service, and the stand-in beside it.
@Suite("endeks demo", .serialized)
struct DemoCommandTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        let photos = EndeksRun.clone.appendingPathComponent("Images/photos")
        let rows = try String(contentsOf: photos.appendingPathComponent("subscribers.csv"), encoding: .utf8)
            .split(separator: "\n")
        for name in ["gas-01", "gas-06", "gas-08"] {
            _ = try scratch.write(name + ".jpg", Data(contentsOf: photos.appendingPathComponent(name + ".jpg")))
        }
        let chosen = rows.filter { row in
            ["subscriber", "4100001101", "4100001106", "4100001108"].contains { row.hasPrefix($0) }
        }
        _ = try scratch.write("subscribers.csv", chosen.joined(separator: "\n") + "\n")
        _ = try scratch.write("labels.csv", "file,serial\ngas-01.jpg,57666350\ngas-06.jpg,29564468\n")
    }

    private var arguments: [String] {
        ["demo", "--photos", scratch.url.path, "--data", scratch.path("data"), "--language", "en"]
    }

    private struct Status: Decodable {
        struct Photos: Decodable { let received: Int }
        let photos: Photos
        let invoices: Int
        let replies: Int
    }

    private func status() throws -> Status {
        let run = try EndeksRun(["status", "--json", "--data", scratch.path("data/data")])
        return try JSONDecoder().decode(Status.self, from: Data(run.output.utf8))
    }

    @Test("Stopped by Ctrl-C in the middle, the next start goes on: each photo once, and nothing runs on")
    func continues() async throws {
        let process = Process()
        process.executableURL = try EndeksRun.binary()
        process.arguments = arguments + ["--rate", "0.5"]
        let output = scratch.path("first.txt")
        try Data().write(to: URL(fileURLWithPath: output))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }
        let end = ContinuousClock.now + .seconds(30)
        while try !String(contentsOfFile: output, encoding: .utf8).contains("OGZ20"), ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(50))
        }
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let first = try String(contentsOfFile: output, encoding: .utf8)
        #expect(first.contains("/review") && first.contains("OGZ20"))

        let second = try EndeksRun(arguments + ["--once", "--rate", "5"])
        #expect(second.status == 0, "\(second.errors)")
        let lines = second.output.split(separator: "\n").filter { $0.contains(".jpg") }
        #expect(Set(lines.compactMap { $0.split(separator: " ").first }).count == 3)
        #expect(lines.count { $0.contains("accept") && $0.contains("due") } == 2)
        #expect(!second.output.contains("\u{1B}") && !second.output.contains("90555"))
        let status = try status()
        #expect(status.photos.received == 3)
        #expect(status.invoices == 2)
        // A notice and an answer for each of the three.
        #expect(status.replies == 6)
        #expect(scratch.contents("data/documents")?.count == 2)
        #expect(try running(with: scratch.url.lastPathComponent).isEmpty)
    }

    /// The command lines of what still runs on this folder.
    private func running(with name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }.compactMap { process in
            let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
            let text = String(decoding: line, as: UTF8.self)
            return text.contains(name) ? text : nil
        }
    }
}

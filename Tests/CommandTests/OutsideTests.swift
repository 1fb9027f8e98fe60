import Foundation
import Testing

/// What Python programs of `tools/outside` see of the real binary; pywa, from PyPI, judges our side of WhatsApp's wire.
@Suite("Seen from outside", .serialized)
struct OutsideTests {
    @Test("pywa takes the stand-in for WhatsApp: it sends, fetches and receives by it")
    func standIn() throws { try run("stand_in") }

    @Test("Chromium decides photos with the keyboard alone, and the invoice follows")
    func reviewPage() throws { try run("review_page") }

    @Test("pywa signs and parses: handshake, photos, repetitions, wrong signatures, statuses, a button, the invoice")
    func service() throws { try run("service") }

    @Test("Twenty kills at random moments and one at each named step end in the state of an undisturbed run")
    func kills() throws { try run("kills") }

    @Test("Webhooks repeated one to five times in three orders end in one state")
    func shuffle() throws { try run("shuffle") }

    @Test("By strace, each of 200 webhooks is written and synced before its 200")
    func syncOrder() throws { try run("sync_order") }

    @Test("Drawn photos keep to the schema of their truth, and zxing-cpp decodes their codes")
    func photos() throws { try run("photos") }

    @Test("Every fourth of 309 hostile JPEGs gets its answer within 2 seconds and 256 MB")
    func hostile() throws { try run("hostile") }

    /// A test that does not hold ends with another status than 0, and its last words say why.
    private func run(_ name: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = EndeksRun.clone.appendingPathComponent("tools/outside/run")
        process.arguments = [name, "--endeks", try EndeksRun.binary().path] + arguments
        let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        let file = try FileHandle(forWritingTo: output)
        process.standardOutput = file
        process.standardError = file
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let said = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        #expect(process.terminationStatus == 0, "\(said)")
        #expect(said.split(separator: "\n").last?.hasPrefix(name) == true, "\(said)")
    }
}

import Foundation
import Testing

/// What Python programs of `tools/outside` see of the real binary; pywa, from PyPI, judges our side of WhatsApp's wire.
@Suite("Seen from outside", .serialized)
struct OutsideTests {
    @Test("pywa takes the stand-in for WhatsApp: it sends, fetches and receives by it")
    func standIn() async throws { try await run("stand_in") }

    @Test("Chromium decides photos with the keyboard alone, and the invoice follows")
    func reviewPage() async throws { try await run("review_page") }

    @Test("A customer objects to an invoice; a clerk takes it back by keys through a kill, and the new one is sent")
    func reversal() async throws { try await run("reversal") }

    @Test("pywa signs and parses: handshake, photos, repetitions, wrong signatures, statuses, a button, the invoice")
    func service() async throws { try await run("service") }

    @Test("Twenty kills at random moments and one at each named step end in the state of an undisturbed run")
    func kills() async throws { try await run("kills") }

    @Test("Webhooks repeated one to five times in three orders end in one state")
    func shuffle() async throws { try await run("shuffle") }

    @Test("By strace, each of 200 webhooks is written and synced before its 200")
    func syncOrder() async throws { try await run("sync_order") }

    @Test("Drawn photos keep to the schema of their truth, and zxing-cpp decodes their codes")
    func photos() async throws { try await run("photos") }

    @Test("Photos that a clerk decided on are exported as the training's programs take them, and name nobody")
    func trainingExport() async throws { try await run("training_export") }

    @Test("Each of 309 hostile JPEGs gets its answer within 2 seconds and 256 MB")
    func hostile() async throws { try await run("hostile") }

    @Test("SQLite, pandas and DuckDB read a simulated city alike, and 1,000 invoices' use follows from its truth")
    func fleetExport() async throws { try await run("fleet_export") }

    /// A test that does not hold ends with another status than 0, and its last words say why.
    ///
    /// No thread waits for it: tests share two on a small machine, and these take minutes.
    private func run(_ name: String, _ arguments: String...) async throws {
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
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        let said = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        #expect(process.terminationStatus == 0, "\(said)")
        #expect(said.split(separator: "\n").last?.hasPrefix(name) == true, "\(said)")
    }
}

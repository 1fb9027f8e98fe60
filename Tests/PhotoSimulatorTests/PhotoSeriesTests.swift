import Foundation
import PhotoSimulator
import Testing

@Suite("Photo series")
struct PhotoSeriesTests {
    private func draw(_ threads: Int, seed: UInt64, framing: Scene.Framing) async throws -> [String: Data] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "endeks-photos-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await PhotoSeries(count: 70, seed: seed, framing: framing, longSide: 200, folder: folder)
            .draw(threads: threads) { _ in }
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[name] = try Data(contentsOf: folder.appending(path: name))
        }
        return files
    }

    @Test(
        "The same seed gives the same bytes, whatever the number of threads", arguments: [Scene.Framing.window, .whole])
    func sameBytes(framing: Scene.Framing) async throws {
        let one = try await draw(1, seed: 5, framing: framing)
        let three = try await draw(3, seed: 5, framing: framing)
        let other = try await draw(2, seed: 6, framing: framing)
        #expect(one.count == 71)
        #expect(one == three)
        #expect(one["000000.jpg"] != other["000000.jpg"])
    }

    @Test("A photo that cannot be written ends the series with an error", .timeLimit(.minutes(5)))
    func unwritable() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "endeks-photos-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        // A folder stands where the first photo should go.
        let taken = folder.appending(path: "000000.jpg/taken")
        try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: true)
        let series = PhotoSeries(count: 3, seed: 1, framing: .window, longSide: 200, folder: folder)
        await #expect(throws: (any Error).self) { try await series.draw(threads: 2) { _ in } }
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "truth.jsonl").path))
    }

    @Test("Every photo has its line of truth, in order")
    func truth() async throws {
        let files = try await draw(2, seed: 9, framing: .window)
        let text = String(decoding: try #require(files["truth.jsonl"]), as: UTF8.self)
        let truths = try text.split(separator: "\n").map {
            try JSONDecoder().decode(Truth.self, from: Data($0.utf8))
        }
        #expect(truths.map(\.number) == Array(0..<70))
        for truth in truths {
            #expect(files[truth.file] != nil)
            #expect(truth.window.count == 4)
            #expect(truth.index.count + truth.decimals.count == truth.digits.count)
            #expect((4...8).contains(truth.index.count))
        }
    }
}

import Foundation
import PhotoSimulator
import Testing

@Suite("Photo series")
struct PhotoSeriesTests {
    private func folder() -> URL {
        FileManager.default.temporaryDirectory.appending(path: "endeks-photos-\(UUID().uuidString)")
    }

    private func series(
        _ count: Int, seed: UInt64 = 5, framing: Scene.Framing = .window, profile: ShippedProfile = .field,
        in folder: URL
    ) throws -> PhotoSeries {
        PhotoSeries(
            count: count, seed: seed, framing: framing, longSide: 200, profile: try Profiles.shipped(profile),
            folder: folder)
    }

    private func files(_ folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[name] = try Data(contentsOf: folder.appending(path: name))
        }
        return files
    }

    @Test(
        "The same seed gives the same bytes, whatever the number of threads", arguments: [Scene.Framing.window, .whole])
    func sameBytes(framing: Scene.Framing) async throws {
        let (one, three, other) = (folder(), folder(), folder())
        defer { for folder in [one, three, other] { try? FileManager.default.removeItem(at: folder) } }
        try await series(70, framing: framing, in: one).draw(threads: 1) { _ in }
        try await series(70, framing: framing, in: three).draw(threads: 3) { _ in }
        try await series(70, seed: 6, framing: framing, in: other).draw(threads: 2) { _ in }
        let drawn = try files(one)
        #expect(drawn.count == 72)
        #expect(drawn == (try files(three)))
        #expect(drawn["000000.jpg"] != (try files(other))["000000.jpg"])
    }

    @Test("A series that was cut off goes on where it ended, and ends in the same bytes")
    func resumes() async throws {
        let (whole, cut) = (folder(), folder())
        defer { for folder in [whole, cut] { try? FileManager.default.removeItem(at: folder) } }
        try await series(100, in: whole).draw(threads: 2) { _ in }
        try await series(100, in: cut).draw(threads: 2) { _ in }
        // As a kill leaves it: a line cut in half, photos of a batch that was not written down, one of them half.
        let truth = cut.appending(path: "truth.jsonl")
        let lines = try Data(contentsOf: truth)
        let kept = lines.split(separator: UInt8(ascii: "\n")).prefix(40).reduce(Data()) { $0 + $1 + Data("\n".utf8) }
        try (kept + Data("{\"file\":\"0000".utf8)).write(to: cut.appending(path: "truth.jsonl.part"))
        try FileManager.default.removeItem(at: truth)
        try Data([0xFF]).write(to: cut.appending(path: "000050.jpg"))
        let known = try await series(100, in: cut).draw(threads: 2) { _ in }
        #expect(known == 32)
        #expect(try files(cut) == (try files(whole)))
    }

    @Test("A longer series begins with the shorter one, and a finished one is left alone")
    func longer() async throws {
        let (grown, whole) = (folder(), folder())
        defer { for folder in [grown, whole] { try? FileManager.default.removeItem(at: folder) } }
        #expect(try await series(64, in: grown).draw(threads: 1) { _ in } == 0)
        #expect(try await series(64, in: grown).draw(threads: 1) { _ in } == 64)
        #expect(try await series(90, in: grown).draw(threads: 1) { _ in } == 64)
        try await series(90, in: whole).draw(threads: 1) { _ in }
        #expect(try files(grown) == (try files(whole)))
    }

    @Test("A shorter series asked for in between loses nothing that was drawn of a longer one")
    func shorter() async throws {
        let (folder, whole) = (folder(), folder())
        defer { for folder in [folder, whole] { try? FileManager.default.removeItem(at: folder) } }
        try await series(96, in: whole).draw(threads: 2) { _ in }
        try await series(96, in: folder).draw(threads: 2) { _ in }
        // As if 96 had been cut off after 20 had once been whole.
        let truth = folder.appending(path: "truth.jsonl")
        let lines = try Data(contentsOf: truth)
        try lines.write(to: folder.appending(path: "truth.jsonl.part"))
        try lines.split(separator: UInt8(ascii: "\n")).prefix(20).reduce(Data()) { $0 + $1 + Data("\n".utf8) }
            .write(to: truth)
        #expect(try await series(40, in: folder).draw(threads: 1) { _ in } == 96)
        #expect(try files(folder) == (try files(whole)))
    }

    @Test("A photo whose file is gone is drawn again")
    func gone() async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await series(40, in: folder).draw(threads: 2) { _ in }
        let before = try files(folder)
        try FileManager.default.removeItem(at: folder.appending(path: "000017.jpg"))
        try await series(40, in: folder).draw(threads: 2) { _ in }
        #expect(try files(folder) == before)
    }

    @Test("Photos that this renderer draws otherwise are not gone on with", arguments: ["000000.jpg", "000031.jpg"])
    func otherRenderer(photo: String) async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await series(32, in: folder).draw(threads: 2) { _ in }
        let file = folder.appending(path: photo)
        try (Data(contentsOf: file) + [0]).write(to: file)
        let before = try files(folder)
        await #expect(throws: SeriesError.anotherRenderer(folder: folder.path, photo: photo)) {
            try await series(64, in: folder).draw(threads: 1) { _ in }
        }
        // What was there stands as it did; the copy that a longer series would have gone on with is no harm.
        #expect(try files(folder).filter { $0.key != "truth.jsonl.part" } == before)
    }

    @Test("Another series is not mixed into a folder")
    func mixed() async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await series(3, in: folder).draw(threads: 1) { _ in }
        for other in [try series(3, seed: 6, in: folder), try series(3, profile: .hard, in: folder)] {
            await #expect(throws: SeriesError.anotherSeries(folder: folder.path)) {
                try await other.draw(threads: 1) { _ in }
            }
        }
        #expect(try files(folder).count == 5)
    }

    @Test("A photo that cannot be written ends the series with an error", .timeLimit(.minutes(5)))
    func unwritable() async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        // A folder stands where the first photo should go.
        try FileManager.default.createDirectory(
            at: folder.appending(path: "000000.jpg/taken"), withIntermediateDirectories: true)
        let series = try series(3, in: folder)
        await #expect(throws: (any Error).self) { try await series.draw(threads: 2) { _ in } }
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "truth.jsonl").path))
    }

    @Test("Every photo has its line of truth, in order")
    func truth() async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await series(70, seed: 9, framing: .whole, in: folder).draw(threads: 2) { _ in }
        let files = try files(folder)
        let truths = try #require(files["truth.jsonl"]).split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Truth.self, from: $0)
        }
        #expect(truths.map(\.number) == Array(0..<70))
        for truth in truths {
            #expect(files[truth.file] != nil)
            #expect(truth.window.count == 4)
            #expect(truth.index.count + truth.decimals.count == truth.digits.count)
            #expect(truth.display || (4...8).contains(truth.index.count))
            #expect(abs(truth.up.x * truth.up.x + truth.up.y * truth.up.y - 1) < 0.05)
        }
    }

    @Test("A contact sheet shows a cell for each photo")
    func sheet() async throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let series = try series(7, in: folder)
        try await series.draw(threads: 1) { _ in }
        let file = folder.appending(path: "sheet.png")
        try ContactSheet(of: series).write(to: file)
        let header = [UInt8](try Data(contentsOf: file).prefix(24))
        #expect(Array(header.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
        // Width and height, big endian: five columns of 320, two rows of 128.
        #expect(header[16..<24].elementsEqual([0, 0, 6, 64, 0, 0, 1, 0]))
    }
}

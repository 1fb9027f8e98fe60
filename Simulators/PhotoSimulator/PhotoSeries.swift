package import Foundation

/// A series of photos in a folder, with `truth.jsonl`; the same seed gives the same bytes on any number of threads.
package struct PhotoSeries: Sendable {
    package let count: Int
    package let seed: UInt64
    package let framing: Scene.Framing
    package let longSide: Int
    package let folder: URL

    package init(count: Int, seed: UInt64, framing: Scene.Framing, longSide: Int, folder: URL) {
        self.count = count
        self.seed = seed
        self.framing = framing
        self.longSide = longSide
        self.folder = folder
    }

    /// The file name of a photo of the series.
    package func name(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".jpg"
    }

    /// Draws the whole series.
    ///
    /// - Parameters:
    ///   - threads: how many draw side by side.
    ///   - progress: told now and then, how many photos are there.
    /// - Throws: ``FontError``, or the file system's error.
    package func draw(threads: Int, progress: @escaping @Sendable (Int) -> Void) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let batch = 64
        let truth = folder.appending(path: "truth.jsonl")
        let unfinished = folder.appending(path: "truth.jsonl.part")
        try Data().write(to: unfinished)
        let lines = try FileHandle(forWritingTo: unfinished)
        let (batches, report) = AsyncThrowingStream.makeStream(of: (Int, Data).self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for thread in 0..<max(1, threads) {
                group.addTask {
                    // Fonts are loaded once a thread.
                    let renderer = try PhotoRenderer()
                    for start in stride(from: thread * batch, to: count, by: threads * batch) {
                        try Task.checkCancellation()
                        report.yield((start, try draw(start..<min(start + batch, count), with: renderer)))
                    }
                }
            }
            group.addTask {
                var drawn: [Int: Data] = [:]
                var written = 0
                for try await (start, data) in batches {
                    drawn[start] = data
                    while let data = drawn.removeValue(forKey: written) {
                        try lines.write(contentsOf: data)
                        written += batch
                    }
                    progress(min(written, count))
                    if written >= count { break }
                }
            }
            // The first error ends all: `waitForAll` would wait for the writer, and the writer for photos that never come.
            while try await group.next() != nil {}
        }
        try lines.close()
        if FileManager.default.fileExists(atPath: truth.path) { try FileManager.default.removeItem(at: truth) }
        try FileManager.default.moveItem(at: unfinished, to: truth)
    }

    private func draw(_ numbers: Range<Int>, with renderer: PhotoRenderer) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        var lines = Data()
        for number in numbers {
            let scene = Scene(
                seed: seed, number: UInt64(number), framing: framing, longSide: longSide, fonts: renderer.fontCount)
            let file = name(number)
            try Data(renderer.jpeg(of: scene)).write(to: folder.appending(path: file))
            lines += try encoder.encode(Truth(of: scene, file: file)) + Data("\n".utf8)
        }
        return lines
    }
}

package import Foundation

/// A series of photos in a folder, with `truth.jsonl`; the same seed gives the same bytes on any number of threads.
///
/// What was drawn before the series was cut off is kept: drawing it again goes on from there.
package struct PhotoSeries: Sendable {
    package let count: Int
    package let seed: UInt64
    package let framing: Scene.Framing
    package let longSide: Int
    package let profile: Profile
    package let folder: URL

    static let batch = 32

    package init(count: Int, seed: UInt64, framing: Scene.Framing, longSide: Int, profile: Profile, folder: URL) {
        self.count = count
        self.seed = seed
        self.framing = framing
        self.longSide = longSide
        self.profile = profile
        self.folder = folder
    }

    /// The file name of a photo of the series.
    package func name(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".jpg"
    }

    /// A photo's scene and its truth: the first throw that the profile keeps.
    package func scene(_ number: Int, by renderer: PhotoRenderer) -> (Scene, Truth) {
        var attempt: UInt64 = 0
        while true {
            let scene = Scene(
                seed: seed, number: UInt64(number), framing: framing, longSide: longSide, profile: profile,
                attempt: attempt)
            let truth = renderer.truth(of: scene, file: name(number))
            attempt += 1
            // A profile may ask for what it never makes; the truth then says so.
            if profile.keep == .all || (profile.keep == .readable) == truth.readable || attempt == 100 {
                return (scene, truth)
            }
        }
    }

    /// Draws what is missing of the series: photos that have no line yet, and those whose file is gone.
    ///
    /// - Parameters:
    ///   - threads: how many draw side by side.
    ///   - progress: told at the beginning, and now and then, how many photos are there.
    /// - Returns: how many photos were there already; more than `count` in a folder of more.
    /// - Throws: ``FontError``, ``SeriesError``, or the file system's error.
    @discardableResult
    package func draw(threads: Int, progress: @escaping @Sendable (Int) -> Void) async throws -> Int {
        let fonts = try FontSet()
        let ledger = try SeriesLedger(of: self)
        let start = ledger.drawn
        progress(start)
        let renderer = try PhotoRenderer(fonts: fonts)
        try check(ledger.edges, with: renderer)
        for number in 0..<start where !FileManager.default.fileExists(atPath: path(number)) {
            try Task.checkCancellation()
            _ = try draw(number..<number + 1, with: renderer)
        }
        guard start < count else { return start }
        let writer = SeriesWriter(ledger, next: start, batch: PhotoSeries.batch, count: count)
        let batch = PhotoSeries.batch
        try await withThrowingTaskGroup(of: Void.self) { group in
            for thread in 0..<max(1, threads) {
                group.addTask {
                    // Fonts are loaded once a thread.
                    let renderer = try PhotoRenderer(fonts: fonts)
                    for first in stride(from: start + thread * batch, to: count, by: max(1, threads) * batch) {
                        try Task.checkCancellation()
                        let lines = try draw(first..<min(first + batch, count), with: renderer)
                        progress(try await writer.take(lines, from: first))
                    }
                }
            }
            // The first error ends all: `waitForAll` would let the other threads draw on.
            while try await group.next() != nil {}
        }
        try ledger.finish()
        return start
    }

    /// Sees by the first and the last photo that is there already that this renderer draws them, and tells them, likewise.
    private func check(_ edges: [Int: Data], with renderer: PhotoRenderer) throws {
        for (number, line) in edges {
            guard let drawn = FileManager.default.contents(atPath: path(number)) else { continue }
            let (scene, truth) = scene(number, by: renderer)
            guard Data(TruthLine(truth).bytes) == line, Data(renderer.jpeg(of: scene)) == drawn else {
                throw SeriesError.anotherRenderer(folder: folder.path, photo: name(number))
            }
        }
    }

    private func path(_ number: Int) -> String { folder.path + "/" + name(number) }

    private func draw(_ numbers: Range<Int>, with renderer: PhotoRenderer) throws -> Data {
        var lines = Data()
        for number in numbers {
            let (scene, truth) = scene(number, by: renderer)
            try PhotoFile.write(renderer.jpeg(of: scene), to: path(number))
            lines += TruthLine(truth).bytes
        }
        return lines
    }
}

/// Brings the batches of several threads into their order.
private actor SeriesWriter {
    private let ledger: SeriesLedger
    private let batch: Int
    private let count: Int
    /// The first photo whose line is not written yet.
    private var next: Int
    private var waiting: [Int: Data] = [:]

    init(_ ledger: SeriesLedger, next: Int, batch: Int, count: Int) {
        self.ledger = ledger
        self.next = next
        self.batch = batch
        self.count = count
    }

    /// Takes a batch's lines, and writes what may be written by now.
    ///
    /// - Returns: how many photos have their line.
    func take(_ lines: Data, from first: Int) throws -> Int {
        waiting[first] = lines
        while let lines = waiting.removeValue(forKey: next) {
            try ledger.append(lines)
            next = min(next + batch, count)
        }
        return next
    }
}

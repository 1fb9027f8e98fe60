import ArgumentParser
import Foundation
import PhotoSimulator

/// `endeks simulate …`.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Draw simulated meters, and play the customers who send them.",
        subcommands: [SimulatePhotosCommand.self, SimulateCustomersCommand.self])
}

/// `endeks simulate photos`.
struct SimulatePhotosCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "photos",
        abstract: "Draw photos of simulated gas meters, with their truth in truth.jsonl.",
        discussion: "The same seed gives the same bytes, whatever the number of threads.")

    @Option(help: "How many photos.")
    var count: Int

    @Option(help: "The folder to write to.")
    var out: String

    @Option(help: "The seed of the series.")
    var seed: UInt64 = 1

    @Flag(help: "Only the counter's window with a margin, for the nets that read.")
    var windowsOnly = false

    @Option(help: "Pixels of the long side (with --windows-only: of the width).")
    var size: Int?

    @Option(help: "How many threads draw side by side.")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard count > 0 else { throw ValidationError("--count must be at least 1.") }
        guard (1...64).contains(threads) else { throw ValidationError("--threads must be between 1 and 64.") }
        if let size, !(64...4000).contains(size) { throw ValidationError("--size must be between 64 and 4000 pixels.") }
    }

    func run() async throws {
        let series = PhotoSeries(
            count: count, seed: seed, framing: windowsOnly ? .window : .whole,
            longSide: size ?? (windowsOnly ? 320 : 640), folder: URL(fileURLWithPath: out, isDirectory: true))
        let total = count
        let start = ContinuousClock.now
        do {
            try await series.draw(threads: threads) { done in
                let seconds = max(0.001, (ContinuousClock.now - start) / .seconds(1))
                let rate = Int(Double(done) / seconds)
                FileHandle.standardError.write(Data("\r\(done) of \(total) photos · \(rate)/s ".utf8))
            }
        } catch {
            FileHandle.standardError.write(Data("\nendeks: \(error)\n".utf8))
            throw ExitCode.failure
        }
        FileHandle.standardError.write(Data("\n".utf8))
        print("\(total) photos and truth.jsonl in \(out)")
    }
}

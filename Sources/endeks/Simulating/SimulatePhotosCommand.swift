import ArgumentParser
import Foundation
import PhotoSimulator
import Synchronization

/// `endeks simulate photos`.
struct SimulatePhotosCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "photos",
        abstract: "Draw photos of simulated gas meters, with their truth in truth.jsonl.",
        discussion: """
            The same seed gives the same bytes, whatever the number of threads. A series that was cut off goes on where it \
            ended when the same command is given again. `endeks simulate profile NAME` prints a profile to start your own \
            from.

            Exit codes: 0 all photos are there; 1 a font is missing, the profile is wrong, the folder holds another series \
            or cannot be written; 64 the command line is wrong.
            """)

    @Option(help: "How many photos.")
    var count: Int

    @Option(help: "The folder to write to.")
    var out: String

    @Option(
        help: ArgumentHelp(
            "How hard they are: \(ShippedProfile.allCases.map(\.rawValue).joined(separator: ", ")), or a profile file.",
            valueName: "profile"))
    var profile = ShippedProfile.field.rawValue

    @Option(help: "The seed of the series.")
    var seed: UInt64 = 1

    @Flag(help: "Only the counter's window with a margin, for the nets that read.")
    var windowsOnly = false

    @Option(help: "Pixels of the long side (1600; with --windows-only of the width, 320).")
    var size: Int?

    @Option(help: "How many threads draw side by side.")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Also write a contact sheet of the photos, at most \(ContactSheet.most) of them, as a PNG file.")
    var sheet: String?

    func validate() throws {
        guard count > 0 else { throw ValidationError("--count must be at least 1.") }
        guard (1...64).contains(threads) else { throw ValidationError("--threads must be between 1 and 64.") }
        if let size, !(64...4000).contains(size) { throw ValidationError("--size must be between 64 and 4000 pixels.") }
    }

    func run() async throws {
        do {
            let series = PhotoSeries(
                count: count, seed: seed, framing: windowsOnly ? .window : .whole,
                longSide: size ?? (windowsOnly ? 320 : 1600), profile: try ProfileFile.profile(named: profile),
                folder: URL(fileURLWithPath: out, isDirectory: true))
            let progress = PhotoProgressLine(total: count)
            let kept = try await series.draw(threads: threads) { progress.show($0) }
            progress.end()
            if let sheet {
                let drawn = ContactSheet(of: series)
                try drawn.write(to: URL(fileURLWithPath: sheet))
            }
            let known = kept > 0 ? " (\(kept >= count ? "all" : String(kept)) of them were there already)" : ""
            print("\(max(count, kept)) photos\(known) and truth.jsonl in \(out)")
        } catch {
            FileHandle.standardError.write(Data("\nendeks: \(Self.words(for: error))\n".utf8))
            throw ExitCode.failure
        }
    }

    private static func words(for error: any Error) -> String {
        switch error {
        case let error as any CustomStringConvertible & Error where !(error is CocoaError): error.description
        default: error.localizedDescription
        }
    }
}

/// How far a series is, on standard error: a line that is written over in a terminal, a line every ten seconds elsewhere.
final class PhotoProgressLine: Sendable {
    private let total: Int
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let shown = Mutex<(time: ContinuousClock.Instant?, done: Int)>((nil, 0))
    /// How many were there when it began: they took no time.
    private let kept = Mutex<Int?>(nil)

    init(total: Int) { self.total = total }

    func show(_ done: Int) {
        let now = ContinuousClock.now
        let kept = kept.withLock { kept in
            if kept == nil { kept = done }
            return kept ?? 0
        }
        let pause = isTerminal ? Duration.milliseconds(100) : .seconds(10)
        let text: String? = shown.withLock { shown in
            guard done > shown.done else { return nil }
            guard done == total || now - (shown.time ?? start) >= pause else { return nil }
            shown = (now, done)
            let seconds = max(0.001, (now - start) / .seconds(1))
            let line = "\(done) of \(total) photos · \(Int(Double(done - kept) / seconds))/s"
            return isTerminal ? "\r\(line) " : "\(line)\n"
        }
        if let text { FileHandle.standardError.write(Data(text.utf8)) }
    }

    func end() { if isTerminal { FileHandle.standardError.write(Data("\n".utf8)) } }
}

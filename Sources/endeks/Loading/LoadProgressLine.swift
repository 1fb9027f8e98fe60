import Foundation
import LoadTest
import Synchronization

/// How far a load test is, on standard error: one line that is written over on a terminal, one every ten seconds elsewhere.
final class LoadProgressLine: Sendable {
    private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
    private let told = Mutex(0.0)

    func show(_ progress: LoadProgress) {
        let isDue = told.withLock { last in
            guard isTerminal || progress.seconds - last >= 10 else { return false }
            last = progress.seconds
            return true
        }
        guard isDue else { return }
        var text = "\(progress.meters) of \(progress.ofMeters) meters, \(Int(progress.rate)) readings/s"
        if let left = progress.secondsLeft { text += ", \(Int(left.rounded(.up))) s left" }
        FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K\(text)" : "\(text)\n").utf8))
    }

    func end() {
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}

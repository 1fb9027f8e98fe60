import Dispatch
import Foundation

/// A program of somebody else's, started once for each batch: it may fail or hang, and then the run ends with its words.
package struct OutsideProgram: Sendable {
    /// The command line, as the shell takes it: `VARIABLE=1 program`, `cd folder && program`; two words are put behind it.
    package let command: String
    /// Seconds after which it counts as hung.
    package let limit: Double

    /// A command with a time limit.
    package init(_ command: String, limit: Double = 600) {
        self.command = command
        self.limit = limit
    }

    /// Runs it with words behind its command line; what it prints goes into the log beside them.
    func run(_ words: [String], log: URL) throws {
        guard FileManager.default.createFile(atPath: log.path, contents: nil),
            let output = try? FileHandle(forWritingTo: log)
        else { throw AdapterError("\(log.path) cannot be written") }
        defer { try? output.close() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "\(command) \"$@\"", "endeks"] + words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try process.run()
        } catch {
            throw AdapterError("the program does not start: \(error.localizedDescription)")
        }
        guard ended.wait(timeout: .now() + limit) == .success else {
            OutsideProgram.end(process, SIGTERM)
            if ended.wait(timeout: .now() + 5) != .success { OutsideProgram.end(process, SIGKILL) }
            throw AdapterError(
                "the program did not answer within \(Int(limit)) s to \(words.joined(separator: " "))\(said(log))")
        }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            let way = process.terminationReason == .exit ? "ended with" : "was ended by signal"
            throw AdapterError(
                "the program \(way) \(process.terminationStatus) at \(words.joined(separator: " "))\(said(log))")
        }
    }

    /// Signals the shell with the programs that it started, which are its group where Foundation made one of it.
    private static func end(_ process: Process, _ signal: Int32) {
        let shell = process.processIdentifier
        kill(getpgid(shell) == shell ? -shell : shell, signal)
    }

    /// The last lines that it printed.
    private func said(_ log: URL) -> String {
        guard let bytes = try? Data(contentsOf: log), !bytes.isEmpty else { return "" }
        let lines = String(decoding: bytes.suffix(2_000), as: UTF8.self).split(separator: "\n").suffix(5)
        return ": " + lines.joined(separator: " | ")
    }
}

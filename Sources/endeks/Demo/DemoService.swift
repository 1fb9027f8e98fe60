import Foundation
import FoundationNetworking
import ServiceLifecycle
import Synchronization

/// `endeks serve` as a child process: the real command, with the real configuration file and its secrets in the environment.
struct DemoService: Service {
    let folder: DemoFolder
    let secrets: [String: String]
    /// Where it says that it is ready.
    let readiness: URL

    struct Ended: Error, CustomStringConvertible {
        let status: Int32
        let lastLine: String
        let log: String
        var description: String { "the service ended with \(status): \(lastLine) (its log: \(log))" }
    }

    func run() async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["serve", "--data", folder.data.path, "--config", folder.config.path]
        process.environment = ProcessInfo.processInfo.environment.merging(secrets) { $1 }
        _ = FileManager.default.createFile(
            atPath: folder.log.path, contents: nil, attributes: [.posixPermissions: 0o600])
        let log = try FileHandle(forWritingTo: folder.log)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = log
        process.standardError = log
        let (ends, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = {
            end.yield($0.terminationStatus)
            end.finish()
        }
        try process.run()
        let pid = process.processIdentifier
        let wasStopped = Atomic(false)
        // Not a child task: also when everything is cancelled, its end is waited for.
        let ended = Task.detached { await ends.first { _ in true } ?? -1 }
        let status = await withTaskCancellationOrGracefulShutdownHandler {
            await ended.value
        } onCancelOrGracefulShutdown: {
            wasStopped.store(true, ordering: .relaxed)
            kill(pid, SIGTERM)
            // It promises ten seconds; nothing that was started here outlives this command.
            Task {
                try await Task.sleep(for: .seconds(12))
                kill(pid, SIGKILL)
            }
        }
        guard wasStopped.load(ordering: .relaxed) else {
            throw Ended(status: status, lastLine: lastLine, log: folder.log.path)
        }
    }

    /// Returns when the service answers that it is ready.
    func ready() async throws {
        while true {
            if let (_, response) = try? await URLSession.shared.data(from: readiness),
                (response as? HTTPURLResponse)?.statusCode == 200
            {
                return
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private var lastLine: String {
        let text = (try? String(contentsOf: folder.log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").last.map(String.init) ?? "no word"
    }
}

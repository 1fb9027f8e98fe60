import ArgumentParser
import Foundation
import LoadTest

/// `endeks load gate`.
struct LoadGateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Hold a result against a baseline: kuruş and counts exactly, speed where it is asked for.",
        discussion: """
            Each reason is a line on standard output: the field, what it was and what it is. Meters without a fault must be \
            billed as the truth is, and nothing may be lost or billed twice, whatever the baseline did.

            \(EndeksExit.table([.done, .failed, .usage]))
            """)

    @Argument(help: "The result.json that is right.", completion: .file(extensions: ["json"]))
    var baseline: String

    @Argument(help: "The result.json that is held against it.", completion: .file(extensions: ["json"]))
    var result: String

    @Option(
        help: ArgumentHelp("How much slower it may be, such as 10%; speed is no matter without it.", valueName: "share")
    )
    var speed: String?

    func validate() throws {
        if speed != nil, slowerPermille == nil { throw ValidationError("--speed must be such as 10%, 0% to 100%.") }
    }

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let gate = LoadGate(
                baseline: try read(baseline), result: try read(result), slowerPermille: slowerPermille)
            let reasons = gate.reasons()
            for reason in reasons { print(reason) }
            if let first = reasons.first { throw CommandFailure(.failed, "the gate is shut: \(first)") }
            print("the gate is open")
        }
    }

    private var slowerPermille: Int? {
        guard let speed, speed.hasSuffix("%"), let percent = Double(speed.dropLast()), (0...100).contains(percent)
        else {
            return nil
        }
        return Int((percent * 10).rounded())
    }

    private func read(_ path: String) throws(CommandFailure) -> ResultFile {
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
            throw CommandFailure(.usage, "\(path) cannot be read")
        }
        do {
            return try ResultFile(json: bytes, named: path)
        } catch {
            throw CommandFailure(.usage, "\(error)")
        }
    }
}

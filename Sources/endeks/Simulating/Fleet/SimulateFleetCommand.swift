import ArgumentParser
import FleetExport
import FleetSimulator
import Foundation
import Storage
import Synchronization

/// `endeks simulate fleet`.
struct SimulateFleetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fleet",
        abstract: "Write the meters of a scenario with their readings and their truth, as CSV and as one SQLite file.",
        discussion: """
            The same scenario gives the same bytes, whatever the number of threads. An export that was cut off goes on where \
            it ended when the same command is given again; a folder takes one export. The last line on standard output is \
            the digest of all rows [özet]: 'readings' of what an office can know, 'truth' of what it must not see.

            \(EndeksExit.table([.done, .failed, .outputNotWritable, .usage]))
            """)

    @Argument(help: ArgumentHelp(ScenarioSource.help, valueName: "scenario"))
    var scenario: String?

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var out: String?

    @Option(help: "How many threads work side by side.")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Also write what every meter shows at every full hour.")
    var hourly = false

    @Flag(help: "Print the tables and their columns, with units and meaning, and do nothing else.")
    var schema = false

    @Flag(help: "With --schema: print one JSON object.")
    var json = false

    func validate() throws {
        guard (1...64).contains(threads) else { throw ValidationError("--threads must be between 1 and 64.") }
        if schema { return }
        guard scenario != nil, out != nil else { throw ValidationError("A scenario and --out are needed.") }
        if json { throw ValidationError("--json goes with --schema.") }
    }

    func run() throws {
        if schema {
            print(json ? try ExportSchema.json() : ExportSchema.text, terminator: "")
            return
        }
        guard let scenario, let out else { throw ExitCode.validationFailure }
        do {
            let source = try ScenarioSource(scenario)
            let export = try FleetExport(
                source.plan, scenario: source.text, folder: URL(fileURLWithPath: out, isDirectory: true),
                isHourly: hourly)
            let line = FleetProgressLine()
            let outcome = try export.run(threads: threads) { line.show($0) }
            line.end()
            if outcome.wasFinished { StandardError.print("endeks: \(out) was complete already. [Çıktı zaten tamam.]") }
            for table in ExportTable.all(isHourly: hourly) { print("\(table.file)\t\(outcome.rows[table] ?? 0) rows") }
            print("fleet.sqlite\tthe same")
            print(outcome.line)
        } catch let failure as CommandFailure {
            throw failure.end()
        } catch let error as ExportError {
            StandardError.print("endeks: \(error)")
            throw EndeksExit.outputNotWritable.code
        } catch {
            StandardError.print("endeks: \(error)")
            throw EndeksExit.failed.code
        }
    }
}

/// How far an export is, on standard error: a line that is written over in a terminal, a line every ten seconds elsewhere.
final class FleetProgressLine: Sendable {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let shown = Mutex<(time: ContinuousClock.Instant?, rows: Int?)>((nil, nil))

    func show(_ progress: FleetExport.Progress) {
        let now = ContinuousClock.now
        let pause = isTerminal ? Duration.milliseconds(200) : .seconds(10)
        let text: String? = shown.withLock { shown in
            // Rows of an earlier process do not count for the rate.
            let first = shown.rows ?? (progress.before == 0 ? 0 : progress.rows)
            shown.rows = first
            guard progress.done == progress.total || now - (shown.time ?? start) >= pause else { return nil }
            shown.time = now
            let seconds = max(0.001, (now - start) / .seconds(1))
            let done = progress.done - progress.before
            let left = done == 0 ? 0 : Int(seconds * Double(progress.total - progress.done) / Double(done))
            let percent = progress.total == 0 ? 100 : progress.done * 100 / progress.total
            let rate = Int(Double(progress.rows - first) / seconds)
            let line = "\(percent) % · \(progress.rows) rows · \(rate)/s · \(FleetProgressLine.time(left)) left"
            return isTerminal ? "\r\(line)   " : "\(line)\n"
        }
        if let text { FileHandle.standardError.write(Data(text.utf8)) }
    }

    func end() { if isTerminal { FileHandle.standardError.write(Data("\n".utf8)) } }

    private static func time(_ seconds: Int) -> String {
        seconds < 60
            ? "\(seconds) s"
            : seconds < 3_600
                ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds / 3_600) h \(seconds / 60 % 60) min"
    }
}

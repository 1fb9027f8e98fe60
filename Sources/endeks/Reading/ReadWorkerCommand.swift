import ArgumentParser
import Intake
import MeterVision

/// The command `endeks read-worker`, which `serve` starts and nobody else needs.
struct ReadWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read-worker",
        abstract: "Read photos for `endeks serve`, under limits, until it ends.",
        discussion: """
            Takes questions on standard input and answers them on standard output, one after the other. It ends when \
            its standard input does.

            \(EndeksExit.table([.done, .failed, .modelUnusable, .usage]))
            """,
        shouldDisplay: false)

    @Option(help: ArgumentHelp("Read with this model instead of the one compiled in.", valueName: "file"))
    var model: String?

    func run() throws {
        ReadingMemory.returnLargeBlocks()
        do {
            try ReadWorker(reader: MeterReader(model: try ReadModel.load(model))).run()
        } catch let failure as CommandFailure {
            StandardError.print("endeks: \(failure.message)")
            throw failure.exit.code
        } catch let error as WorkerLimitError {
            StandardError.print("endeks: a limit of the worker cannot be set (error \(error.errno)).")
            throw EndeksExit.failed.code
        }
    }
}

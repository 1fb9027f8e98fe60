import ArgumentParser
import FleetSimulator
import Foundation
import LoadTest
import Wording

/// Which billing library is put under load.
enum LoadedBilling: String, CaseIterable, ExpressibleByArgument {
    /// The core library, in process.
    case core
    /// An outside program, over CSV files.
    case csv
}

/// `endeks load run`, which `endeks load SCENARIO` means.
struct LoadRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Read a scenario's fleet by its calendar, bill it, and score the bills against the truth.",
        discussion: """
            Into the folder go result.json (every figure; only its times differ when the same scenario runs again), \
            report.html, and reading.hgrm, batch.hgrm and sale.hgrm for HdrHistogram's plotters.

            With --billing csv an outside program bills: it is called with the folder of --exchange and the name of a batch, \
            finds readings.csv or wishes.csv there, and writes outcomes.csv or cards.csv, and flags.csv.

            The last line on standard output is 'faultless=N lost=N double=N', all 0 where the billing is exact.

            \(EndeksExit.table([.done, .failed, .tariffFileWrong, .outputNotWritable, .usage]))
            """)

    @Argument(
        help: ArgumentHelp(ScenarioSource.help, valueName: "scenario"),
        completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String

    @Option(help: ArgumentHelp("Where the results go.", valueName: "folder"))
    var out: String

    @Option(help: "Threads.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "The billing under test: core, or csv for an outside program.")
    var billing: LoadedBilling = .core

    @Option(help: ArgumentHelp("With --billing csv: an empty folder for the files.", valueName: "folder"))
    var exchange: String?

    @Option(
        help: ArgumentHelp(
            "With --billing csv: the program, as the shell takes it: 'A=1 prog', 'cd x && prog'.",
            valueName: "command"))
    var program: String?

    @Option(help: "With --billing csv: seconds after which the program counts as hung.")
    var patience: Double = 600

    @Option(help: "The language of the report.")
    var language: Language = .turkish

    func validate() throws {
        guard (1...1_024).contains(threads) else { throw ValidationError("--threads must be 1 to 1024.") }
        guard patience > 0, patience <= 86_400 else { throw ValidationError("--patience must be 1 to 86400 seconds.") }
        let isOutside = billing == .csv
        guard isOutside == (exchange != nil), isOutside == (program != nil) else {
            throw ValidationError("--exchange and --program go with --billing csv, and it with both.")
        }
    }

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let fleet = try LoadScenario(scenario).fleet()
            let folder = try LoadFolder(out)
            let isExact: Bool
            if let exchange, let program {
                let outside = CSVExchange(
                    folder: URL(fileURLWithPath: exchange, isDirectory: true),
                    program: OutsideProgram(program, limit: patience))
                // Files are exchanged for the whole fleet: one shard.
                isExact = try loaded(fleet, outside, LoadSettings(threads: 1, metersPerShard: fleet.count), folder)
            } else {
                isExact = try loaded(fleet, try core(), LoadSettings(threads: threads), folder)
            }
            if !isExact { throw CommandFailure(.failed, "the billing is not exact: see \(folder.report.path)") }
        }
    }

    private func core() throws(CommandFailure) -> CoreBilling {
        do { return try CoreBilling() } catch { throw CommandFailure(.failed, "\(error)") }
    }

    /// Runs the load and writes what it gave; whether the billing was exact.
    private func loaded<Tested: BillingUnderTest>(
        _ fleet: PlanFleet, _ tested: Tested, _ settings: LoadSettings, _ folder: LoadFolder
    ) throws(CommandFailure) -> Bool {
        let load = LoadRun(fleet, tested, settings)
        let outcome: LoadOutcome
        let progress = LoadProgressLine()
        do {
            outcome = try load.run { progress.show($0) }
        } catch {
            throw CommandFailure(.failed, "\(error)")
        }
        progress.end()
        let file = ResultFile(outcome, of: load, traits: PlanFleet.traits)
        try folder.write(outcome, file, in: language)
        let differing = file.faultless.reduce(0) { $0 + $1.periods }
        let lost = file.counts.lost + file.counts.unansweredWishes
        print("faultless=\(differing) lost=\(lost) double=\(file.counts.double)")
        return differing == 0 && lost == 0 && file.counts.double == 0
    }
}

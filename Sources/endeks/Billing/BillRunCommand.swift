import Accounts
import ArgumentParser
import Foundation
import Quantities
import Storage
import WrittenFiles

/// `endeks bill run`.
struct BillRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Bill a round of readings; also while the service runs, and again where it was cut off.",
        discussion: """
            A CSV in UTF-8, its first line the header, its columns in any order:

            \((RoundTable.columns + RoundTable.optional).joined(separator: ","))

            'index' is the black digits, 'date' a day such as 2026-09-21. Where a meter was not read, 'not_read' says why \
            and 'index' is empty. Both last columns may be left out. Each reading is judged by the plausibility rules and \
            billed, many in one transaction; an invoice is dated by the day of the run. The same file run again bills \
            nothing twice, so that a run that was cut off is simply started again.

            What a person must look at is written to FILE.held.csv. It is a round itself: somebody who finds a reading \
            right writes their name under 'confirmed_by', or mends the index, and runs that file. What no meter can have \
            counted is billed by nobody's name.

            \(EndeksExit.table([.done, .failed, .subscriberFileWrong, .outputNotWritable, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The file of readings.", completion: .file(extensions: ["csv"]))
    var file: String

    @OptionGroup var folder: DataFolderOption

    @Option(help: "The config file of the service, which names the issuer; without one, an invented company.")
    var config: String?

    @Option(help: ArgumentHelp("Where to write what a person must look at.", valueName: "file"))
    var held: String?

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let issuer = try issuer()
            let round = try ImportedFile(file)
            let table = RoundTable(text: round.text, file: file)
            try ImportedFile.refuse(table.faults)
            let store = try await folder.openExisting()
            var summary = RunSummary(notRead: table.notRead)
            let progress = RunProgress(total: table.readings.count)
            do {
                try await BillingRun(issuer: issuer, sha256: round.sha256).run(
                    table.readings, in: store, now: { .now }
                ) { results in
                    summary.add(results)
                    progress.show(summary.done)
                }
            } catch {
                progress.end()
                for line in summary.lines(refused: 0) { print(line) }
                throw CommandFailure(
                    .dataFolderUnusable,
                    "\(folder.data): the run ended after \(summary.done) readings (\(error)). Run the file again to go on."
                )
            }
            progress.end()
            for line in summary.lines(refused: Set(table.refused.map(\.line)).count) { print(line) }
            try write(summary.held)
            for problem in table.refused { StandardError.print(problem.description) }
            if !table.refused.isEmpty {
                throw CommandFailure(.subscriberFileWrong, "the lines named above were not billed. Mend and run them.")
            }
        }
    }

    private func issuer() throws(CommandFailure) -> InvoiceIssuer {
        let settings: ServiceConfig
        do throws(FileMistakes) {
            settings = try ServiceConfig.load(config)
        } catch {
            throw CommandFailure(.failed, error.message)
        }
        if settings.isSample {
            StandardError.print("endeks: no issuer is named with --config: the invoices are an invented company's.")
        }
        do throws(IdentifierError) {
            return try InvoiceIssuer(issuer: settings.issuer, prefix: settings.invoicePrefix)
        } catch {
            throw CommandFailure(.failed, "the invoice prefix '\(settings.invoicePrefix)' cannot begin a number.")
        }
    }

    /// Writes the file of what a person must look at; nothing that somebody may have worked on is written over.
    private func write(_ readings: [HeldReading]) throws(CommandFailure) {
        if readings.isEmpty { return }
        let lines = readings.sorted { $0.line < $1.line }.map(\.text)
        let text = Data(([HeldReading.header] + lines).map { $0 + "\n" }.joined().utf8)
        let path = free(text)
        do {
            try text.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure(.outputNotWritable, "\(path): it cannot be written (\(error.localizedDescription)).")
        }
        print("for a person: \(path)")
    }

    /// The name of `--held`, or else one beside the file; with a number where it holds something else already.
    private func free(_ text: Data) -> String {
        let name = held ?? Self.stem(file) + ".held.csv"
        var number = 1
        while true {
            let path = number == 1 ? name : Self.stem(name) + "-\(number)" + name.dropFirst(Self.stem(name).count)
            guard FileManager.default.fileExists(atPath: path), FileManager.default.contents(atPath: path) != text
            else { return path }
            number += 1
        }
    }

    private static func stem(_ name: String) -> String { name.hasSuffix(".csv") ? String(name.dropLast(4)) : name }
}

/// How far a run is, on a terminal and nowhere else.
private struct RunProgress {
    let total: Int
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let began = ContinuousClock.now

    init(total: Int) { self.total = total }

    func show(_ done: Int) {
        guard isTerminal else { return }
        let seconds = max(0.001, Double((ContinuousClock.now - began).wholeMilliseconds) / 1000)
        FileHandle.standardError.write(
            Data("\r\(done) of \(total) readings, \(Int(Double(done) / seconds)) a second\u{1B}[K".utf8))
    }

    func end() {
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}

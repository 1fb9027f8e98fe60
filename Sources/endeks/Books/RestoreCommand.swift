import Accounts
import ArgumentParser
import Foundation
import Intake
import Quantities
import Storage

/// `endeks restore`.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a data folder of a backup.",
        discussion: """
            A backup does not know what happened after it. Two things need you:

            Invoice numbers that were issued after the backup are given again. Look up the highest number that a customer \
            has, and begin behind it: --next-number OGZ2026000000125.

            Messages that waited or were being sent at the backup may have gone out since. They are held as dead letters: \
            'endeks jobs' lists them, 'endeks jobs retry --all' lets them go. --send-open sends them as soon as the service runs.

            \(EndeksExit.table([.done, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The file that 'endeks backup' wrote.")
    var file: String

    @OptionGroup var folder: DataFolderOption

    @Option(
        help: ArgumentHelp(
            "The number of the next invoice, prefix and year with it; once for each series.", valueName: "number"))
    var nextNumber: [String] = []

    @Flag(help: "Send the messages that were not yet sent at the backup, also where that repeats some.")
    var sendOpen = false

    /// What the database says of itself once it is mended.
    private struct Found {
        var series: [InvoiceSeries] = []
        var messages = 0
        var jobs = 0
    }

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let numbers = try numbers()
            var found = Found()
            let contents: Backup.Contents
            do {
                contents = try Backup.restore(
                    file, to: folder.data, migrations: AccountsTables.migrations + IntakeTables.migrations
                ) { transaction in
                    for number in numbers { try transaction.beginSeries(at: number) }
                    found.messages = try transaction.openJobs(in: .send)
                    if !sendOpen { found.messages = try transaction.holdOpenMessages(at: .now) }
                    found.jobs = try transaction.openJobs() - transaction.openJobs(in: .send)
                    found.series = try transaction.invoiceSeries()
                    try transaction.audit(
                        AuditEntry(
                            actor: .command, action: "backup.restored", kind: "data", subject: "",
                            details: [
                                "next": numbers.map(\.text).joined(separator: " "),
                                sendOpen ? "sent" : "held": "\(found.messages)",
                            ]), at: .now)
                }
            } catch StoreError.constraint("the folder is not empty") {
                throw CommandFailure(
                    .dataFolderUnusable, "\(folder.data): the folder is not empty. Name one that is, or is not there.")
            } catch let error as InvoiceSeriesError {
                throw failure(error)
            } catch {
                throw CommandFailure(data: error, folder: file)
            }
            print("\(folder.data): the database and \(contents.blobs) photos and documents.")
            tell(found)
        }
    }

    private func numbers() throws(CommandFailure) -> [InvoiceNumber] {
        var numbers: [InvoiceNumber] = []
        for text in nextNumber {
            guard let number = try? InvoiceNumber(text) else {
                throw CommandFailure(
                    .usage,
                    "--next-number \(text): three letters or digits, the year and nine digits, as OGZ2026000000125.")
            }
            numbers.append(number)
        }
        return numbers
    }

    private func failure(_ error: InvoiceSeriesError) -> CommandFailure {
        switch error {
        case .notLater(let next):
            CommandFailure(
                .usage, "--next-number: the next number is \(next.text) already; name that one or a later one.")
        case .unknownPrefix(let prefix):
            CommandFailure(.usage, "--next-number: no invoice of the backup begins with \(prefix).")
        case .store(let error): CommandFailure(data: error, folder: file)
        }
    }

    private func tell(_ found: Found) {
        for series in found.series {
            let next = (try? series.next)?.text ?? "none: the numbers are used up"
            print("Invoice numbers: the next of \(series.prefix)\(series.year) is \(next).")
        }
        if !found.series.isEmpty, nextNumber.isEmpty {
            print(
                """
                  Numbers that were issued after the backup will be given again. If there were any, empty the folder and \
                restore with --next-number and the first number that was never issued, before the service starts.
                """)
        }
        if found.messages == 0 {
            print("Messages: none was open at the backup.")
        } else if sendOpen {
            print(
                "Messages: \(found.messages) were open at the backup and will be sent, also those that went out since.")
        } else {
            print(
                """
                Messages: \(found.messages) were open at the backup and are held, because they may have gone out since.
                  'endeks jobs' lists them, 'endeks jobs retry --all' sends them.
                """)
        }
        if found.jobs > 0 {
            print(
                """
                Work: \(found.jobs) other jobs were open at the backup and are done again; a customer whose photo was \
                answered since gets a second answer.
                """)
        }
    }
}

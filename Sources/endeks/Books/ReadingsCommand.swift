import Accounts
import ArgumentParser
import Foundation
import Storage

/// `endeks readings …`: what the meters showed before the service began.
struct ReadingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readings", abstract: "The older readings of a data folder.",
        subcommands: [ReadingsImportCommand.self])
}

/// `endeks readings import`.
struct ReadingsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over older readings of known subscribers, whole or not at all; also while the service runs.",
        discussion: """
            A CSV in UTF-8, its first line the header, its columns in any order:

            \(ReadingTable.columns.joined(separator: ","))

            'date' is a day such as 2026-09-21, 'index' the black digits. A reading must fit between its neighbours, and \
            is never later than the subscriber's newest one: invoices and the next period stay as they are. One that is \
            known already changes nothing. The review page shows a meter's use by them.

            \(EndeksExit.table([.done, .subscriberFileWrong, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The file of readings.", completion: .file(extensions: ["csv"]))
    var file: String

    @OptionGroup var folder: DataFolderOption

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let imported = try ImportedFile(file)
            let table = ReadingTable(text: imported.text, file: file)
            try ImportedFile.refuse(table.problems)
            let store = try await folder.openExisting()
            let readings = table.readings
            try await imported.takeOver(into: store) { transaction, sha256 in
                try transaction.importReadings(readings, sha256: sha256, actor: .command, at: .now)
            } told: { counts in
                "\(counts.added) readings added, \(counts.unchanged) known already."
            } mistakes: { (refusal: ReadingImportRefusal) in
                refusal.problems.map(table.problem)
            }
        }
    }
}

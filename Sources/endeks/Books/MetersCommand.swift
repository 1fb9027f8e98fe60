import Accounts
import ArgumentParser
import Foundation
import Quantities
import Storage

/// `endeks meters …`: the meters that hang at the subscribers'.
struct MetersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meters", abstract: "The meters of a data folder.", subcommands: [MetersChangeCommand.self])
}

/// `endeks meters change`.
struct MetersChangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Take over meter changes, whole or not at all; also while the service runs.",
        discussion: """
            A CSV in UTF-8, its first line the header, its columns in any order:

            \(MeterChangeTable.columns.joined(separator: ","))

            'date' is the day of the change, 'removed_index' what the old meter showed then, 'start_index' the new one, \
            both without red digits; the columns between describe the new meter, as in a file of subscribers. The next \
            invoice bills every meter of its period, however many, each by its own indexes. A change that is known already \
            changes nothing. One that was written down wrong is put right by the same line with other figures, its day and \
            serial unchanged, until a reading of the new meter is billed: take that invoice back first ('endeks bill \
            reverse').

            \(EndeksExit.table([.done, .subscriberFileWrong, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The file of meter changes.", completion: .file(extensions: ["csv"]))
    var file: String

    @OptionGroup var folder: DataFolderOption

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let imported = try ImportedFile(file)
            let table = MeterChangeTable(text: imported.text, file: file)
            try ImportedFile.refuse(table.problems)
            let store = try await folder.openExisting()
            let changes = table.changes
            try await imported.takeOver(into: store) { transaction, sha256 in
                try transaction.importMeterChanges(changes, sha256: sha256, actor: .command, at: .now)
            } told: { counts in
                "\(counts.added) meter changes added, \(counts.corrected) put right, \(counts.unchanged) known already."
            } mistakes: { (refusal: MeterChangeRefusal) in
                refusal.problems.map(table.problem)
            }
        }
    }
}

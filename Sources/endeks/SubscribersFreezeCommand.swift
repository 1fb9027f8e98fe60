import Accounts
import ArgumentParser
import Billing
import Quantities
import Storage

/// `endeks subscribers freeze`.
struct SubscribersFreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Take over the times for which subscribers had their invoices stopped; also while the service runs.",
        discussion: """
            A CSV in UTF-8, its first line the header, its columns in any order:

            \(FreezeTable.columns.joined(separator: ","))

            'from' is the first day that is frozen, 'to' the day of the customer's return, which is frozen no more; it is \
            empty while the return is open, and the same line with it ends the freeze later. On a frozen day no invoice is \
            made, by photo or by run, and no late fee runs; after the return all that was used is billed at once. The file \
            is taken whole or not at all. What is known already changes nothing.

            \(EndeksExit.table([.done, .subscriberFileWrong, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The file of freezes.", completion: .file(extensions: ["csv"]))
    var file: String

    @OptionGroup var folder: DataFolderOption

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let imported = try ImportedFile(file)
            let table = FreezeTable(text: imported.text, file: file)
            try ImportedFile.refuse(table.problems)
            let store = try await folder.openExisting()
            let freezes = table.freezes
            try await imported.takeOver(into: store) { transaction, sha256 in
                try transaction.importFreezes(freezes, sha256: sha256, actor: .command, at: .now)
            } told: { counts in
                "\(counts.added) freezes added, \(counts.ended) ended, \(counts.unchanged) known already."
            } mistakes: { (refusal: FreezeRefusal) in
                refusal.problems.map(table.problem)
            }
        }
    }
}

/// A file of freezes: a header, and a freeze a line.
struct FreezeTable {
    static let columns = ["subscriber_number", "from", "to"]

    private let table: ImportTable<ImportedFreeze>

    init(text: String, file: String) {
        table = ImportTable(text: text, file: file, columns: Self.columns) { row in
            let number = row.subscriberNumber()
            let first = row.required("from") { text throws(SettingsError) in try text.date() }
            let returned = row.optional("to") { text throws(SettingsError) in
                let day = try text.date()
                if let first, day < first { throw text.mistake("lies before 'from'") }
                return day
            }
            guard let number, let first, let freeze = try? BillingFreeze(first: first, returned: returned) else {
                return nil
            }
            return ImportedFreeze(line: row.line, subscriber: number, freeze: freeze)
        }
    }

    var freezes: [ImportedFreeze] { table.lines }
    var problems: [SettingsError] { table.problems }

    /// Where and what, for a line that the books refuse.
    func problem(_ problem: FreezeRefusal.Problem) -> SettingsError {
        switch problem.reason {
        case .unknownSubscriber:
            table.problem(
                problem.line, "subscriber_number",
                "is nobody's. Import the subscribers first with 'endeks subscribers import'.")
        case .otherReturn(let day):
            table.problem(
                problem.line, "to", "is not \(day), the return that is known of this freeze. Ask the customer.")
        case .isEnded(let day):
            table.problem(problem.line, "to", "is empty, but the freeze ended on \(day). Leave the line out.")
        }
    }
}

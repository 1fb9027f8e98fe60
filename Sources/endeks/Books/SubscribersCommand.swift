import Accounts
import ArgumentParser
import Foundation
import Storage

/// `endeks subscribers …`: whom the service bills.
struct SubscribersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscribers", abstract: "The subscribers and meters of a data folder.",
        subcommands: [SubscribersImportCommand.self, SubscribersFreezeCommand.self])
}

/// `endeks subscribers import`.
struct SubscribersImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over a file of subscribers, whole or not at all; also while the service runs.",
        discussion: """
            A CSV in UTF-8, its first line the header, its columns in any order:

            \(SubscriberTable.columns.joined(separator: ","))

            'kind' is mechanical or prepaid, 'language' tr or en, 'whatsapp' the digits with the country code, \
            'last_index' and 'last_date' (2026-10-21) where the last invoice ended. 'meter_serial', 'whatsapp' and 'bsuid' \
            may be empty. Region and tariff must be among the policies ('endeks policies import').

            A subscriber who is known is updated and keeps the readings; one who is not in the file stays. A last_date \
            later than the newest reading adds one, from which the next period begins. Another serial, or another number of \
            wheels, is another meter, and last_index its first reading.

            \(EndeksExit.table([.done, .subscriberFileWrong, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The file of subscribers.", completion: .file(extensions: ["csv"]))
    var file: String

    @OptionGroup var folder: DataFolderOption

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let imported = try ImportedFile(file)
            let store = try await folder.open()
            let names: (regions: Set<String>, tariffs: Set<String>)
            do {
                names = try await store.read { try $0.policyNames() }
            } catch {
                throw CommandFailure(data: error, folder: folder.data)
            }
            let table = SubscriberTable(text: imported.text, file: file, policies: names)
            try ImportedFile.refuse(table.problems)
            let subscribers = table.subscribers
            try await imported.takeOver(into: store) { transaction, sha256 in
                try transaction.importSubscribers(subscribers, sha256: sha256, actor: .command, at: .now)
            } told: { counts in
                "\(counts.added) subscribers added, \(counts.updated) updated, \(counts.readings) readings added."
            } mistakes: { (refusal: SubscriberImportRefusal) in
                refusal.problems.map { table.problem($0.line, $0.reason) }
            }
        }
    }
}

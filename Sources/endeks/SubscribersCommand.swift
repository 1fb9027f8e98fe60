import Accounts
import ArgumentParser
import Foundation
import Storage

/// `endeks subscribers …`: whom the service bills.
struct SubscribersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscribers", abstract: "The subscribers and meters of a data folder.",
        subcommands: [SubscribersImportCommand.self])
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

    /// More than a utility's file has: 10 million lines.
    private static let mostBytes = 2 << 30

    @Argument(help: "The file of subscribers.", completion: .file(extensions: ["csv"]))
    var file: String

    @OptionGroup var folder: DataFolderOption

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let bytes = try bytes()
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw CommandFailure(
                    .subscriberFileWrong,
                    "\(file):1:1: this is not UTF-8 text. Save it as UTF-8, so that Turkish letters are kept.")
            }
            let store = try await folder.open()
            let names: (regions: Set<String>, tariffs: Set<String>)
            do {
                names = try await store.read { try $0.policyNames() }
            } catch {
                throw CommandFailure(data: error, folder: folder.data)
            }
            let table = SubscriberTable(text: text, file: file, policies: names)
            try refuse(table.problems)
            do {
                let (subscribers, sha256) = (table.subscribers, Digest.hexadecimal(Digest.sha256(bytes)))
                let counts = try await store.write { transaction in
                    try transaction.importSubscribers(subscribers, sha256: sha256, actor: .command, at: .now)
                }
                print(
                    "\(counts.added) subscribers added, \(counts.updated) updated, \(counts.readings) readings added.")
            } catch let refusal as SubscriberImportRefusal {
                try refuse(refusal.problems.map { table.problem($0.line, $0.reason) })
            } catch {
                throw CommandFailure(data: error, folder: folder.data)
            }
        }
    }

    private func bytes() throws(CommandFailure) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: file), let data = try? handle.read(upToCount: Self.mostBytes)
        else {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue { return [] }
            throw CommandFailure(.subscriberFileWrong, "\(file): there is no such file, or it may not be read.")
        }
        return [UInt8](data)
    }

    private func refuse(_ problems: [SettingsError]) throws(CommandFailure) {
        if problems.isEmpty { return }
        for problem in problems.sorted(by: { ($0.line, $0.column) < ($1.line, $1.column) }) {
            StandardError.print(problem.description)
        }
        let lines = Set(problems.map(\.line)).count
        throw CommandFailure(
            .subscriberFileWrong, "nothing was imported: \(lines) \(lines == 1 ? "line is" : "lines are") wrong.")
    }
}

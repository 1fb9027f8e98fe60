import Accounts
import ArgumentParser
import Foundation
import Intake
import Storage

/// `endeks backup`.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a data folder into one file, checked and synced; also while the service runs.",
        discussion: """
            The file is an SQLite database that holds everything: subscribers, readings, invoices, the ledger, the audit \
            log, what waits, and the photos and documents. 'endeks restore' makes a folder of it. It holds personal data: \
            keep it where the data folder may be kept. A photo or document that is damaged or missing in the folder is \
            named, everything else is in the backup, and the command ends with 1: take the named one from an older backup.

            \(EndeksExit.table([.done, .failed, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The file to write; one that is there is replaced when the new one is whole.")
    var file: String

    @OptionGroup var folder: DataFolderOption

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            _ = try await folder.openExisting()
            let target = URL(fileURLWithPath: file).deletingLastPathComponent().resolvingSymlinksInPath().path
            let data = URL(fileURLWithPath: folder.data).resolvingSymlinksInPath().path
            guard !(target + "/").hasPrefix(data + "/") else {
                throw CommandFailure(
                    .usage, "\(file) lies in the data folder \(folder.data). Name a file outside it.")
            }
            let contents: Backup.Contents
            do {
                contents = try Backup.write(folder.data, to: file, names: IntakeTables.blobNames)
            } catch {
                throw CommandFailure(data: error, folder: file)
            }
            let megabytes = contents.bytes / 1_000_000
            print("\(file): the database and \(contents.blobs) photos and documents (\(megabytes) MB).")
            for blob in contents.damaged { StandardError.print("damaged: \(blob)") }
            for blob in contents.missing { StandardError.print("missing: \(blob)") }
            if !contents.damaged.isEmpty || !contents.missing.isEmpty {
                throw CommandFailure(
                    .failed,
                    "\(folder.data): the backup lacks \(contents.damaged.count) damaged and \(contents.missing.count) "
                        + "missing photos and documents, named above; everything else is in it.")
            }
        }
    }
}

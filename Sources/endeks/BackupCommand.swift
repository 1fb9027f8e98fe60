import Accounts
import ArgumentParser
import Foundation
import Storage

/// `endeks backup`.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a data folder into one file, checked and synced; also while the service runs.",
        discussion: """
            The file is an SQLite database that holds everything: subscribers, readings, invoices, the ledger, the audit \
            log, what waits, and the photos and documents. 'endeks restore' makes a folder of it. It holds personal data: \
            keep it where the data folder may be kept.

            \(EndeksExit.table([.done, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The file to write; one that is there is replaced when the new one is whole.")
    var file: String

    @OptionGroup var folder: DataFolderOption

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            _ = try await folder.openExisting()
            do {
                let contents = try Backup.write(folder.data, to: file)
                let megabytes = contents.bytes / 1_000_000
                print("\(file): the database and \(contents.blobs) photos and documents (\(megabytes) MB).")
            } catch {
                throw CommandFailure(data: error, folder: file)
            }
        }
    }
}

/// `endeks restore`.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a data folder of a backup.",
        discussion: EndeksExit.table([.done, .dataFolderUnusable, .usage]))

    @Argument(help: "The file that 'endeks backup' wrote.")
    var file: String

    @OptionGroup var folder: DataFolderOption

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            do throws(StoreError) {
                let contents = try Backup.restore(file, to: folder.data)
                print("\(folder.data): the database and \(contents.blobs) photos and documents.")
            } catch {
                if case .constraint = error {
                    throw CommandFailure(
                        .dataFolderUnusable,
                        "\(folder.data): the folder is not empty. Name one that is, or is not there.")
                }
                throw CommandFailure(data: error, folder: file)
            }
        }
    }
}

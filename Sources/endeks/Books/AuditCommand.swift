import Accounts
import ArgumentParser
import Foundation
import Storage

/// `endeks audit …`: who did what.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "The audit log of a data folder.", subcommands: [AuditVerifyCommand.self])
}

/// `endeks audit verify`.
struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compute the chain of the audit log anew and compare; also while the service runs.",
        discussion: """
            Every entry carries a SHA-256 over itself and the one before. Write the number of entries and the head down \
            elsewhere: the chain alone does not show that its end was cut off, or that all of it was computed anew.

            \(EndeksExit.table([.done, .failed, .dataFolderUnusable, .usage]))
            """)

    @OptionGroup var folder: DataFolderOption

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let store = try await folder.openExisting()
            let verdict: AuditVerdict
            do {
                verdict = try await store.read { try $0.verifyAudit() }
            } catch {
                throw CommandFailure(data: error, folder: folder.data)
            }
            switch verdict {
            case .intact(let entries, let head):
                print("\(entries) entries, none changed. Head: \(Digest.hexadecimal(head))")
            case .broken(let entry):
                throw CommandFailure(
                    .failed, "\(folder.data): entry \(entry) of the audit log, or the one before it, is not as written."
                )
            }
        }
    }
}

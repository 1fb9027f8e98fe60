import Accounts
import ArgumentParser
import Foundation
import Intake
import Quantities
import Storage

/// The `--data` of every command that works on a data folder.
struct DataFolderOption: ParsableArguments {
    @Option(help: ArgumentHelp("The folder that holds the database and the photos.", valueName: "folder"))
    var data: String

    init() {}

    init(data: String) { self.data = data }

    /// Opens the database; a folder that is new starts with the policies of `endeks policies example`.
    ///
    /// - Throws: `CommandFailure` where the folder cannot be used.
    func open() async throws(CommandFailure) -> Store {
        do {
            let store = try Store(
                folder: data, migrations: AccountsTables.migrations + IntakeTables.migrations)
            let example = try PolicyFile(yaml: PoliciesExample.text, path: "(the example)").policies
            try await store.write { transaction in
                guard try transaction.policyNames().tariffs.isEmpty else { return }
                try transaction.importPolicies(example, actor: .system, at: .now)
            }
            return store
        } catch {
            throw CommandFailure(data: error, folder: data)
        }
    }

    /// Opens the database of a folder that must be there.
    ///
    /// - Throws: `CommandFailure` where it is not, or cannot be used.
    func openExisting() async throws(CommandFailure) -> Store {
        guard DataFolder.exists(data) else {
            throw CommandFailure(
                .dataFolderUnusable,
                "\(data): there is no Endeks database in this folder. 'endeks subscribers import' begins one.")
        }
        return try await open()
    }
}

extension Moment {
    /// The machine's clock.
    static var now: Moment { Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }
}

extension CommandFailure {
    /// What a failure of the database means for the one who typed the command.
    init(data error: any Error, folder: String) {
        let message =
            switch error as? StoreError {
            case .full: "the disk is full. Make room and try again; nothing was changed."
            case .locked: "'endeks serve' is at work on this folder. Stop it first."
            case .unavailable(let reason): "the database cannot be used now (\(reason)). Nothing was changed."
            case .unusable(let reason): "the database cannot be read: \(reason)."
            case let other?: "the database refused (\(other)). Nothing was changed."
            case nil: "\(error)"
            }
        self.init(.dataFolderUnusable, "\(folder): \(message)")
    }

    /// Tells the failure on standard error and ends with its code.
    func end() -> ExitCode {
        StandardError.print("endeks: \(message)")
        return exit.code
    }
}

/// Runs the body of a command: a failure that was thought of is told, and ends with its code.
func endingWithCode(_ body: () async throws(CommandFailure) -> Void) async throws {
    do throws(CommandFailure) {
        try await body()
    } catch {
        throw error.end()
    }
}

import Accounts
import ArgumentParser
import Storage

/// `endeks policies …`: what the service bills with.
struct PoliciesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policies", abstract: "The tariffs, the gas of each month, taxes and holidays of a data folder.",
        subcommands: [PoliciesImportCommand.self, PoliciesExampleCommand.self])
}

/// `endeks policies import`.
struct PoliciesImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over a file of policies, whole or not at all; also while the service runs.",
        discussion: """
            Each value replaces the one that holds under its key (a tariff and the day from which a price holds, a region \
            and a month, a tax and its day, a holiday); all others stay. 'endeks policies example' prints such a file.

            \(EndeksExit.table([.done, .tariffFileWrong, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The file of policies.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @OptionGroup var folder: DataFolderOption

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let policies: PolicySet
            do throws(SettingsMistakes) {
                policies = try PolicyFile(path: file).policies
            } catch {
                throw CommandFailure(.tariffFileWrong, error.message)
            }
            let store = try await folder.open()
            do {
                try await store.write { try $0.importPolicies(policies, actor: .command, at: .now) }
            } catch {
                throw CommandFailure(data: error, folder: folder.data)
            }
            let (tariffs, regions) = (policies.tariffs.count, policies.regions.count)
            print(
                "Policies '\(policies.version)' imported: tariffs \(tariffs), regions \(regions), holidays \(policies.holidays.count)."
            )
        }
    }
}

/// `endeks policies example`.
struct PoliciesExampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "example", abstract: "Print a commented file of policies that can be imported as it is.")

    func run() { print(PoliciesExample.text, terminator: "") }
}

import Accounts
import ArgumentParser
import Billing
import Storage
import WrittenFiles

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

            How a tariff's invoices are made (rounding, days, terms to pay, late fee, rules) holds from the day 'from' of the \
            tariff, else from the first of its prices in the file: for periods that end on it or later. A file for next \
            year changes no invoice of this one.

            \(EndeksExit.table([.done, .tariffFileWrong, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The file of policies.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Flag(help: "Take over what looks like a slip: a price that jumps, other terms for periods that are billed …")
    var confirm = false

    @OptionGroup var folder: DataFolderOption

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let policies: PolicySet
            do throws(FileMistakes) {
                policies = try PolicyFile(path: file).policies
            } catch {
                throw CommandFailure(.tariffFileWrong, error.message)
            }
            let store = try await folder.open()
            do {
                try await store.write { [confirm] transaction in
                    let doubts = try transaction.doubts(of: policies)
                    if !doubts.isEmpty && !confirm { throw UnconfirmedPolicies(doubts: doubts) }
                    try transaction.importPolicies(policies, actor: .command, at: .now)
                }
            } catch let error as UnconfirmedPolicies {
                throw CommandFailure(.tariffFileWrong, error.message(file: file))
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

/// A file of policies holds what somebody must confirm; nothing of it was taken over.
private struct UnconfirmedPolicies: Error {
    let doubts: [PolicyDoubt]

    func message(file: String) -> String {
        let lines = doubts.map { "\(file): \($0.text)" }
        let end = "nothing was imported. Mend the file, or say --confirm where it is meant so."
        return (lines + [end]).joined(separator: "\nendeks: ")
    }
}

extension PolicyDoubt {
    /// The doubt in words.
    fileprivate var text: String {
        switch self {
        case .priceJump(let tariff, let from, let before, let price):
            "tariff '\(tariff)': the price from \(from) on is \(price) TL/kWh, after \(before)."
        case .upperTier(let tariff, let from, let ordinary, let price):
            "tariff '\(tariff)': the upper tier costs \(price) TL/kWh from \(from) on, the ordinary price being \(ordinary)."
        case .shortTerm(let tariff, let days):
            "tariff '\(tariff)': 'due_days' is \(days), shorter than customers are told before."
        case .billedTerms(let tariff, let from, let last):
            "tariff '\(tariff)': other terms (days, rounding, late fee, rules …) hold from \(from) on, and periods up to \(last) "
                + "are billed by the old ones. Give the tariff a later 'from'."
        case .otherUse(let tariff, let before, let use):
            "tariff '\(tariff)': 'use' is \(use.rawValue), and was \(before.rawValue) for all its subscribers."
        }
    }
}

/// `endeks policies example`.
struct PoliciesExampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "example", abstract: "Print a commented file of policies that can be imported as it is.",
        discussion: EndeksExit.table([.done, .usage]))

    func run() { print(PoliciesExample.text, terminator: "") }
}

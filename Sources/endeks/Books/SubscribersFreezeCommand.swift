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
            made, by photo or by run, and no late fee runs; after the return all that was used is billed at once. A late fee \
            that waits for its invoice is charged by the freezes that are known then; one that an invoice charged already is \
            named. The file is taken whole or not at all. What is known already changes nothing.

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
                Self.summary(counts)
            } mistakes: { (refusal: FreezeRefusal) in
                refusal.problems.map(table.problem)
            }
        }
    }

    private static func summary(_ counts: FreezeCounts) -> String {
        let fees = counts.chargedFees.map { fee in
            "Invoice \(fee.chargedBy.text) of \(fee.subscriber.text) charged a late fee of \(fee.charged) TL, which is "
                + "\(fee.fee) TL by the freeze. Bill it again with 'endeks bill reverse \(fee.chargedBy.text) --again'."
        }
        let first = "\(counts.added) freezes added, \(counts.ended) ended, \(counts.unchanged) known already."
        return ([first] + fees).joined(separator: "\n")
    }
}

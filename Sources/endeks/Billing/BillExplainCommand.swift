import Accounts
import ArgumentParser
import Billing
import Foundation
import InvoiceDocuments
import Quantities
import Storage
import Wording

/// `endeks bill explain`.
struct BillExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say line by line how an invoice came about, from what was stored with it.",
        discussion: """
            INVOICE is the number of an invoice of the data folder, or the JSON file that 'endeks bill' wrote beside the \
            PDF. Nothing is computed anew: each line shows its figures, its result, the text that it rests on and the \
            version of the policy, as they were when the invoice was issued. The number of a reversal explains the reversal, \
            and the invoice that it took back. It also works while the service runs.

            \(EndeksExit.table([.done, .failed, .invoiceNotFound, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: ArgumentHelp("A number such as OGZ2026000000001, or a file.", valueName: "invoice"))
    var invoice: String

    @Option(help: ArgumentHelp("The folder that holds the database and the photos.", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("tr or en; without it the language of the invoice.", valueName: "language"))
    var language: Language?

    func validate() throws {
        if data != nil, (try? InvoiceNumber(invoice)) == nil {
            throw ValidationError("'\(invoice)' is not an invoice number such as OGZ2026000000001.")
        }
        if data == nil, !invoice.hasSuffix(".json") {
            throw ValidationError("Name the data folder of the invoice with --data, or a .json file of an invoice.")
        }
    }

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            for (place, stored) in try await (data == nil ? [file()] : ofBooks()).enumerated() {
                if place > 0 { print() }
                let explanation = Explanation(
                    of: stored.steps, indexes: stored.indexes, in: language ?? stored.language)
                print(ExplanationText(explanation, of: stored.title).text, terminator: "")
                if !stored.notes.isEmpty { print("\n" + stored.notes.joined(separator: "\n")) }
            }
        }
    }

    private func file() throws(CommandFailure) -> ExplainedInvoice {
        guard let bytes = FileManager.default.contents(atPath: invoice) else {
            throw CommandFailure(.invoiceNotFound, "\(invoice): there is no such file, or it cannot be read.")
        }
        do {
            return try ExplainedInvoice(json: bytes)
        } catch {
            throw CommandFailure(
                .failed, "\(invoice): this is no invoice that 'endeks bill' wrote (\(Self.problem(error))).")
        }
    }

    /// The invoice of the number; where it is a reversal's, the reversal and the invoice that it took back.
    private func ofBooks() async throws(CommandFailure) -> [ExplainedInvoice] {
        guard let data, let number = try? InvoiceNumber(invoice) else {
            throw CommandFailure(.usage, "Name a number, and the folder with --data.")
        }
        let store = try await DataFolderOption(data: data).openExisting()
        let found: FoundInvoice?
        do {
            found = try await store.read { view in
                // The number of a reversal stands for the invoice that it took back.
                let own = try view.reversal(number)
                guard let stored = try view.invoice(own?.original ?? number) else { return nil }
                let language = try view.subscription(stored.subscriber)?.language
                return FoundInvoice(
                    invoice: stored, lateFees: try view.lateFeeSteps(chargedBy: stored.number),
                    reversal: try own ?? view.reversal(of: number),
                    paper: try own.map { try $0.document(of: stored) },
                    language: language.flatMap { Language(rawValue: $0) } ?? .turkish)
            }
        } catch {
            throw CommandFailure(data: error, folder: data)
        }
        guard let found else {
            throw CommandFailure(.invoiceNotFound, "\(data): there is no invoice \(number.text) in this folder.")
        }
        let language = language ?? found.language
        let invoice = ExplainedInvoice(
            found.invoice.invoice, lateFees: found.lateFees, reversal: found.reversal, language: language)
        return (found.paper.map { [ExplainedInvoice($0, language: language)] } ?? []) + [invoice]
    }

    /// What the books hold of an invoice.
    private struct FoundInvoice {
        let invoice: StoredInvoice
        let lateFees: [DerivationStep]
        let reversal: StoredReversal?
        /// The reversal's own paper, where it was asked for by its number.
        let paper: InvoiceReversal?
        let language: Language
    }

    private static func problem(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
        case DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            context.codingPath.map(\.stringValue).joined(separator: ".") + " cannot be read"
        default: "\(error)"
        }
    }
}

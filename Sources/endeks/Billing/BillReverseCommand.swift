import Accounts
import ArgumentParser
import Billing
import Foundation
import Intake
import Quantities
import Storage

/// `endeks bill reverse`.
struct BillReverseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reverse",
        abstract: "Take an invoice back, and make the one in its place.",
        discussion: """
            An issued invoice is never edited: it gets a reversal with a number of its own and the mirror of its ledger \
            entry. With --index an invoice from the right index stands in its place, with --again one from the same readings \
            by the policies as they are now, both on the tariff, multiplier and pressure that the period was billed by; \
            without them the period is free to be billed by the next photo of it. Whoever sent the photo gets the new \
            invoice with the reversal behind it, or the reversal alone. What was paid for the invoice becomes the \
            subscriber's credit, which the next invoice takes. The same command again changes nothing and tells what was \
            done. It also works while the service runs.

            \(EndeksExit.table([.done, .failed, .outputNotWritable, .invoiceNotFound, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: ArgumentHelp("A number such as OGZ2026000000001.", valueName: "invoice"))
    var invoice: String

    @Option(help: "Why: index, meter, price, subscriber or other.")
    var reason: String

    @Option(help: ArgumentHelp("Who takes it back, for the audit log.", valueName: "name"))
    var clerk: String

    @Option(help: ArgumentHelp("The black digits that it should have ended with.", valueName: "digits"))
    var index: String?

    @Option(help: ArgumentHelp("The day of that index, where it is another one.", valueName: "day"))
    var date: String?

    @Flag(help: "Bill the same readings again.")
    var again = false

    @Option(help: ArgumentHelp("Write the reversal's own paper there, a PDF.", valueName: "file"))
    var paper: String?

    @OptionGroup var folder: DataFolderOption

    func validate() throws {
        if (try? InvoiceNumber(invoice)) == nil {
            throw ValidationError("'\(invoice)' is not an invoice number such as OGZ2026000000001.")
        }
        if InvoiceReversal.Reason(rawValue: reason) == nil {
            let reasons = InvoiceReversal.Reason.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--reason must be one of: \(reasons).")
        }
        try ClerkName.check(clerk)
        if let index, (try? Index(printed: index)) == nil {
            throw ValidationError("--index must be the black digits, such as 01021.")
        }
        if index != nil, again { throw ValidationError("Say --index or --again, not both.") }
        if let date {
            if index == nil { throw ValidationError("--date goes with --index.") }
            if (try? CivilDate(iso8601: date)) == nil {
                throw ValidationError("--date must be a day such as 2026-11-21.")
            }
        }
    }

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            guard let number = try? InvoiceNumber(invoice), let reason = InvoiceReversal.Reason(rawValue: reason)
            else { throw CommandFailure(.usage, "Name an invoice and a reason.") }
            let (index, date) = (
                index.flatMap { try? Index(printed: $0) }, date.flatMap { try? CivilDate(iso8601: $0) }
            )
            let (clerk, again) = (ClerkName.trimmed(clerk), again)
            let store = try await folder.openExisting()
            do {
                let done = try await store.write { transaction -> (ReversedInvoice, isTold: Bool) in
                    let order = ReversalOrder(
                        number, reason: reason, clerk: clerk,
                        replacement: try transaction.replacement(
                            of: number, index: index, date: date, again: again, clerk: clerk))
                    let reversed = try transaction.reverse(order, at: .now)
                    return (reversed, try transaction.tellCustomer(of: reversed, at: .now))
                }
                Self.tell(done.0, isTold: done.isTold)
            } catch ReversalRefusal.alreadyReversed(let reversal) where reversal.reason == reason {
                print("\(number.text) was reversed before by \(reversal.number.text) on \(reversal.date).")
                try await Self.tell(before: reversal, asked: index, in: store)
            } catch let refusal as ReversalRefusal {
                throw Self.failure(refusal, number, folder.data)
            } catch {
                throw CommandFailure(data: error, folder: folder.data)
            }
            if let paper { try await ReversalFile(invoice: number, path: paper).write(from: store) }
        }
    }

    /// What stands in the place of an invoice that was taken back before; fails where another index was asked for.
    private static func tell(
        before reversal: StoredReversal, asked index: Index?, in store: Store
    ) async throws(CommandFailure) {
        let replacement: StoredInvoice?
        do {
            replacement = try await store.read { view in try reversal.replacement.flatMap { try view.invoice($0) } }
        } catch {
            throw CommandFailure(.dataFolderUnusable, "the invoice in its place cannot be read.")
        }
        if let replacement {
            let last = replacement.invoice.lastReading.index
            print("\(replacement.number.text) stands in its place: index \(last).")
            if let index, index.value != last.value {
                throw CommandFailure(
                    .failed, "nothing was changed: to bill index \(index), reverse \(replacement.number.text).")
            }
        } else if let index {
            throw CommandFailure(
                .failed,
                "nothing was changed, and nothing stands in its place: bill index \(index) by a photo or a round.")
        }
    }

    private static func tell(_ reversed: ReversedInvoice, isTold: Bool) {
        let (old, reversal) = (reversed.original, reversed.reversal)
        print("\(old.number.text) of \(old.invoice.figures.payable) TL is reversed by \(reversal.number.text).")
        if let new = reversed.replacement {
            print(
                "\(new.number.text) of \(new.invoice.figures.payable) TL stands in its place: index \(new.invoice.lastReading.index), difference \(reversed.difference) TL."
            )
        } else {
            print("The period can be billed again by the next reading of it.")
        }
        print(isTold ? "The customer's answer is on its way." : "No photo brought it: nobody was written to.")
    }

    private static func failure(
        _ refusal: ReversalRefusal, _ number: InvoiceNumber, _ folder: String
    ) -> CommandFailure {
        switch refusal {
        case .unknownInvoice:
            CommandFailure(.invoiceNotFound, "\(folder): there is no invoice \(number.text) in this folder.")
        case .alreadyReversed(let reversal):
            CommandFailure(
                .failed,
                "\(number.text) was reversed before, for another reason (\(reversal.reason.rawValue)), by \(reversal.number.text)."
            )
        case .laterInvoice(let later):
            CommandFailure(
                .failed,
                "\(later.text) begins where \(number.text) ends. Reverse that one first, or bill the same readings with --again."
            )
        case .laterReading(let day):
            CommandFailure(
                .failed,
                "there is a reading of \(day) in or after the period of \(number.text). Give the right index with --index, or bill the same readings with --again."
            )
        case .aboveRemoved(let index, let day):
            CommandFailure(
                .failed, "the meter was taken off on \(day) at \(index): the index must not be higher or later.")
        case .replacement(let error):
            CommandFailure(
                .failed,
                "no invoice can be made in the place of \(number.text): \((try? PhotoReason(error).rawValue) ?? "the books"). Nothing was changed."
            )
        case .billing(.beforeOriginal(_, let day)):
            CommandFailure(.failed, "\(number.text) was issued on \(day), which is later than today.")
        case .billing(let error): CommandFailure(.failed, "\(number.text) cannot be reversed: \(error).")
        case .store(let error): CommandFailure(data: error, folder: folder)
        }
    }
}

extension Transaction {
    /// What the options ask for in the place of an invoice.
    fileprivate func replacement(
        of number: InvoiceNumber, index: Index?, date: CivilDate?, again: Bool, clerk: String
    ) throws -> ReversalOrder.Replacement {
        if again { return .sameReading }
        guard let index else { return .none }
        guard let stored = try invoice(number) else { throw ReversalRefusal.unknownInvoice }
        let last = stored.invoice.lastReading
        // Leading zeros may be missing.
        let whole = (try? Index(value: index.value, digits: last.index.digits)) ?? index
        return .reading(
            ReadingCandidate(
                subscriber: stored.subscriber, index: whole, date: date ?? last.date,
                origin: .corrected(by: clerk, photo: try reading(stored.reading)?.origin.photo)))
    }
}

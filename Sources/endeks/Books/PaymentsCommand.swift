import Accounts
import ArgumentParser
import Billing
import Foundation
import Quantities
import Storage
import WrittenFiles

/// `endeks payments …`: what customers paid.
struct PaymentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payments", abstract: "The payments of a data folder.",
        subcommands: [PaymentsImportCommand.self, PaymentsListCommand.self, PaymentsAssignCommand.self])
}

/// `endeks payments import`.
struct PaymentsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Book a file of payments, whole or not at all; also while the service runs.",
        discussion: """
            A CSV in UTF-8, its first line the header, its columns in any order; '--example' prints a commented one:

            \(PaymentTable.columns.joined(separator: ","))

            A payment goes to its subscriber's open invoices, the one that fell due first before the others; what is left \
            over, and what somebody pays who owes nothing, is their credit. Without a subscriber number the text decides: \
            a number in it books the payment, a name only suggests whose it is. What nobody can be found for waits on the \
            suspense account: see 'endeks payments list --suspense'. So does, with --config, what came in on an account that \
            is none of the issuer's. A reference is booked once for an account or desk, however often it comes.

            \(EndeksExit.table([.done, .subscriberFileWrong, .dataFolderUnusable, .usage]))
            """)

    @Argument(help: "The file of payments.", completion: .file(extensions: ["csv"]))
    var file: String?

    @Flag(help: "Amounts are written as 1.234,56, not as 1234.56.")
    var turkishAmounts = false

    @Flag(help: "Print a commented file of payments and end.")
    var example = false

    @Option(help: ArgumentHelp("The folder that holds the database and the photos.", valueName: "folder"))
    var data: String?

    @Option(help: "The config file of the service, which names the issuer's bank accounts; without one, any is taken.")
    var config: String?

    func validate() throws {
        guard !example else { return }
        if file == nil { throw ValidationError("Name the file of payments; --example prints one.") }
        if data == nil { throw ValidationError("Name the data folder with --data.") }
    }

    func run() async throws {
        guard !example, let file, let data else {
            print(PaymentTable.example, terminator: "")
            return
        }
        try await endingWithCode { () async throws(CommandFailure) in
            let issuer = try issuer()
            let imported = try ImportedFile(file)
            let table = PaymentTable(text: imported.text, file: file, notation: turkishAmounts ? .turkish : .plain)
            try ImportedFile.refuse(table.problems)
            let store = try await DataFolderOption(data: data).openExisting()
            let payments = table.payments
            try await imported.takeOver(into: store) { transaction, sha256 in
                try transaction.importPayments(payments, to: issuer, sha256: sha256, actor: .command, at: .now)
            } told: { outcome in
                Self.summary(outcome)
            } mistakes: { (refusal: PaymentImportRefusal) in
                refusal.problems.map(table.problem)
            }
        }
    }

    private func issuer() throws(CommandFailure) -> Issuer? {
        guard let config else { return nil }
        do throws(FileMistakes) {
            return try ServiceConfig.load(config).issuer
        } catch {
            throw CommandFailure(.failed, error.message)
        }
    }

    private static func summary(_ outcome: PaymentImportOutcome) -> String {
        func line(_ name: String, _ count: PaymentCount, _ more: String = "") -> String {
            let name = name + String(repeating: " ", count: 12 - name.count)
            return "\(name)\(count.number) payments, \(count.sum) TL\(more)"
        }
        var lines = [
            line(
                "Booked", outcome.paid,
                ": \(outcome.toInvoices) TL to invoices, \(outcome.toCredit) TL left over as credit"),
            line("Credit", outcome.duplicates, " of subscribers who owed nothing"),
            line("Suspense", outcome.suspended),
            line("Known", outcome.known, " booked before"),
        ]
        if outcome.lateFees.number > 0 {
            lines.append(
                "Late fees   \(outcome.lateFees.number), \(outcome.lateFees.sum) TL before KDV, on the next invoices")
        }
        if !outcome.suggestions.isEmpty {
            lines.append("Suggested, for a person to confirm with 'endeks payments assign':")
            lines += outcome.suggestions.map(\.line)
        }
        return lines.joined(separator: "\n")
    }
}

/// `endeks payments list`.
struct PaymentsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The payments that nobody could be found for yet, with what their texts suggest.",
        discussion: EndeksExit.table([.done, .dataFolderUnusable, .usage]))

    @Flag(help: "Those on the suspense account.")
    var suspense = false

    @OptionGroup var folder: DataFolderOption

    func validate() throws {
        if !suspense { throw ValidationError("Say --suspense: there is no other list yet.") }
    }

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            let store = try await folder.openExisting()
            let waiting: [SuspendedPayment]
            do {
                waiting = try await store.read { try $0.suspendedPayments() }
            } catch {
                throw CommandFailure(data: error, folder: folder.data)
            }
            if waiting.isEmpty { print("No payment waits.") }
            for payment in waiting { print(payment.line) }
        }
    }
}

/// `endeks payments assign`.
struct PaymentsAssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Book a payment of the suspense account to the subscriber whose it is.",
        discussion: EndeksExit.table([.done, .failed, .dataFolderUnusable, .usage]))

    @Argument(help: "The payment's reference, as 'endeks payments list --suspense' shows it.")
    var reference: String

    @Option(
        help: ArgumentHelp(
            "The IBAN or desk that it came in at, as the list shows it, where several of that reference wait.",
            valueName: "place"))
    var account: String?

    @Option(help: ArgumentHelp("Whose it is.", valueName: "number"))
    var subscriber: String

    @Option(help: ArgumentHelp("Who decided it, for the audit log.", valueName: "name"))
    var clerk: String

    @OptionGroup var folder: DataFolderOption

    func validate() throws { try ClerkName.check(clerk) }

    func run() async throws {
        try await endingWithCode { () async throws(CommandFailure) in
            guard let number = try? SubscriberNumber(subscriber) else {
                throw CommandFailure(.usage, "--subscriber must be 1 to 20 digits.")
            }
            let place = account.flatMap { MoneyPlace(written: $0) }
            guard account == nil || place != nil else {
                throw CommandFailure(.usage, "--account must be an IBAN, or a desk as branch/number, such as merkez/2.")
            }
            let store = try await folder.openExisting()
            let (reference, clerk) = (reference, ClerkName.trimmed(clerk))
            let allocation: PaymentAllocation?
            do {
                allocation = try await store.write {
                    try $0.assignSuspended(reference, from: place, to: number, actor: .clerk(name: clerk), at: .now)
                }
            } catch let error as SeveralSuspended {
                throw CommandFailure(
                    .failed,
                    "several payments of that reference wait; say with --account which one is meant:\n"
                        + error.payments.map(\.line).joined(separator: "\n"))
            } catch {
                throw CommandFailure(data: error, folder: folder.data)
            }
            guard let allocation else {
                throw CommandFailure(.failed, "no payment of that reference waits, or there is no such subscriber.")
            }
            print("\(allocation.receivables) TL to invoices, \(allocation.surplus) TL left over as credit.")
        }
    }
}

extension SuspendedPayment {
    /// The payment in a line, its text at the end.
    fileprivate var line: String {
        let owner = suggested.map { "suggests \($0.text)" } ?? words
        return "\(date)  \(reference)  \(amount) TL  \(owner)  \(place.written)  \(text)"
    }

    /// Why it waits.
    private var words: String {
        switch reason {
        case .number: "a number"
        case .numbersDisagree: "numbers of different subscribers"
        case .numberAndNameDisagree: "a number and another's name"
        case .nameUnique: "a name"
        case .nameAmbiguous: "a name of several"
        case .nothingKnown: "nothing known"
        case .accountUnknown: "not an account of the issuer's"
        }
    }
}

import Accounts
import Billing
import Foundation
import Quantities
import WrittenFiles

/// A file of payments: a header, and a payment a line.
struct PaymentTable {
    static let columns = ["reference", "date", "amount", "account", "subscriber_number", "text"]

    static let example = """
        # Payments for 'endeks payments import FILE.csv --data FOLDER'. Lines that begin with '#' are comments.
        #   reference          the bank's own number of the transfer, or the receipt's: it is booked once an account or desk
        #   date               the day on which the money came in
        #   amount             in lira, such as 857.65; with --turkish-amounts such as 857,65
        #   account            the utility's IBAN that it came in on, or the desk as branch/number, such as merkez/2
        #   subscriber_number  whose it is; empty where only the text says so
        #   text               what the sender wrote
        \(columns.joined(separator: ","))
        2026113000001,2026-11-30,857.65,TR330006100519786457841326,4100000001,
        2026113000002,2026-11-30,412.10,TR330006100519786457841326,,4100000002 KASIM DOGALGAZ
        M2-000318,2026-11-30,100.00,merkez/2,4100000003,

        """

    private let table: ImportTable<ImportedPayment>

    init(text: String, file: String, notation: DecimalNotation) {
        table = ImportTable(text: text, file: file, columns: Self.columns) { row in
            let reference = row.required("reference") { text throws(FileMistake) in try text.line(most: 60) }
            let date = row.required("date") { text throws(FileMistake) in try text.date() }
            let amount = row.required("amount") { text throws(FileMistake) in
                let expected = notation == .turkish ? "an amount such as 857,65" : "an amount such as 857.65"
                let amount = try text.parsed(as: expected) { try Money(parsing: $0, notation: notation) }
                guard amount > .zero else { throw text.mistake("must be above zero") }
                return amount
            }
            let place = row.required("account") { text throws(FileMistake) in try Self.place(text) }
            let number = row.isEmpty("subscriber_number") ? nil : row.subscriberNumber()
            let words = row.optional("text") { text throws(FileMistake) in try text.personalLine(most: 300) }
            guard let reference, let date, let amount, let place else { return nil }
            return ImportedPayment(
                line: row.line, reference: reference, date: date, amount: amount, place: place, subscriber: number,
                text: words ?? "")
        }
    }

    var payments: [ImportedPayment] { table.lines }
    var problems: [FileMistake] { table.mistakes }

    /// Where and what, for a line that the books refuse.
    func problem(_ problem: PaymentImportRefusal.Problem) -> FileMistake {
        switch problem.reason {
        case .future: table.problem(problem.line, "date", "lies in the future.")
        case .tooMuch(let limit):
            table.problem(
                problem.line, "amount",
                "is above \(limit.most), the most that a payment is taken for. Look whether a column is misplaced.")
        case .otherAmount(let before):
            table.problem(
                problem.line, "amount",
                "is not the \(before) that was booked under this reference there before. \(Self.advice)"
            )
        case .otherDay(let before):
            table.problem(
                problem.line, "date",
                "is not \(before), the day of what was booked under this reference there before. \(Self.advice)")
        case .otherSubscriber(let before):
            table.problem(
                problem.line, "reference",
                "was booked there before, to subscriber \(before.text). \(Self.advice)")
        }
    }

    private static let advice = "Ask the bank or the desk, and leave the line out or give it the reference that it has."

    private static func place(_ text: WrittenValue) throws(FileMistake) -> MoneyPlace {
        guard let place = MoneyPlace(written: text.text) else {
            throw text.mistake("must be an IBAN, or a desk as branch/number, such as merkez/2")
        }
        return place
    }
}

extension MoneyPlace {
    /// The place that an IBAN, or a desk such as merkez/2, writes.
    init?(written text: String) {
        if let iban = try? IBAN(text) {
            self = .bankAccount(iban)
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let number = Int(parts[1]), number > 0 else { return nil }
        self = .cashDesk(CashDesk(branch: String(parts[0]), number: number))
    }

    /// The place as a file of payments writes it.
    var written: String {
        switch self {
        case .cashDesk(let desk): "\(desk)"
        case .bankAccount(let iban): iban.text
        }
    }
}

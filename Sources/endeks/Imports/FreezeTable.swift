import Accounts
import Billing
import Quantities
import WrittenFiles

/// A file of freezes: a header, and a freeze a line.
struct FreezeTable {
    static let columns = ["subscriber_number", "from", "to"]

    private let table: ImportTable<ImportedFreeze>

    init(text: String, file: String) {
        table = ImportTable(text: text, file: file, columns: Self.columns) { row in
            let number = row.subscriberNumber()
            let first = row.required("from") { text throws(FileMistake) in try text.date() }
            let returned = row.optional("to") { text throws(FileMistake) in
                let day = try text.date()
                if let first, day < first { throw text.mistake("lies before 'from'") }
                return day
            }
            guard let number, let first, let freeze = try? BillingFreeze(first: first, returned: returned) else {
                return nil
            }
            return ImportedFreeze(line: row.line, subscriber: number, freeze: freeze)
        }
    }

    var freezes: [ImportedFreeze] { table.lines }
    var problems: [FileMistake] { table.mistakes }

    /// Where and what, for a line that the books refuse.
    func problem(_ problem: FreezeRefusal.Problem) -> FileMistake {
        switch problem.reason {
        case .unknownSubscriber:
            table.problem(
                problem.line, "subscriber_number",
                "is nobody's. Import the subscribers first with 'endeks subscribers import'.")
        case .otherReturn(let day):
            table.problem(
                problem.line, "to", "is not \(day), the return that is known of this freeze. Ask the customer.")
        case .isEnded(let day):
            table.problem(problem.line, "to", "is empty, but the freeze ended on \(day). Leave the line out.")
        }
    }
}

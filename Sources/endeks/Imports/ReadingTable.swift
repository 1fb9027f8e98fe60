import Accounts
import Quantities
import WrittenFiles

/// A file of older readings: a header, and a reading a line.
struct ReadingTable {
    static let columns = ["subscriber_number", "date", "index"]

    private let table: ImportTable<ImportedReading>

    init(text: String, file: String) {
        table = ImportTable(text: text, file: file, columns: Self.columns) { row in
            let number = row.subscriberNumber()
            let date = row.required("date") { text throws(FileMistake) in try text.date() }
            let index = row.required("index") { text throws(FileMistake) in
                try text.parsed(as: "the black digits, such as 01021") { try Index(printed: $0) }
            }
            guard let number, let date, let index else { return nil }
            return ImportedReading(line: row.line, subscriber: number, index: index, date: date)
        }
    }

    var readings: [ImportedReading] { table.lines }
    var problems: [FileMistake] { table.mistakes }

    /// Where and what, for a line that the books refuse.
    func problem(_ problem: ReadingImportRefusal.Problem) -> FileMistake {
        let (column, words): (String, String) =
            switch problem.reason {
            case .unknownSubscriber:
                ("subscriber_number", "is nobody's. Import the subscribers first with 'endeks subscribers import'.")
            case .noReading:
                (
                    "subscriber_number",
                    "has no reading to end at. Give 'last_index' and 'last_date' with the subscribers first."
                )
            case .tooManyDigits(let wheels): ("index", "has more digits than the meter's \(wheels) black wheels.")
            case .laterThanNewest(let day):
                ("date", "lies after \(day), the subscriber's newest reading. Only older readings come in here.")
            case .beforeExchange(let day):
                ("date", "lies before \(day), when another meter was hung there. Leave the line out.")
            case .otherIndex(let known): ("index", "differs from the reading \(known) that is known of that day.")
            case .lowerThan(let known, let day):
                ("index", "is lower than \(known) of \(day). Where the counter passed zero, leave the older lines out.")
            case .higherThan(let known, let day):
                ("index", "is higher than \(known) of \(day). Where the counter passed zero, leave the line out.")
            }
        return table.problem(problem.line, column, words)
    }
}

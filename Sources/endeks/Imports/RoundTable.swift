import Accounts
import Quantities
import WrittenFiles

/// A file of the readings of a round: a header, and a reading, or why there is none, a line.
///
/// A line that cannot be understood is refused by itself; the others stand.
struct RoundTable {
    static let columns = ["subscriber_number", "index", "date"]
    static let optional = ["not_read", "confirmed_by"]
    /// What 'endeks bill run' writes beside those; it may stay when the file is run again.
    static let told = ["line", "reason", "details"]

    /// A line that says why a meter was not read.
    struct NotRead {
        let line: Int
        let subscriber: SubscriberNumber
        let reason: String
    }

    private enum Line {
        case reading(RunReading)
        case notRead(NotRead)
    }

    private(set) var readings: [RunReading] = []
    private(set) var notRead: [NotRead] = []
    /// Why there is nothing to bill in the whole file.
    let faults: [FileMistake]
    /// What is wrong with single lines.
    let refused: [FileMistake]

    init(text: String, file: String) {
        let table = ImportTable(
            text: text, file: file, columns: Self.columns, optional: Self.optional + Self.told, read: Self.line)
        (faults, refused) = (table.faults, table.problems)
        readings.reserveCapacity(table.lines.count)
        for line in table.lines {
            switch line {
            case .reading(let reading): readings.append(reading)
            case .notRead(let reason): notRead.append(reason)
            }
        }
    }

    private static func line(_ row: inout ImportRow) -> Line? {
        let number = row.subscriberNumber()
        if let reason = row.optional("not_read", { $0.text }) {
            if !row.isEmpty("index") { row.refuse("not_read", "stands beside an index. Keep one of both.") }
            return number.map { .notRead(NotRead(line: row.line, subscriber: $0, reason: reason)) }
        }
        let date = row.required("date") { text throws(FileMistake) in try text.date() }
        let index = row.required("index") { text throws(FileMistake) in
            try text.parsed(as: "the black digits, such as 01021") { try Index(printed: $0) }
        }
        let confirmed = row.optional("confirmed_by") { text throws(FileMistake) in
            guard text.text.count <= 60 else { throw text.hidden("is longer than 60 characters. Give a name") }
            return text.text
        }
        guard let number, let date, let index else { return nil }
        return .reading(
            RunReading(line: row.line, subscriber: number, index: index, date: date, confirmedBy: confirmed))
    }
}

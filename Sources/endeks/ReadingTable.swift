import Accounts
import Foundation
import Quantities
import VectorChecks

/// A file of older readings: a header, and a reading a line.
///
/// Every line is looked at, so that whoever mends the file need not start it once for each mistake.
struct ReadingTable {
    static let columns = ["subscriber_number", "date", "index"]

    private(set) var readings: [ImportedReading] = []
    private(set) var problems: [SettingsError] = []

    private let file: String
    private var places: [String: Int] = [:]

    init(text: String, file: String) {
        self.file = file
        do {
            let records = try CommaSeparatedRecords(file: file, text: text).records
            guard let first = records.first else {
                let header = Self.columns.joined(separator: ",")
                problems = [mistake(1, 1, "the file is empty. Its first line names the columns: \(header)")]
                return
            }
            let header = CSVHeader(first, columns: Self.columns, file: file)
            (places, problems) = (header.places, header.problems)
            guard problems.isEmpty else { return }
            readings.reserveCapacity(records.count)
            for record in records.dropFirst() { read(record) }
        } catch {
            problems = [mistake(error.line ?? 1, 1, error.problem + ".")]
        }
    }

    private mutating func read(_ record: CommaSeparatedRecords.Record) {
        guard record.fields.count == places.count else {
            problems.append(
                mistake(
                    record.line, 1, "there are \(record.fields.count) fields, not \(places.count) as in the header."))
            return
        }
        let number = value(record, "subscriber_number") { text throws(SettingsError) in
            try text.secret("must be 1 to 20 digits") { try SubscriberNumber($0) }
        }
        let date = value(record, "date") { text throws(SettingsError) in try text.date() }
        let index = value(record, "index") { text throws(SettingsError) in
            try text.parsed(as: "the black digits, such as 01021") { try Index(printed: $0) }
        }
        guard let number, let date, let index else { return }
        readings.append(ImportedReading(line: record.line, subscriber: number, index: index, date: date))
    }

    private mutating func value<Value>(
        _ record: CommaSeparatedRecords.Record, _ column: String,
        _ parse: (SettingsText) throws(SettingsError) -> Value
    ) -> Value? {
        let text = SettingsText(
            text: record.fields[places[column] ?? 0].trimmingCharacters(in: .whitespaces), file: file, key: column,
            place: SettingsPlace(line: record.line, column: place(column)))
        do throws(SettingsError) {
            if text.text.isEmpty { throw text.hidden("is empty. Fill it in") }
            return try parse(text)
        } catch {
            problems.append(error)
            return nil
        }
    }

    /// Where and what, for a line that the books refuse.
    func problem(_ problem: ReadingImportRefusal.Problem) -> SettingsError {
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
        return mistake(problem.line, place(column), "'\(column)' \(words)")
    }

    private func mistake(_ line: Int, _ column: Int, _ message: String) -> SettingsError {
        SettingsError(file: file, line: line, column: column, message: message)
    }

    private func place(_ column: String) -> Int { (places[column] ?? 0) + 1 }
}

import Accounts
import Foundation
import Quantities
import VectorChecks

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

    private(set) var readings: [RunReading] = []
    private(set) var notRead: [NotRead] = []
    /// Why there is nothing to bill in the whole file.
    private(set) var faults: [SettingsError] = []
    /// What is wrong with single lines.
    private(set) var refused: [SettingsError] = []

    private let file: String
    private var places: [String: Int] = [:]

    init(text: String, file: String) {
        self.file = file
        do {
            let records = try CommaSeparatedRecords(file: file, text: text).records
            guard let first = records.first else {
                faults = [mistake(1, 1, "the file is empty. Its first line names the columns.")]
                return
            }
            let header = CSVHeader(first, columns: Self.columns, optional: Self.optional + Self.told, file: file)
            (places, faults) = (header.places, header.problems)
            guard faults.isEmpty else { return }
            if records.count == 1 { faults = [mistake(first.line, 1, CSVHeader.nothingBelow)] }
            readings.reserveCapacity(records.count)
            for record in records.dropFirst() { read(record) }
        } catch {
            faults = [mistake(error.line ?? 1, 1, error.problem + ".")]
        }
    }

    private mutating func read(_ record: CommaSeparatedRecords.Record) {
        guard record.fields.count == places.count else {
            let found = record.fields.count
            refused.append(
                mistake(record.line, 1, "there are \(found) fields, not \(places.count) as in the header."))
            return
        }
        let number = value(record, "subscriber_number") { text throws(SettingsError) in
            try text.secret("must be 1 to 20 digits") { try SubscriberNumber($0) }
        }
        let reason = field(record, "not_read")
        if !reason.isEmpty {
            guard let number else { return }
            if !field(record, "index").isEmpty {
                let place = (places["not_read"] ?? 0) + 1
                refused.append(mistake(record.line, place, "'not_read' stands beside an index. Keep one of both."))
            } else {
                notRead.append(NotRead(line: record.line, subscriber: number, reason: reason))
            }
            return
        }
        let date = value(record, "date") { text throws(SettingsError) in try text.date() }
        let index = value(record, "index") { text throws(SettingsError) in
            try text.parsed(as: "the black digits, such as 01021") { try Index(printed: $0) }
        }
        let confirmed = field(record, "confirmed_by")
        if confirmed.count > 60 {
            let place = (places["confirmed_by"] ?? 0) + 1
            refused.append(mistake(record.line, place, "'confirmed_by' is longer than 60 characters. Give a name."))
            return
        }
        guard let number, let date, let index else { return }
        readings.append(
            RunReading(
                line: record.line, subscriber: number, index: index, date: date,
                confirmedBy: confirmed.isEmpty ? nil : confirmed))
    }

    private func field(_ record: CommaSeparatedRecords.Record, _ column: String) -> String {
        guard let place = places[column] else { return "" }
        let text = record.fields[place]
        // Few fields have spaces around them, and Foundation takes its time to look.
        guard text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ") else { return text }
        return text.trimmingCharacters(in: .whitespaces)
    }

    private mutating func value<Value>(
        _ record: CommaSeparatedRecords.Record, _ column: String,
        _ parse: (SettingsText) throws(SettingsError) -> Value
    ) -> Value? {
        let text = SettingsText(
            text: field(record, column), file: file, key: column,
            place: SettingsPlace(line: record.line, column: (places[column] ?? 0) + 1))
        do throws(SettingsError) {
            if text.text.isEmpty { throw text.hidden("is empty. Fill it in") }
            return try parse(text)
        } catch {
            refused.append(error)
            return nil
        }
    }

    private func mistake(_ line: Int, _ column: Int, _ message: String) -> SettingsError {
        SettingsError(file: file, line: line, column: column, message: message)
    }
}

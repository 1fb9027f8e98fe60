import Accounts
import Billing
import Foundation
import Quantities
import WrittenFiles

/// One line of a file that is imported; all that is wrong with it is collected.
struct ImportRow {
    private(set) var problems: [FileMistake] = []
    let line: Int

    private let row: CSVRow

    init(_ row: CSVRow) {
        line = row.line
        self.row = row
    }

    /// Whether nothing stands in a column.
    func isEmpty(_ column: String) -> Bool { row.value(column).text.isEmpty }

    /// The value of a column that must be filled in; nil where something is wrong.
    mutating func required<Value>(
        _ column: String, _ parse: (WrittenValue) throws(FileMistake) -> Value
    ) -> Value? {
        let text = row.value(column)
        if text.text.isEmpty {
            problems.append(text.hidden("is empty. Fill it in"))
            return nil
        }
        return collect(text, parse)
    }

    /// The value of a column that may be empty; nil where it is, or where something is wrong.
    mutating func optional<Value>(
        _ column: String, _ parse: (WrittenValue) throws(FileMistake) -> Value
    ) -> Value? {
        let text = row.value(column)
        return text.text.isEmpty ? nil : collect(text, parse)
    }

    /// Keeps what is wrong with a column, in words that follow its name.
    mutating func refuse(_ column: String, _ words: String) {
        problems.append(row.header.mistake(line, column, words))
    }

    private mutating func collect<Value>(
        _ text: WrittenValue, _ parse: (WrittenValue) throws(FileMistake) -> Value
    ) -> Value? {
        do throws(FileMistake) {
            return try parse(text)
        } catch {
            problems.append(error)
            return nil
        }
    }
}

extension ImportRow {
    /// The subscriber number in the column of that name.
    mutating func subscriberNumber() -> SubscriberNumber? {
        required("subscriber_number") { text throws(FileMistake) in
            try text.secret("must be 1 to 20 digits") { try SubscriberNumber($0) }
        }
    }

    /// An index of a counter of so many wheels; nil where something is wrong, or where the wheels are.
    mutating func index(_ column: String, wheels: Int?) -> Index? {
        let index = required(column) { text throws(FileMistake) in
            guard let wheels else { return Index?.none }
            return try text.parsed(as: "the black digits, at most \(wheels) of them, such as 01021") { digits in
                try Index(value: try Index(printed: digits).value, digits: wheels)
            }
        }
        return index ?? nil
    }

    /// The meter that its columns name; nil where something is wrong.
    mutating func meter(wheels: Int?, serial column: String) -> Meter? {
        let serial = optional(column) { text throws(FileMistake) in
            try text.parsed(as: "1 to 20 digits and letters") { try MeterSerial($0) }
        }
        let gClass = required("g_class") { text throws(FileMistake) in
            guard MeterSizes.names.contains(text.text) else {
                let known = MeterSizes.names.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
                throw text.mistake("must be one of: \(known.joined(separator: ", "))")
            }
            return text.text
        }
        let decimals = required("decimals") { text throws(FileMistake) in try text.whole(in: 0...4) }
        let multiplier = required("multiplier") { text throws(FileMistake) in
            let value = try text.parsed(as: "a number such as 1 or 10") {
                try MeterMultiplier(parsing: $0, notation: .plain)
            }
            guard value > .zero else { throw text.mistake("must be above zero") }
            return value
        }
        let pressure = required("pressure_mbar") { text throws(FileMistake) in
            // Above 300 mbar a volume corrector is compulsory, which is not billed by photo.
            try text.whole(in: 0...300)
        }
        guard let gClass, let decimals, let multiplier, let pressure, let wheels else { return nil }
        return Meter(
            serial: serial, gClass: gClass, pressureMillibar: pressure, multiplier: multiplier, wheels: wheels,
            decimals: decimals)
    }
}

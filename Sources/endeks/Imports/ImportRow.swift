import Accounts
import Billing
import Foundation
import Quantities
import VectorChecks

/// One line of a file that is imported; all that is wrong with it is collected.
struct ImportRow {
    private(set) var problems: [SettingsError] = []
    let line: Int

    private let fields: [String]
    private let places: [String: Int]
    private let file: String

    init(_ record: CommaSeparatedRecords.Record, _ places: [String: Int], file: String) {
        line = record.line
        fields = record.fields
        self.places = places
        self.file = file
    }

    /// Whether nothing stands in a column.
    func isEmpty(_ column: String) -> Bool { text(column).text.isEmpty }

    private func text(_ column: String) -> SettingsText {
        let place = places[column] ?? 0
        return SettingsText(
            text: Self.trimmed(fields[place]), file: file, key: column,
            place: SettingsPlace(line: line, column: place + 1))
    }

    private static func trimmed(_ field: String) -> String {
        let isTrim =
            field.utf8.first.map { $0 > 0x20 && $0 < 0x7F } ?? true && field.utf8.last.map { $0 > 0x20 } ?? true
        return isTrim ? field : field.trimmingCharacters(in: .whitespaces)
    }

    /// The value of a column that must be filled in; nil where something is wrong.
    mutating func required<Value>(
        _ column: String, _ parse: (SettingsText) throws(SettingsError) -> Value
    ) -> Value? {
        let text = text(column)
        if text.text.isEmpty {
            problems.append(text.hidden("is empty. Fill it in"))
            return nil
        }
        return collect(text, parse)
    }

    /// The value of a column that may be empty; nil where it is, or where something is wrong.
    mutating func optional<Value>(
        _ column: String, _ parse: (SettingsText) throws(SettingsError) -> Value
    ) -> Value? {
        let text = text(column)
        return text.text.isEmpty ? nil : collect(text, parse)
    }

    private mutating func collect<Value>(
        _ text: SettingsText, _ parse: (SettingsText) throws(SettingsError) -> Value
    ) -> Value? {
        do throws(SettingsError) {
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
        required("subscriber_number") { text throws(SettingsError) in
            try text.secret("must be 1 to 20 digits") { try SubscriberNumber($0) }
        }
    }

    /// An index of a counter of so many wheels; nil where something is wrong, or where the wheels are.
    mutating func index(_ column: String, wheels: Int?) -> Index? {
        let index = required(column) { text throws(SettingsError) in
            guard let wheels else { return Index?.none }
            return try text.parsed(as: "the black digits, at most \(wheels) of them, such as 01021") { digits in
                try Index(value: try Index(printed: digits).value, digits: wheels)
            }
        }
        return index ?? nil
    }

    /// The meter that its columns name; nil where something is wrong.
    mutating func meter(wheels: Int?, serial column: String) -> Meter? {
        let serial = optional(column) { text throws(SettingsError) in
            try text.parsed(as: "1 to 20 digits and letters") { try MeterSerial($0) }
        }
        let gClass = required("g_class") { text throws(SettingsError) in
            guard MeterSizes.names.contains(text.text) else {
                let known = MeterSizes.names.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
                throw text.mistake("must be one of: \(known.joined(separator: ", "))")
            }
            return text.text
        }
        let decimals = required("decimals") { text throws(SettingsError) in try text.whole(in: 0...4) }
        let multiplier = required("multiplier") { text throws(SettingsError) in
            let value = try text.parsed(as: "a number such as 1 or 10") {
                try MeterMultiplier(parsing: $0, notation: .plain)
            }
            guard value > .zero else { throw text.mistake("must be above zero") }
            return value
        }
        let pressure = required("pressure_mbar") { text throws(SettingsError) in
            // Above 300 mbar a volume corrector is compulsory, which is not billed by photo.
            try text.whole(in: 0...300)
        }
        guard let gClass, let decimals, let multiplier, let pressure, let wheels else { return nil }
        return Meter(
            serial: serial, gClass: gClass, pressureMillibar: pressure, multiplier: multiplier, wheels: wheels,
            decimals: decimals)
    }
}

import Accounts
import Billing
import Foundation
import Quantities
import VectorChecks

/// One line of a file of subscribers; all that is wrong with it is collected.
struct SubscriberLine {
    private(set) var problems: [SettingsError] = []

    private let line: Int
    private let fields: [String]
    private let places: [String: Int]
    private let file: String

    init(_ record: CommaSeparatedRecords.Record, _ places: [String: Int], file: String) {
        line = record.line
        fields = record.fields
        self.places = places
        self.file = file
    }

    /// The subscriber; nil where something is wrong.
    mutating func subscriber() -> ImportedSubscriber? {
        let wheels = required("wheels") { text throws(SettingsError) in try text.whole(in: 3...9) }
        let isPrepaid = required("kind") { text throws(SettingsError) in
            try text.choice([("mechanical", false), ("prepaid", true)])
        }
        let last = lastReading(wheels: wheels, isPrepaid: isPrepaid ?? false)
        let meter = meter(wheels: wheels)
        let language = required("language") { text throws(SettingsError) in
            try text.choice([("tr", "tr"), ("en", "en")])
        }
        let region = required("region") { text throws(SettingsError) in try text.name() }
        let tariff = required("tariff") { text throws(SettingsError) in try text.name() }
        let whatsapp = optional("whatsapp") { text throws(SettingsError) in try Self.phone(text) }
        let scoped = optional("bsuid") { text throws(SettingsError) in try Self.scopedID(text) }
        let subscriber = subscriber(isPrepaid: isPrepaid ?? false)
        guard problems.isEmpty, let subscriber, let meter, let language, let region, let tariff else { return nil }
        return ImportedSubscriber(
            line: line,
            subscription: Subscription(
                subscriber: subscriber, meter: meter, region: region, tariff: tariff, language: language),
            whatsapp: whatsapp, businessScopedID: scoped, lastReading: last)
    }

    private mutating func subscriber(isPrepaid: Bool) -> Subscriber? {
        let number = required("subscriber_number") { text throws(SettingsError) in
            try text.secret("must be 1 to 20 digits") { try SubscriberNumber($0) }
        }
        let installation = required("installation_number") { text throws(SettingsError) in
            try text.secret("must be 1 to 20 digits") { try InstallationNumber($0) }
        }
        let name = required("name") { text throws(SettingsError) in try text.personalLine(most: 150) }
        let address = required("address") { text throws(SettingsError) in try text.personalLine(most: 250) }
        guard let number, let installation, let name, let address else { return nil }
        // What the gas is used for, the tariff says.
        return Subscriber(
            number: number, installation: installation, name: name, address: address, kind: .residential,
            paymentScheme: isPrepaid ? .prepaid : .afterUse)
    }

    private mutating func meter(wheels: Int?) -> Meter? {
        let serial = optional("meter_serial") { text throws(SettingsError) in
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

    /// A prepaid meter, which is not billed by photo, may come without one.
    private mutating func lastReading(wheels: Int?, isPrepaid: Bool) -> MeterReading? {
        if isPrepaid, text("last_index").text.isEmpty, text("last_date").text.isEmpty { return nil }
        let index = required("last_index") { text throws(SettingsError) in
            guard let wheels else { return Index?.none }
            return try text.parsed(as: "the black digits, at most \(wheels) of them, such as 01021") { digits in
                try Index(value: try Index(printed: digits).value, digits: wheels)
            }
        }
        let date = required("last_date") { text throws(SettingsError) in try text.date() }
        guard let index = index ?? nil, let date else { return nil }
        return MeterReading(index: index, date: date)
    }

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

    private mutating func required<Value>(
        _ column: String, _ parse: (SettingsText) throws(SettingsError) -> Value
    ) -> Value? {
        let text = text(column)
        if text.text.isEmpty {
            problems.append(text.hidden("is empty. Fill it in"))
            return nil
        }
        return collect(text, parse)
    }

    private mutating func optional<Value>(
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

    private static func phone(_ text: SettingsText) throws(SettingsError) -> String {
        let isNumber = text.text.utf8.allSatisfy { (0x30...0x39).contains($0) } && !text.text.hasPrefix("0")
        guard isNumber, (8...15).contains(text.text.utf8.count) else {
            throw text.hidden("must be 8 to 15 digits that begin with the country code, such as 905xxxxxxxxx")
        }
        return text.text
    }

    private static func scopedID(_ text: SettingsText) throws(SettingsError) -> String {
        let parts = text.text.split(separator: ".", omittingEmptySubsequences: false)
        let isScoped =
            parts.count >= 2 && text.text.utf8.count <= 140
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(Self.isLetterOrDigit) }
        guard isScoped else {
            throw text.hidden(
                "must be a business-scoped user id: a country, a point, letters and digits, such as TR.123")
        }
        return text.text
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

extension SettingsText {
    /// As `parsed`, for a value that must not be repeated, because it is personal.
    func secret<Value>(_ message: String, _ parse: (String) throws -> Value) throws(SettingsError) -> Value {
        do {
            return try parse(text)
        } catch {
            throw hidden(message)
        }
    }

    /// As `line`, for a value that must not be repeated, because it is personal.
    func personalLine(most: Int) throws(SettingsError) -> String {
        do throws(SettingsError) {
            return try line(most: most)
        } catch {
            throw hidden("must be one line of at most \(most) characters that can be printed")
        }
    }
}

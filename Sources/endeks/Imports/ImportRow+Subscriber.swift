import Accounts
import Billing
import Foundation
import Quantities
import WrittenFiles

/// One line of a file of subscribers.
extension ImportRow {
    /// The subscriber; nil where something is wrong.
    mutating func importedSubscriber() -> ImportedSubscriber? {
        let wheels = required("wheels") { text throws(FileMistake) in try text.whole(in: 3...9) }
        let isPrepaid = required("kind") { text throws(FileMistake) in
            try text.choice([("mechanical", false), ("prepaid", true)])
        }
        let last = lastReading(wheels: wheels, isPrepaid: isPrepaid ?? false)
        let meter = self.meter(wheels: wheels, serial: "meter_serial")
        let language = required("language") { text throws(FileMistake) in
            try text.choice([("tr", "tr"), ("en", "en")])
        }
        let region = required("region") { text throws(FileMistake) in try text.name() }
        let tariff = required("tariff") { text throws(FileMistake) in try text.name() }
        let whatsapp = optional("whatsapp") { text throws(FileMistake) in try Self.phone(text) }
        let scoped = optional("bsuid") { text throws(FileMistake) in try Self.scopedID(text) }
        let subscriber = person(isPrepaid: isPrepaid ?? false)
        guard problems.isEmpty, let subscriber, let meter, let language, let region, let tariff else { return nil }
        return ImportedSubscriber(
            line: line,
            subscription: Subscription(
                subscriber: subscriber, meter: meter, region: region, tariff: tariff, language: language),
            whatsapp: whatsapp, businessScopedID: scoped, lastReading: last)
    }

    private mutating func person(isPrepaid: Bool) -> Subscriber? {
        let number = subscriberNumber()
        let installation = required("installation_number") { text throws(FileMistake) in
            try text.secret("must be 1 to 20 digits") { try InstallationNumber($0) }
        }
        let name = required("name") { text throws(FileMistake) in try text.personalLine(most: 150) }
        let address = required("address") { text throws(FileMistake) in try text.personalLine(most: 250) }
        guard let number, let installation, let name, let address else { return nil }
        // What the gas is used for, the tariff says.
        return Subscriber(
            number: number, installation: installation, name: name, address: address, kind: .residential,
            paymentScheme: isPrepaid ? .prepaid : .afterUse)
    }

    /// A prepaid meter, which is not billed by photo, may come without one.
    private mutating func lastReading(wheels: Int?, isPrepaid: Bool) -> MeterReading? {
        if isPrepaid, isEmpty("last_index"), isEmpty("last_date") { return nil }
        let index = self.index("last_index", wheels: wheels)
        let date = required("last_date") { text throws(FileMistake) in try text.date() }
        guard let index, let date else { return nil }
        return MeterReading(index: index, date: date)
    }

    private static func phone(_ text: WrittenValue) throws(FileMistake) -> String {
        let isNumber = text.text.utf8.allSatisfy { (0x30...0x39).contains($0) } && !text.text.hasPrefix("0")
        guard isNumber, (8...15).contains(text.text.utf8.count) else {
            throw text.hidden("must be 8 to 15 digits that begin with the country code, such as 905xxxxxxxxx")
        }
        return text.text
    }

    private static func scopedID(_ text: WrittenValue) throws(FileMistake) -> String {
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

extension WrittenValue {
    /// As `parsed`, for a value that must not be repeated, because it is personal.
    func secret<Value>(_ message: String, _ parse: (String) throws -> Value) throws(FileMistake) -> Value {
        do {
            return try parse(text)
        } catch {
            throw hidden(message)
        }
    }

    /// As `line`, for a value that must not be repeated, because it is personal.
    func personalLine(most: Int) throws(FileMistake) -> String {
        do throws(FileMistake) {
            return try line(most: most)
        } catch {
            throw hidden("must be one line of at most \(most) characters that can be printed")
        }
    }
}

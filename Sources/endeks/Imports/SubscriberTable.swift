import Accounts
import Billing
import Quantities
import WrittenFiles

/// A file of subscribers: a header, and a line each.
///
/// Every line is looked at, so that whoever mends the file need not start it once for each mistake.
struct SubscriberTable {
    static let columns = [
        "subscriber_number", "name", "address", "region", "installation_number", "meter_serial", "g_class", "wheels",
        "decimals", "multiplier", "pressure_mbar", "tariff", "kind", "language", "whatsapp", "bsuid", "last_index",
        "last_date",
    ]

    private let table: ImportTable<ImportedSubscriber>

    /// What a text says, held against the names of the policies.
    init(text: String, file: String, policies: (regions: Set<String>, tariffs: Set<String>)) {
        var lines: [String: Int] = [:]
        table = ImportTable(text: text, file: file, columns: Self.columns) { row in
            guard let subscriber = row.importedSubscriber() else { return nil }
            let (region, tariff) = (subscriber.subscription.region, subscriber.subscription.tariff)
            if !policies.regions.contains(region) { row.refuse(.unknownRegion(region)) }
            if !policies.tariffs.contains(tariff) { row.refuse(.unknownTariff(tariff)) }
            let number = subscriber.subscription.subscriber.number.text
            if let earlier = lines.updateValue(row.line, forKey: number) {
                row.refuse("subscriber_number", "is the one of line \(earlier) too. Keep one of the lines.")
            }
            return subscriber
        }
    }

    var subscribers: [ImportedSubscriber] { table.lines }
    var problems: [FileMistake] { table.mistakes }

    /// Where and what, for a line that the books refuse.
    func problem(_ line: Int, _ reason: SubscriberImportReason) -> FileMistake {
        let (column, words) = reason.told
        return table.problem(line, column, words)
    }
}

extension ImportRow {
    fileprivate mutating func refuse(_ reason: SubscriberImportReason) {
        let (column, words) = reason.told
        refuse(column, words)
    }
}

extension SubscriberImportReason {
    /// The column that is wrong, and what is.
    fileprivate var told: (column: String, words: String) {
        switch self {
        case .unknownRegion(let name):
            (
                "region",
                "is '\(name)', which no policies are for. Import them first with 'endeks policies import'."
            )
        case .unknownTariff(let name):
            (
                "tariff",
                "is '\(name)', which the policies do not have. Import it first with 'endeks policies import'."
            )
        case .indexLower(let known, let day):
            (
                "last_index",
                "is lower than the reading \(known) of \(day), and no rollover. Mend it, or leave 'last_date' at \(day)."
            )
        case .meterBeforeReading(let day):
            (
                "last_date",
                "lies before \(day), the last reading of the meter that hung there. Give the day of the exchange."
            )
        case .multiplierChanges(let known): ("multiplier", Self.changed(known.figure.withoutTrailingZeros.description))
        case .pressureChanges(let known): ("pressure_mbar", Self.changed("\(known)"))
        }
    }
    private static func changed(_ known: String) -> String {
        "is not \(known), by which the meter was billed or put on. Give the new one with 'endeks meters change' and the index of the day; if it was wrong from the first, take back the invoices before."
    }
}

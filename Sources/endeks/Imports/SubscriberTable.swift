import Accounts
import Billing
import Foundation
import Quantities
import VectorChecks

/// A file of subscribers: a header, and a line each.
///
/// Every line is looked at, so that whoever mends the file need not start it once for each mistake.
struct SubscriberTable {
    static let columns = [
        "subscriber_number", "name", "address", "region", "installation_number", "meter_serial", "g_class", "wheels",
        "decimals", "multiplier", "pressure_mbar", "tariff", "kind", "language", "whatsapp", "bsuid", "last_index",
        "last_date",
    ]

    private(set) var subscribers: [ImportedSubscriber] = []
    private(set) var problems: [SettingsError] = []

    private let file: String
    private let policies: (regions: Set<String>, tariffs: Set<String>)
    /// Where the columns stand, which may be in any order.
    private var places: [String: Int] = [:]
    private var lines: [String: Int] = [:]

    /// What a text says, held against the names of the policies.
    init(text: String, file: String, policies: (regions: Set<String>, tariffs: Set<String>)) {
        self.file = file
        self.policies = policies
        do {
            var records = try CommaSeparatedRecords(file: file, text: text).records
            guard let header = records.first else {
                problems = [mistake(1, 1, "the file is empty. Its first line names the columns: \(Self.header)")]
                return
            }
            records.removeFirst()
            let head = CSVHeader(header, columns: Self.columns, file: file)
            (places, problems) = (head.places, head.problems)
            guard problems.isEmpty else { return }
            if records.isEmpty { problems = [mistake(header.line, 1, CSVHeader.nothingBelow)] }
            subscribers.reserveCapacity(records.count)
            for record in records { read(record) }
        } catch {
            problems = [mistake(error.line ?? 1, 1, error.problem + ".")]
        }
    }

    private static var header: String { columns.joined(separator: ",") }

    private func mistake(_ line: Int, _ column: Int, _ message: String) -> SettingsError {
        SettingsError(file: file, line: line, column: column, message: message)
    }

    private mutating func read(_ record: CommaSeparatedRecords.Record) {
        guard record.fields.count == places.count else {
            problems.append(
                mistake(
                    record.line, 1,
                    "there are \(record.fields.count) fields, not \(places.count) as in the header. Quote a field that holds a comma."
                ))
            return
        }
        var line = SubscriberLine(record, places, file: file)
        let subscriber = line.subscriber()
        problems += line.problems
        guard let subscriber, line.problems.isEmpty else { return }
        let (region, tariff) = (subscriber.subscription.region, subscriber.subscription.tariff)
        if !policies.regions.contains(region) { problems.append(problem(record.line, .unknownRegion(region))) }
        if !policies.tariffs.contains(tariff) { problems.append(problem(record.line, .unknownTariff(tariff))) }
        let number = subscriber.subscription.subscriber.number.text
        if let earlier = lines.updateValue(record.line, forKey: number) {
            let place = (places["subscriber_number"] ?? 0) + 1
            problems.append(
                mistake(
                    record.line, place, "'subscriber_number' is the one of line \(earlier) too. Keep one of the lines.")
            )
            return
        }
        subscribers.append(subscriber)
    }

    /// Where and what, for a line that the books refuse.
    func problem(_ line: Int, _ reason: SubscriberImportReason) -> SettingsError {
        switch reason {
        case .unknownRegion(let name):
            mistake(
                line, place("region"),
                "'region' is '\(name)', which no policies are for. Import them first with 'endeks policies import'.")
        case .unknownTariff(let name):
            mistake(
                line, place("tariff"),
                "'tariff' is '\(name)', which the policies do not have. Import it first with 'endeks policies import'.")
        case .indexLower(let known, let day):
            mistake(
                line, place("last_index"),
                "'last_index' is lower than the reading \(known) of \(day), and no rollover. Mend it, or leave 'last_date' at \(day)."
            )
        case .meterBeforeReading(let day):
            mistake(
                line, place("last_date"),
                "'last_date' lies before \(day), the last reading of the meter that hung there. Give the day of the exchange."
            )
        }
    }

    private func place(_ column: String) -> Int { (places[column] ?? 0) + 1 }
}

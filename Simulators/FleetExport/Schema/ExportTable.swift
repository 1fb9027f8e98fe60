package import Storage

/// A table of an exported fleet: a CSV file and a table of the SQLite file, of the same name and columns.
package enum ExportTable: String, CaseIterable, Hashable, Sendable {
    // What an office can know.
    case meters, exchanges, readings, route, wishes, cards
    case correctorArchive = "corrector_archive"
    case hourlyReadings = "hourly_readings"
    // What only the simulator knows.
    case truth
    case truthMeters = "truth_meters"
    case truthFaults = "truth_faults"
    case truthCards = "truth_cards"
    case hourlyTruth = "hourly_truth"

    /// Whether billing must not see it.
    package var isTruth: Bool {
        switch self {
        case .truth, .truthMeters, .truthFaults, .truthCards, .hourlyTruth: true
        default: false
        }
    }

    /// Whether it is there only where every hour was asked for.
    package var isHourly: Bool { self == .hourlyReadings || self == .hourlyTruth }

    /// The tables of an export.
    package static func all(isHourly: Bool) -> [ExportTable] { allCases.filter { isHourly || !$0.isHourly } }

    /// Its file in the folder.
    package var file: String { "\(rawValue).csv" }

    /// What SQLite makes of it.
    var bulk: BulkTable { BulkTable(rawValue, columns.map { BulkTable.Column($0.name, $0.kind) }) }

    /// The first line of its CSV file, with its end.
    var header: String { columns.map(\.name).joined(separator: ",") + "\n" }
}

/// A column of an exported table.
package struct ExportColumn: Hashable, Sendable {
    package let name: String
    package let kind: BulkTable.Kind
    /// What it counts, or the form of its text.
    package let unit: String
    /// What it means, with the Turkish word of the trade in brackets.
    package let note: String

    /// A whole number.
    static func number(_ name: String, _ unit: String, _ note: String) -> ExportColumn {
        ExportColumn(name: name, kind: .integer, unit: unit, note: note)
    }

    /// Text.
    static func text(_ name: String, _ unit: String, _ note: String) -> ExportColumn {
        ExportColumn(name: name, kind: .text, unit: unit, note: note)
    }
}

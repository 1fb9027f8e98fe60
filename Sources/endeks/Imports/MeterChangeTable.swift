import Accounts
import Foundation
import Quantities
import WrittenFiles

/// A file of meter changes: a header, and a change a line.
struct MeterChangeTable {
    static let columns = [
        "subscriber_number", "date", "removed_index", "new_serial", "g_class", "wheels", "decimals", "multiplier",
        "pressure_mbar", "start_index",
    ]

    private let table: ImportTable<ImportedMeterChange>

    init(text: String, file: String) {
        table = ImportTable(text: text, file: file, columns: Self.columns) { row in
            let number = row.subscriberNumber()
            let date = row.required("date") { text throws(FileMistake) in try text.date() }
            let removed = row.required("removed_index") { text throws(FileMistake) in
                try text.parsed(as: "the black digits, such as 01021") { try Index(printed: $0) }
            }
            let wheels = row.required("wheels") { text throws(FileMistake) in try text.whole(in: 3...9) }
            let meter = row.meter(wheels: wheels, serial: "new_serial")
            let start = row.index("start_index", wheels: wheels)
            guard let number, let date, let removed, let meter, let start else { return nil }
            return ImportedMeterChange(
                line: row.line, subscriber: number, date: date, removedAt: removed, meter: meter, start: start)
        }
    }

    var changes: [ImportedMeterChange] { table.lines }
    var problems: [FileMistake] { table.mistakes }

    /// Where and what, for a line that the books refuse.
    func problem(_ problem: MeterChangeRefusal.Problem) -> FileMistake {
        let (column, words): (String, String) =
            switch problem.reason {
            case .unknownSubscriber:
                ("subscriber_number", "is nobody's. Import the subscribers first with 'endeks subscribers import'.")
            case .noReading:
                (
                    "subscriber_number",
                    "has no reading that a period could begin with. Give 'last_index' and 'last_date' with the subscribers first."
                )
            case .changedLater(let day):
                ("date", "lies before \(day), when the meter was changed last. Give the changes in their order.")
            case .future: ("date", "lies in the future. Import the change once it is done.")
            case .beforeReading(let day):
                ("date", "lies before \(day), when the old meter was read last. Give the day of the change.")
            case .removedDigits(let wheels):
                ("removed_index", "has more digits than the old meter's \(wheels) black wheels.")
            case .removedLower(let known, let day):
                ("removed_index", "is lower than \(known) of \(day), and that is no rollover. Look at the old meter.")
            case .sameSerial:
                (
                    "new_serial",
                    "is the meter's that hangs there now. Give that of the one that was put on, or the multiplier or pressure that changes; to put right its own change, take back the invoice of its readings first."
                )
            case .otherIndex(let index):
                ("start_index", "is not \(index), at which the same meter goes on.")
            }
        return table.problem(problem.line, column, words)
    }
}

import Foundation
import Storage

/// The tables of an export with their columns, for people and for programs.
package enum ExportSchema {
    /// What `fleet.sqlite` has beside the tables that are CSV files too.
    private static let noted = "How far the export is, as text by key: digests, rows and bytes of each table"

    /// A block for each table, a line for each column.
    package static var text: String {
        var text = ""
        for table in ExportTable.allCases {
            let truth = table.isTruth ? " Truth: billing must not see it." : ""
            text += "\(table.rawValue)\n  \(table.note).\(truth)\n"
            let wide = table.columns.map { $0.name.count }.max() ?? 0
            for column in table.columns {
                let room = String(repeating: " ", count: wide - column.name.count)
                let kind = column.kind == .integer ? "integer" : "text   "
                text += "    \(column.name)\(room)  \(kind)  \(column.note) (\(column.unit))\n"
            }
            text += "\n"
        }
        return text
            + "export\n  \(noted); in fleet.sqlite alone.\n    key    text     Which (name)\n    value  text     What (text)\n"
    }

    private struct Table: Encodable {
        let name: String
        let note: String
        let isTruth: Bool
        let hourlyOnly: Bool
        let columns: [Column]
    }

    private struct Column: Encodable {
        let name: String
        let type: String
        let unit: String
        let note: String
    }

    /// One JSON object: `tables`, each with its columns.
    package static func json() throws -> String {
        let tables = ExportTable.allCases.map { table in
            Table(
                name: table.rawValue, note: table.note, isTruth: table.isTruth, hourlyOnly: table.isHourly,
                columns: table.columns.map {
                    Column(name: $0.name, type: $0.kind == .integer ? "integer" : "text", unit: $0.unit, note: $0.note)
                })
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(["tables": tables]), as: UTF8.self) + "\n"
    }
}

import Foundation
import Testing

/// A row of a golden file in `Golden/` beside this file, by column.
struct GoldenRow: Sendable, CustomTestStringConvertible {
    let line: Int
    private let fields: [String: String]

    /// The field of a column that the file must have.
    subscript(column: String) -> String {
        get throws { try #require(fields[column], "the golden file has no column \(column)") }
    }

    var testDescription: String { "line \(line)" }

    /// The rows of `Golden/<name>.csv`, comments left out; a file that is missing or has no row fails the test.
    static func rows(_ name: String) throws -> [GoldenRow] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/\(name).csv")
        let lines = try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let table = lines.enumerated().filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
        let columns = try #require(table.first).element.split(separator: ",").map(String.init)
        let rows = table.dropFirst().map { offset, text in
            // A quoted note at the end of a row is not read: the columns before it hold no comma.
            let fields = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return GoldenRow(
                line: offset + 1, fields: Dictionary(uniqueKeysWithValues: zip(columns, fields)))
        }
        try #require(!rows.isEmpty)
        return rows
    }
}

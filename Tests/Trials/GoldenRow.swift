import Foundation
import Testing

/// A row of a golden file, by column.
package struct GoldenRow: Sendable, CustomTestStringConvertible {
    package let line: Int
    private let fields: [String: String]

    /// The field of a column that the file must have.
    package subscript(column: String) -> String {
        get throws { try #require(fields[column], "the golden file has no column \(column)") }
    }

    package var testDescription: String { "line \(line)" }

    /// The rows of `Golden/<name>.csv` of the calling file's tests, comments left out.
    ///
    /// A file that is missing or has no row fails the test.
    package static func rows(_ name: String, of test: String = #filePath) throws -> [GoldenRow] {
        // A test may stand in a folder of its suite.
        var folder = URL(fileURLWithPath: test).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Golden").path) {
            try #require(folder.path != "/", "no folder above \(test) has a folder Golden")
            folder = folder.deletingLastPathComponent()
        }
        let url = folder.appendingPathComponent("Golden/\(name).csv")
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

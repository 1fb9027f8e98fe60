import Foundation
import Quantities
import Testing

/// A worked example of an article in `Sources/endeks/Endeks.docc/Billing`: a table under a heading, which a test computes anew.
///
/// Inputs are taken from the table and results are held against it, so that neither the article nor the library can change
/// alone. A cell that no test takes fails the test: `finish` says which. Columns named `how` are words for the reader.
struct ArticleTable {
    private let name: String
    private let columns: [String]
    private let rows: [String: [String]]
    private var open: Set<[String]> = []

    /// The first table under `## heading` or `### heading` of an article.
    init(_ heading: String, in article: String) throws {
        name = "\(article), “\(heading)”"
        let lines = try Article.text(article).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(
            lines.firstIndex { $0 == "## " + heading || $0 == "### " + heading }, "\(article) has no “\(heading)”")
        let table = lines[(start + 1)...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
            .map { line in
                line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                    .map { $0.trimmingCharacters(in: .whitespaces) }
            }
        try #require(table.count > 2, "\(name) has no table")
        columns = Array(table[0].dropFirst())
        rows = Dictionary(table.dropFirst(2).map { ($0[0], Array($0.dropFirst())) }) { _, second in second }
        try #require(rows.count == table.count - 2, "\(name) has a label twice")
        for (label, cells) in rows {
            try #require(cells.count == columns.count, "\(name), row “\(label)”: another number of cells")
            for (column, cell) in zip(columns, cells) where column != "how" && !cell.isEmpty {
                open.insert([label, column])
            }
        }
    }

    /// The labels of the rows, sorted.
    var labels: [String] { rows.keys.sorted() }

    /// A cell as it stands; of one column where none is named.
    mutating func text(_ label: String, _ column: String? = nil) throws -> String {
        let column = try column ?? #require(columns.first { $0 != "how" })
        let place = try #require(columns.firstIndex(of: column), "\(name) has no column “\(column)”")
        let cells = try #require(rows[label], "\(name) has no row “\(label)”")
        open.remove([label, column])
        return cells[place]
    }

    /// The first word of a cell, its unit left out.
    mutating func word(_ label: String, _ column: String? = nil) throws -> String {
        try String(text(label, column).prefix { $0 != " " })
    }

    /// The quantity that a cell begins with, in plain notation.
    mutating func take<Quantity: FixedPointQuantity>(_ label: String, _ column: String? = nil) throws -> Quantity {
        try Quantity(parsing: word(label, column), notation: .plain)
    }

    /// The whole number that a cell begins with.
    mutating func count(_ label: String, _ column: String? = nil) throws -> Int {
        let word = try word(label, column)
        return try #require(Int(word), "\(name), “\(label)”: \(word) is no whole number")
    }

    /// The day that a cell begins with.
    mutating func day(_ label: String, _ column: String? = nil) throws -> CivilDate {
        try CivilDate(iso8601: word(label, column))
    }

    /// Holds what was computed against the first word of a cell.
    mutating func expect(
        _ label: String, _ column: String? = nil, is computed: some CustomStringConvertible,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let printed = try word(label, column)
        #expect(computed.description == printed, "\(name), “\(label)”", sourceLocation: sourceLocation)
    }

    /// Holds what was computed against a whole cell.
    mutating func expectText(
        _ label: String, _ column: String? = nil, is computed: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let printed = try text(label, column)
        #expect(computed == printed, "\(name), “\(label)”", sourceLocation: sourceLocation)
    }

    /// Fails where a cell was neither taken nor held against a result.
    func finish(sourceLocation: SourceLocation = #_sourceLocation) {
        let left = open.map { $0.joined(separator: " / ") }.sorted()
        #expect(left.isEmpty, "\(name): no test reads \(left)", sourceLocation: sourceLocation)
    }
}

/// The articles on the billing library.
enum Article {
    /// The clone that the tests stand in.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// An article's text.
    static func text(_ name: String) throws -> String {
        try file("Sources/endeks/Endeks.docc/Billing/\(name).md")
    }

    /// A file of the clone.
    static func file(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The first code block under a heading, without its fences.
    static func code(under heading: String, in name: String) throws -> String {
        let lines = try text(name).split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(
            lines.firstIndex { $0 == "## " + heading || $0 == "### " + heading }, "\(name) has no “\(heading)”")
        let block = lines[start...].drop { !$0.hasPrefix("```") }.dropFirst().prefix { !$0.hasPrefix("```") }
        return block.joined(separator: "\n")
    }
}

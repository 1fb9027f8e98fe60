import Foundation
import VectorChecks

/// The first line of a file that is imported: where each column stands, in whatever order they come.
struct CSVHeader {
    private(set) var places: [String: Int] = [:]
    private(set) var problems: [SettingsError] = []

    /// What is said of a file that has a header alone: it is as wrong as an empty one, for nobody means to take over nothing.
    static let nothingBelow =
        "there is no line below the header. Write the lines below it, or leave the file out where there are none."

    /// A header that must have all of `columns` and may have those of `optional`.
    init(_ header: CommaSeparatedRecords.Record, columns: [String], optional: [String] = [], file: String) {
        func mistake(_ column: Int, _ message: String) -> SettingsError {
            SettingsError(file: file, line: header.line, column: column, message: message)
        }
        let names = header.fields.map { $0.trimmingCharacters(in: .whitespaces) }
        if names.count == 1, names[0].contains(";") {
            problems = [mistake(1, "the columns are parted by ';'. Save the file with commas between them.")]
            return
        }
        for (place, name) in names.enumerated() {
            if !columns.contains(name), !optional.contains(name) {
                let known = columns + optional
                let near = SettingsKey.nearest(to: name, in: known.map { SettingsKey($0, "") })
                let help = near.map { "Did you mean '\($0)'?" } ?? "The columns are: \(known.joined(separator: ","))."
                problems.append(mistake(place + 1, "'\(name)' is not a column of this file. \(help)"))
            } else if places.updateValue(place, forKey: name) != nil {
                problems.append(mistake(place + 1, "'\(name)' stands twice in the header. Keep one."))
            }
        }
        let missing = columns.filter { places[$0] == nil }
        if !missing.isEmpty, problems.isEmpty {
            problems.append(mistake(1, "the header lacks: \(missing.joined(separator: ", ")). Add them."))
        }
    }
}

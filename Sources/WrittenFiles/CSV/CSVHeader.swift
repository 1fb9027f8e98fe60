/// The first line of a CSV table: where each column stands, in whatever order they come.
package struct CSVHeader: Sendable {
    /// Which columns a table has.
    package struct Columns: Sendable {
        /// What is made of a column that the table does not know.
        package enum Others: Sendable {
            /// It is a mistake: what is written is meant to be read.
            case refused
            /// It is left to whoever else reads the file.
            case ignored
        }

        let needed: [String]
        let optional: [String]
        let others: Others

        /// All of `needed` and perhaps some of `optional`.
        package init(_ needed: [String], optional: [String] = [], others: Others = .refused) {
            self.needed = needed
            self.optional = optional
            self.others = others
        }
    }

    package let file: String
    /// The line on which it stands, counted from 1.
    package let line: Int
    /// The names, without blanks around them, in the file's order.
    package let names: [String]
    /// Where each stands, counted from 0.
    private let places: [String: Int]

    /// The header of that record; throws every mistake of it.
    init(_ record: CSVReader.Record, _ columns: Columns, file: String) throws(FileMistakes) {
        self.file = file
        line = record.line
        names = record.fields.map(\.withoutOuterBlanks)
        var places: [String: Int] = [:]
        var mistakes: [FileMistake] = []
        let known = columns.needed + columns.optional
        for (place, name) in names.enumerated() {
            func add(_ message: String) {
                mistakes.append(FileMistake(file: file, line: record.line, column: place + 1, message: message))
            }
            if columns.others == .refused, !known.contains(name) {
                let advice = NearestWord.advice(
                    name, known, otherwise: "The columns are: \(known.joined(separator: ",")).")
                add("'\(name)' is not a column of this file. \(advice)")
            } else if places.updateValue(place, forKey: name) != nil {
                add("'\(name)' stands twice in the header. Keep one.")
            }
        }
        self.places = places
        if mistakes.isEmpty, let missing = lacking(columns.needed) { mistakes = [missing] }
        guard mistakes.isEmpty else { throw FileMistakes(mistakes) }
    }

    /// Where a column stands, counted from 0; nil where it is not there.
    package func place(of column: String) -> Int? { places[column] }

    /// Whether a column is there.
    package func has(_ column: String) -> Bool { places[column] != nil }

    /// The mistake that some of those columns are not there; nil where all are.
    package func lacking(_ columns: [String]) -> FileMistake? {
        let missing = columns.filter { places[$0] == nil }
        guard !missing.isEmpty else { return nil }
        // Where others are ignored, a slip of the pen in a name is one of them.
        let advice = missing.lazy.compactMap { word in
            NearestWord.of(word, in: names).map { "Is '\($0)' meant to be '\(word)'?" }
        }
        return FileMistake(
            file: file, line: line, column: 1,
            message: "the header lacks: \(missing.joined(separator: ", ")). \(advice.first ?? "Add them.")")
    }

    /// A mistake of a column of some line, in words that follow the column's name.
    package func mistake(_ line: Int, _ column: String, _ message: String) -> FileMistake {
        FileMistake(
            file: file, line: line, column: (places[column] ?? 0) + 1, message: "'\(column)' \(message)")
    }
}

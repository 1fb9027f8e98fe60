import WrittenFiles

/// What is wrong with a vector file: where it is, and what to do about it.
package struct VectorFileError: Error, Hashable {
    /// The file's name, as in the folder.
    package let file: String
    /// The line, counted from 1; `nil` where the file as a whole is meant.
    package let line: Int?
    /// The column's name, where one is meant.
    package let column: String?
    /// What is wrong and what to do, in a sentence without a full stop.
    package let problem: String

    package init(file: String, line: Int? = nil, column: String? = nil, problem: String) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }
}

extension VectorFileError {
    /// The first mistake of a text that is no table, as this room tells mistakes: without a full stop.
    init(_ mistakes: FileMistakes, in file: String) {
        let mistake = mistakes.all.first
        let message = mistake?.message ?? "it is no table."
        self.init(
            file: file, line: mistake?.line, problem: message.hasSuffix(".") ? String(message.dropLast()) : message)
    }
}

extension VectorFileError: CustomStringConvertible {
    /// The error as an editor finds it: `rollover.csv:4: column 'first': …`.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return column.map { "\(place): column '\($0)': \(problem)" } ?? "\(place): \(problem)"
    }
}

/// A mistake in a file that somebody wrote, with the place where they find and mend it.
public struct FileMistake: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1: of a YAML file the character, of a CSV file the field.
    public let column: Int
    /// What is wrong and what to do, in sentences.
    public let message: String

    package init(file: String, line: Int, column: Int, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `file:line:column: message`, as editors find it.
    public var description: String { "\(file):\(line):\(column): \(message)" }
}

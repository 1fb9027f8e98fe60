/// A mistake in a scenario file, with the place where somebody finds and mends it.
public struct ScenarioMistake: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1.
    public let column: Int
    /// What is wrong and what to do.
    public let message: String

    /// `file:line:column: message`.
    public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// Every mistake of a scenario file, so that whoever mends it need not start once for each.
public struct ScenarioMistakes: Error, Hashable, Sendable, CustomStringConvertible {
    /// In the order of the file; at least one.
    public let all: [ScenarioMistake]

    init(_ mistakes: [ScenarioMistake]) { all = mistakes.sorted { ($0.line, $0.column) < ($1.line, $1.column) } }

    /// One to a line.
    public var description: String { all.map(\.description).joined(separator: "\n") }
}

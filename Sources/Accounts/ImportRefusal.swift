/// Why a file was not taken over; nothing of it was.
package struct ImportRefusal<Reason: Hashable & Sendable>: Error, Hashable {
    /// What is wrong with a line.
    package struct Problem: Hashable, Sendable {
        package let line: Int
        package let reason: Reason
    }

    /// Every line that is wrong, in the order of the lines.
    package let problems: [Problem]

    /// Throws where a line is wrong.
    static func check(_ problems: [Problem]) throws {
        // The order of a line's own problems stays.
        let inOrder = problems.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
        if !problems.isEmpty { throw ImportRefusal(problems: inOrder.map(\.element)) }
    }
}

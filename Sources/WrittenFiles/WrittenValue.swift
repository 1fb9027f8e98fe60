/// A value as it is written in a file, under its key or in its column, with its place.
package struct WrittenValue: Hashable, Sendable {
    /// Its letters: whoever wants a number parses them, and none is taken through a floating-point one.
    package let text: String
    package let file: String
    /// The key of a YAML file, or the name of a column.
    package let key: String
    /// Counted from 1, as a ``FileMistake`` counts them.
    package let line: Int
    package let column: Int

    package init(text: String, file: String, key: String, line: Int, column: Int) {
        self.text = text
        self.file = file
        self.key = key
        self.line = line
        self.column = column
    }

    /// The value that `parse` makes of the text; an error of `parse` becomes a mistake: "must be", and what was expected.
    package func parsed<Value>(
        as expected: String, _ parse: (String) throws -> Value
    ) throws(FileMistake) -> Value {
        do {
            return try parse(text)
        } catch {
            throw mistake("must be \(expected)")
        }
    }

    /// A whole number of at most nine digits in a range, with or without leading zeros; no sign.
    package func whole(in range: ClosedRange<Int>) throws(FileMistake) -> Int {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text), range.contains(number)
        else { throw mistake("must be a whole number from \(range.lowerBound) to \(range.upperBound)") }
        return number
    }

    /// One of a few words.
    package func choice<Value>(_ choices: [(word: String, value: Value)]) throws(FileMistake) -> Value {
        guard let choice = choices.first(where: { $0.word == text }) else {
            throw mistake("must be one of: \(choices.map(\.word).joined(separator: ", "))")
        }
        return choice.value
    }

    /// The mistake that this value is, in words that follow its key.
    package func mistake(_ message: String) -> FileMistake { hidden("\(message); it is '\(text)'") }

    /// A mistake whose value must not be repeated, because it is personal or long.
    package func hidden(_ message: String) -> FileMistake {
        FileMistake(file: file, line: line, column: column, message: "'\(key)' \(message).")
    }
}

/// The report for a program. The names are a promise: they are added to, never changed.
extension VectorReport: Encodable {
    private enum Key: String, CodingKey {
        case passed, rowsPassed, rowsFailed, files
    }

    package func encode(to encoder: any Encoder) throws {
        let rows = entries.flatMap(\.rows)
        let rowsPassed = rows.count(where: \.isPassed)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(verdict == .passed, forKey: .passed)
        try container.encode(rowsPassed, forKey: .rowsPassed)
        try container.encode(rows.count - rowsPassed, forKey: .rowsFailed)
        try container.encode(entries, forKey: .files)
    }
}

extension VectorReport.Entry: Encodable {
    private enum Key: String, CodingKey {
        case name, status, rowsPassed, rowsFailed, failures, error
    }

    /// A figure that differs, in the words of the report.
    private struct Failure: Encodable {
        let line: Int
        let row: String
        let column: String
        let expected: String
        let computed: String
    }

    /// What is wrong with a file, in the words of the report.
    private struct Problem: Encodable {
        let line: Int?
        let column: String?
        let problem: String
    }

    private var status: String {
        switch outcome {
        case .checked: isPassed ? "passed" : "failed"
        case .notYet: "not yet"
        case .wrong: "wrong"
        }
    }

    package func encode(to encoder: any Encoder) throws {
        let rowsPassed = rows.count(where: \.isPassed)
        let failures = rows.flatMap { row in
            row.mismatches.map { mismatch in
                Failure(
                    line: row.line, row: row.label, column: mismatch.column, expected: mismatch.expected,
                    computed: mismatch.computed)
            }
        }
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(status, forKey: .status)
        try container.encode(rowsPassed, forKey: .rowsPassed)
        try container.encode(rows.count - rowsPassed, forKey: .rowsFailed)
        try container.encode(failures, forKey: .failures)
        if case .wrong(let error) = outcome {
            try container.encode(
                Problem(line: error.line, column: error.column, problem: error.problem), forKey: .error)
        }
    }
}

/// The report for a program. The names are a promise: they are added to, never changed.
extension VectorReport: Encodable {
    private enum Key: String, CodingKey {
        case passed, rowsPassed, rowsFailed, rowsOfOtherModel, files
    }

    package func encode(to encoder: any Encoder) throws {
        let rows = entries.flatMap(\.rows)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(verdict == .passed, forKey: .passed)
        try container.encode(rows.count(where: \.isPassed), forKey: .rowsPassed)
        try container.encode(rows.count(where: \.isFailed), forKey: .rowsFailed)
        try container.encodeIfPresent(rows.numberOfOtherModel, forKey: .rowsOfOtherModel)
        try container.encode(entries, forKey: .files)
    }
}

extension VectorReport.Entry: Encodable {
    private enum Key: String, CodingKey {
        case name, status, rowsPassed, rowsFailed, rowsOfOtherModel, largestRelativeDifference, failures, error
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
        try container.encode(rows.count(where: \.isPassed), forKey: .rowsPassed)
        try container.encode(rows.count(where: \.isFailed), forKey: .rowsFailed)
        try container.encodeIfPresent(rows.numberOfOtherModel, forKey: .rowsOfOtherModel)
        try container.encodeIfPresent(largestDifference?.description, forKey: .largestRelativeDifference)
        try container.encode(failures, forKey: .failures)
        if case .wrong(let error) = outcome {
            try container.encode(
                Problem(line: error.line, column: error.column, problem: error.problem), forKey: .error)
        }
    }
}

extension [RowComparison] {
    /// How many rows belong to another model; `nil` where none does, so that most reports stay as they were.
    fileprivate var numberOfOtherModel: Int? {
        let number = count(where: \.isOfOtherModel)
        return number > 0 ? number : nil
    }
}

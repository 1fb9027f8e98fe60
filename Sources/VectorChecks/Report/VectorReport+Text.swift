extension VectorReport {
    /// The report for a person: a line for each file, a line for each figure that differs, a line for the whole.
    package var text: String {
        let width = entries.map(\.name.count).max() ?? 0
        var lines: [String] = []
        for entry in entries {
            let name = entry.name + String(repeating: " ", count: width - entry.name.count)
            switch entry.outcome {
            case .checked(let rows):
                let passed = rows.count(where: \.isPassed)
                lines.append("\(name)  \(Self.count(passed)) passed  \(Self.count(rows.count - passed)) failed")
                for row in rows { lines.append(contentsOf: Self.lines(about: row, in: entry.name)) }
            case .notYet:
                lines.append("\(name)  not yet")
            case .wrong(let error):
                lines.append("\(name)  wrong file: \(error)")
            }
        }
        lines.append(summary)
        return lines.joined(separator: "\n")
    }

    private static func lines(about row: RowComparison, in name: String) -> [String] {
        row.mismatches.map { mismatch in
            "  \(name).csv:\(row.line) \(row.label): \(mismatch.column) expected \(mismatch.expected), "
                + "computed \(mismatch.computed)"
        }
    }

    private var summary: String {
        let rows = entries.flatMap(\.rows)
        let passed = rows.count(where: \.isPassed)
        var parts = ["\(passed) rows passed", "\(rows.count - passed) failed"]
        let notYet = entries.count { if case .notYet = $0.outcome { true } else { false } }
        if notYet > 0 { parts.append("\(notYet) files not yet (leave them out with --only)") }
        if !errors.isEmpty { parts.append("\(errors.count) files wrong") }
        return parts.joined(separator: ", ")
    }

    private static func count(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: " ", count: max(0, 4 - text.count)) + text
    }
}

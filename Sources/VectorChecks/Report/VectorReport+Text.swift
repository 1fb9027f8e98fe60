extension VectorReport {
    /// The report for a person: a line for each file, a line for each figure that differs, a line for the whole.
    package var text: String {
        let width = entries.map(\.name.count).max() ?? 0
        var lines: [String] = []
        for entry in entries {
            let name = entry.name + String(repeating: " ", count: width - entry.name.count)
            switch entry.outcome {
            case .checked(let rows):
                let (passed, failed) = (rows.count(where: \.isPassed), rows.count(where: \.isFailed))
                var line = "\(name)  \(Self.count(passed)) passed  \(Self.count(failed)) failed"
                let ofOtherModel = rows.count(where: \.isOfOtherModel)
                if ofOtherModel > 0 { line += "  \(Self.count(ofOtherModel)) other model" }
                if let largest = entry.largestDifference { line += "  largest relative difference \(largest)" }
                lines.append(line)
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
        var parts = ["\(rows.count(where: \.isPassed)) rows passed", "\(rows.count(where: \.isFailed)) failed"]
        let ofOtherModel = rows.count(where: \.isOfOtherModel)
        if ofOtherModel > 0 { parts.append("\(ofOtherModel) of another model") }
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

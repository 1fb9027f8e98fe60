package import Billing
package import Quantities
package import Wording

/// How an amount came about, line by line, for a person: what was computed from which figures, by which text and policy.
///
/// It is written from steps alone, as they were stored, so it explains what was billed and computes nothing anew.
package struct Explanation {
    /// A step in words.
    package struct Line: Hashable, Sendable {
        /// What was computed.
        package let name: String
        /// From which figures; empty where the line repeats the one above.
        package let formula: String
        /// What came out, with its unit.
        package let result: String
        /// The text that the step rests on, the version of the policy and the days that decided; none for mere arithmetic.
        package let grounds: [String]
    }

    /// The lines in reading order.
    package let lines: [Line]

    /// The explanation of `steps`; `indexes` are those that counters showed, for steps of before that do not have the wheels.
    package init(of steps: [DerivationStep], indexes: [Index] = [], in language: Language) {
        let writer = InvoiceWriter(language)
        let formula = DerivationFormula(writer: writer, indexes: indexes)
        lines = steps.map { step in
            let row = DerivationRow(step, formula)
            return Line(
                name: row.name, formula: row.formula,
                result: [row.result, row.unit].filter { !$0.isEmpty }.joined(separator: " "),
                grounds: Self.grounds(of: step, writer))
        }
    }

    private static func grounds(of step: DerivationStep, _ writer: InvoiceWriter) -> [String] {
        var grounds = step.reference.map { [writer.words(DerivationWords.about, ["number": $0])] } ?? []
        grounds += step.dates(Set(DerivationStep.DayRole.allCases), writer)
        if step.isLateFee { grounds += dayCount(of: step, writer) }
        if let source = step.code.source {
            grounds.append(DerivationWords.source(source.rawValue).map { writer.words($0) } ?? source.rawValue)
        }
        if let policy = step.policy { grounds.append(writer.words(DerivationWords.policy, ["version": policy])) }
        return grounds
    }

    /// How the time of a late fee was counted, where its step says it.
    private static func dayCount(of step: DerivationStep, _ writer: InvoiceWriter) -> [String] {
        if step.operand(.months) != nil { return [writer.words(DerivationWords.countedByMonths)] }
        return step.operand(.days) == nil ? [] : [writer.words(DerivationWords.countedByDays)]
    }
}

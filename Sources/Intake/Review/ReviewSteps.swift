internal import Billing
internal import InvoiceDocuments
internal import Quantities
package import Wording

/// How the amount of an invoice comes about, for a clerk: the same lines as `endeks bill explain` prints.
package struct ReviewSteps: Hashable, Sendable {
    /// A line of the computation.
    package struct Line: Hashable, Sendable {
        package let name: String
        package let formula: String
        package let result: String
        /// The text, the version of the policy and the days that it rests on.
        package let grounds: String
    }

    private let steps: [DerivationStep]
    private let indexes: [Index]

    init(_ invoice: Invoice) {
        (steps, indexes) = (invoice.explained(), invoice.countedIndexes)
    }

    /// The lines in reading order.
    package func lines(in language: Language) -> [Line] {
        Explanation(of: steps, indexes: indexes, in: language).lines.map { line in
            Line(
                name: line.name, formula: line.formula, result: line.result,
                grounds: line.grounds.joined(separator: " · "))
        }
    }
}

import Billing
import Quantities
import Wording

/// An amount of a reversal as it is printed: what, from which figures, and how much.
struct ReversalRow: Hashable {
    let name: String
    var formula = ""
    let amount: String
    /// Whether it is a sum that the eye should find.
    var isStrong = false

    /// The rows of a reversal in the order in which they add up.
    static func rows(of reversal: InvoiceReversal, _ writer: InvoiceWriter) -> [ReversalRow] {
        func row(_ phrase: Phrase?, _ amount: Money, _ values: [String: String] = [:]) -> ReversalRow {
            ReversalRow(name: phrase.map { writer.words($0, values) } ?? "", amount: writer.money(amount))
        }
        func charges(taxed: Bool) -> [ReversalRow] {
            reversal.charges.filter { $0.isTaxed == taxed }.map { charge in
                row(DerivationWords.charge(charge.code.rawValue), charge.amount)
            }
        }
        var rows = reversal.lines.map { line in
            ReversalRow(
                name: DerivationWords.line(line.code.rawValue).map { writer.words($0) } ?? "",
                formula: "\(writer.figure(line.quantity)) kWh × \(writer.figure(line.unitPrice)) TL",
                amount: writer.money(line.amount))
        }
        rows += charges(taxed: true)
        let rate = writer.percentage(reversal.valueAddedTaxRate.figure.withoutTrailingZeros(keeping: 2))
        rows.append(row(DerivationWords.step("valueAddedTaxBase"), reversal.valueAddedTaxBase))
        rows.append(row(DerivationWords.step("valueAddedTax"), reversal.valueAddedTax, ["rate": rate]))
        rows.append(row(DerivationWords.step("total"), reversal.total))
        rows += charges(taxed: false)
        if reversal.payableRounding != .zero {
            rows.append(row(DerivationWords.payableRounding, reversal.payableRounding))
        }
        var payable = row(ReversalWords.amount, reversal.payable)
        payable.isStrong = true
        return rows + [payable]
    }
}

import Billing
import Quantities
import Wording

/// A line of the computation as it is printed: what, from which figures, the result and its unit.
struct DerivationRow: Hashable {
    let name: String
    let formula: String
    let result: String
    let unit: String
    /// Whether the line is a sum that the eye should find.
    var isStrong = false

    /// The rows of an invoice, in reading order.
    static func rows(of invoice: Invoice, _ writer: InvoiceWriter) -> [DerivationRow] {
        let formula = DerivationFormula(
            writer: writer, indexes: [invoice.lastReading.index, invoice.firstReading.index])
        var rows: [DerivationRow] = []
        for step in invoice.derivation {
            // What stands beside the gas has a line of its own ahead of the sum that it goes into.
            if step.code == .valueAddedTaxBase || step.code == .payable {
                let isTaxed = step.code == .valueAddedTaxBase
                rows += invoice.charges.filter { $0.isTaxed == isTaxed }.map { DerivationRow($0, writer) }
            }
            // The rounding stands on a line of its own: it goes to an account of its own.
            if step.code == .payable, invoice.figures.payableRounding != .zero {
                rows.append(
                    DerivationRow(
                        name: writer.words(DerivationWords.payableRounding), formula: "",
                        result: writer.figure(invoice.figures.payableRounding), unit: "TL"))
            }
            rows.append(DerivationRow(step, formula))
        }
        if invoice.previousDebt != .zero {
            rows.append(
                DerivationRow(
                    name: writer.words(DerivationWords.previousDebt), formula: "",
                    result: writer.figure(invoice.previousDebt), unit: "TL"))
        }
        return rows
    }

    private init(name: String, formula: String, result: String, unit: String) {
        self.name = name
        self.formula = formula
        self.result = result
        self.unit = unit
    }

    private init(_ charge: InvoiceCharge, _ writer: InvoiceWriter) {
        self.init(
            name: DerivationWords.charge(charge.code.rawValue).map { writer.words($0) } ?? "", formula: "",
            result: writer.figure(charge.amount), unit: "TL")
    }

    init(_ step: DerivationStep, _ formula: DerivationFormula) {
        let writer = formula.writer
        let rate = step.operand(.valueAddedTaxRate).map { writer.percentage($0.figure) }
        name = DerivationWords.step(step.code.rawValue).map { writer.words($0, ["rate": rate ?? ""]) } ?? ""
        let text = formula.text(of: step)
        self.formula = step.isShownRounded ? text + "  " + writer.words(DerivationWords.shownRounded) : text
        result = writer.figure(step.result)
        unit = step.code.unit.rawValue
        isStrong = step.code == .total || step.code == .payable
    }
}

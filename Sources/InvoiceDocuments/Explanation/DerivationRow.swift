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

    /// The rows of a computation, in reading order.
    static func rows(
        of steps: [DerivationStep], counterDigits: Int?, _ writer: InvoiceWriter
    ) -> [DerivationRow] {
        var rows: [DerivationRow] = []
        for step in steps {
            // The rounding stands on a line of its own: it goes to an account of its own.
            if let rounding = step.roundingOfPayable {
                rows.append(
                    DerivationRow(
                        name: writer.words(DerivationWords.payableRounding), formula: "",
                        result: writer.figure(rounding), unit: "TL"))
            }
            rows.append(DerivationRow(step, counterDigits: counterDigits, writer))
        }
        return rows
    }

    private init(name: String, formula: String, result: String, unit: String) {
        self.name = name
        self.formula = formula
        self.result = result
        self.unit = unit
    }

    init(_ step: DerivationStep, counterDigits: Int?, _ writer: InvoiceWriter) {
        let rate = step.operand(.valueAddedTaxRate).map { writer.percentage($0.figure) }
        name = DerivationWords.step(step.code.rawValue).map { writer.words($0, ["rate": rate ?? ""]) } ?? ""
        let formula = DerivationFormula(writer: writer, counterDigits: counterDigits).text(of: step)
        self.formula =
            step.isShownRounded ? formula + "  " + writer.words(DerivationWords.shownRounded) : formula
        result = writer.figure(step.result)
        unit = step.code.unit.rawValue
        isStrong = step.code == .total || step.code == .payable
    }
}

extension DerivationStep {
    /// What rounding the payable amount added, where it added something.
    fileprivate var roundingOfPayable: DecimalFigure? {
        guard code == .payable, let rounding = operand(.payableRounding)?.figure, rounding.units != 0 else {
            return nil
        }
        return rounding
    }
}

package import Billing
package import Quantities
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
        let formula = DerivationFormula(writer: writer, indexes: invoice.countedIndexes)
        var rows: [DerivationRow] = []
        let steps = invoice.explained()
        let months = steps.count { $0.code == .monthlyCorrectionFactor && !$0.operands.isEmpty }
        for step in steps where step.isOnPaper(months: months) {
            if step.code == .valueAddedTaxBase {
                // What the rules took off is added up ahead of the sum that it goes into.
                rows += invoice.charges.filter { $0.code == .discount }.map { DerivationRow($0, writer) }
            }
            // The rounding stands on a line of its own: it goes to an account of its own.
            if step.code == .payable, invoice.figures.payableRounding != .zero {
                rows.append(
                    DerivationRow(
                        name: writer.words(DerivationWords.payableRounding), formula: "",
                        result: writer.figure(invoice.figures.payableRounding), unit: "TL"))
            }
            rows.append(DerivationRow(onPaper: step, formula))
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

    /// The same on paper, where no grounds stand below a line: which invoice was paid late, and when.
    private init(onPaper step: DerivationStep, _ formula: DerivationFormula) {
        let row = DerivationRow(step, formula)
        guard step.isLateFee else {
            self = row
            return
        }
        let grounds = [step.reference].compactMap(\.self) + step.dates([.due, .paid], formula.writer)
        let text = [grounds.joined(separator: ", "), row.formula].filter { !$0.isEmpty }.joined(separator: ": ")
        self.init(name: row.name, formula: text, result: row.result, unit: row.unit)
    }

    init(_ step: DerivationStep, _ formula: DerivationFormula) {
        let writer = formula.writer
        let rate = step.operand(.valueAddedTaxRate).map { writer.percentage($0.figure) }
        let what = step.operands.first.flatMap { DerivationWords.role($0.role.rawValue) }.map { writer.words($0) }
        name =
            DerivationWords.step(step.code.rawValue).map {
                writer.words($0, ["rate": rate ?? "", "amount": what ?? ""])
            } ?? ""
        let text = formula.text(of: step)
        self.formula = step.isShownRounded ? text + "  " + writer.words(DerivationWords.shownRounded) : text
        result = writer.figure(step.result)
        unit = step.code.unit.rawValue
        isStrong = step.code == .total || step.code == .payable
    }
}

extension Invoice {
    /// Every index that a counter showed in the period, the first reading first.
    package var countedIndexes: [Index] {
        var indexes = [firstReading.index]
        for change in meterChanges { indexes += [change.removedAt, change.newMeterStart] }
        indexes.append(lastReading.index)
        if let corrector { indexes += [corrector.first, corrector.last] }
        return indexes
    }
}

extension DerivationStep {
    /// Whether the paper has a line for it: what was published as it is needs none, nor do more months than a page can bear.
    fileprivate func isOnPaper(months: Int) -> Bool {
        switch code {
        case .monthlyCalorificValue, .minimumUse: false
        case .monthlyCorrectionFactor: !operands.isEmpty && months <= 4
        default: true
        }
    }

    /// Whether it computes what late payment costs.
    var isLateFee: Bool { [.lateFee, .contractLateFee, .statutoryInterest].contains(code) }

    /// The days of those roles with their names.
    func dates(_ roles: Set<DayRole>, _ writer: InvoiceWriter) -> [String] {
        days.filter { roles.contains($0.role) }.map { day in
            let name = DerivationWords.day(day.role.rawValue).map { writer.words($0) } ?? day.role.rawValue
            return "\(name) \(writer.date(day.date))"
        }
    }
}

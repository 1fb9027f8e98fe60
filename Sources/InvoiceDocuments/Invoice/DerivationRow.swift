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
            rows.append(DerivationRow(step, of: invoice, writer))
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

    private init(_ step: DerivationStep, of invoice: Invoice, _ writer: InvoiceWriter) {
        let rate = step.operands.first { $0.role == .valueAddedTaxRate }.map { writer.percentage($0.figure) }
        name = DerivationWords.step(step.code.rawValue).map { writer.words($0, ["rate": rate ?? ""]) } ?? ""
        let formula = DerivationFormula(invoice: invoice, writer: writer).text(of: step)
        self.formula =
            step.isShownRounded ? formula + "  " + writer.words(DerivationWords.shownRounded) : formula
        result = writer.figure(step.result)
        unit = DerivationRow.unit(of: step.code)
        isStrong = step.code == .total || step.code == .payable
    }

    private static func unit(of code: DerivationStep.Code) -> String {
        switch code {
        case .measuredVolume, .correctedVolume, .registerDifference, .approvedVolume, .totalCorrectedVolume,
            .dayShare:
            "m³"
        case .averageCorrectionFactor: ""
        case .averageCalorificValue: "kcal/m³"
        case .energyFactor: "kWh/m³"
        case .energy, .freeEnergy, .upperTierEnergy: "kWh"
        case .pricePerKilowattHour, .averagePrice: "TL/kWh"
        case .consumptionCharge, .valueAddedTax, .total, .payable, .lineCharge, .chargeTotal, .discount,
            .valueAddedTaxBase, .calorificDifference:
            "TL"
        default: ""
        }
    }
}

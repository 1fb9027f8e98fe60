import Billing
import Quantities
import Wording

/// The figures that go into a step, with the signs between them, as somebody would type them into a calculator.
struct DerivationFormula {
    let invoice: Invoice
    let writer: InvoiceWriter

    func text(of step: DerivationStep) -> String {
        let terms = step.operands.map(term)
        switch step.code {
        case .measuredVolume: return measuredVolume(step)
        case .averageCorrectionFactor, .averageCalorificValue, .averagePrice: return average(step)
        case .energyFactor: return terms.joined(separator: " ÷ ")
        case .energy where terms.count == 3: return "\(terms[0]) × \(terms[1]) ÷ \(terms[2])"
        case .correctedVolume, .energy, .consumptionCharge, .valueAddedTax: return terms.joined(separator: " × ")
        case .pricePerKilowattHour:
            return pricePerKilowattHour(step)
        case .total: return sum(step)
        // Nothing was rounded: the amount due is the line above.
        case .payable: return invoice.figures.payableRounding == .zero ? "" : sum(step)
        default: return terms.joined(separator: "; ")
        }
    }

    private func measuredVolume(_ step: DerivationStep) -> String {
        let range = step.operands.first { $0.role == .counterRange }.map { " + " + term($0) } ?? ""
        let multiplier = step.operands.first { $0.role == .multiplier }
        let difference = "\(invoice.lastReading.index)\(range) − \(invoice.firstReading.index)"
        guard let multiplier, !multiplier.figure.isEqual(to: DecimalFigure(1)) else { return difference }
        return "(\(difference)) × \(writer.figure(multiplier.figure.withoutTrailingZeros))"
    }

    /// The parts of a price by their names; what was published for a Sm³ is divided by the kWh of a Sm³.
    private func pricePerKilowattHour(_ step: DerivationStep) -> String {
        let parts = step.operands.filter { $0.role != .kilowattHoursPerStandardVolume }.map { operand in
            let name: Phrase? =
                switch operand.role {
                case .purchase: DerivationWords.purchase
                case .specialConsumptionTax: DerivationWords.specialConsumptionTax
                case .systemUse: DerivationWords.systemUse
                default: nil
                }
            return (name.map { writer.words($0) + " " } ?? "") + term(operand)
        }
        let sum = parts.joined(separator: " + ")
        let divisor = step.operands.first { $0.role == .kilowattHoursPerStandardVolume }
        return divisor.map { "(\(sum)) ÷ \(term($0))" } ?? sum
    }

    /// Days and figure by turns: (11 days × 0.8 + 19 days × 1.0) ÷ 30.
    private func average(_ step: DerivationStep) -> String {
        let days = step.operands.filter { $0.role == .days }
        let values = step.operands.filter { $0.role != .days }
        let products = zip(days, values).map { days, value in
            writer.words(DerivationWords.days, ["days": term(days)]) + " × " + term(value)
        }
        let sum = days.reduce(Int128(0)) { $0 + $1.figure.units }
        return "(\(products.joined(separator: " + "))) ÷ \(sum)"
    }

    /// A sum whose negative terms are taken off.
    private func sum(_ step: DerivationStep) -> String {
        step.operands.enumerated().map { place, operand in
            let text = term(operand)
            guard place > 0 else { return text }
            return text.hasPrefix("-") ? " − " + text.dropFirst() : " + " + text
        }.joined()
    }

    private func term(_ operand: DerivationStep.Operand) -> String {
        switch operand.role {
        case .valueAddedTaxRate: writer.percentage(operand.figure)
        case .measuredVolume, .correctedVolume: writer.figure(operand.figure) + " m³"
        case .energy: writer.figure(operand.figure) + " kWh"
        default: writer.figure(operand.figure)
        }
    }
}

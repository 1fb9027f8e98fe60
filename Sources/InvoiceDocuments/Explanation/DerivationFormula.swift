import Billing
import Quantities
import Wording

/// The figures that go into a step, with the signs between them, as somebody would type them into a calculator.
struct DerivationFormula {
    let writer: InvoiceWriter
    /// How many digits the counter shows, for an index with its leading zeros; `nil` where it is not known.
    var counterDigits: Int?

    func text(of step: DerivationStep) -> String {
        let terms = step.operands.map(term)
        switch step.code {
        case .measuredVolume: return measuredVolume(step)
        case .averageCorrectionFactor, .averageCalorificValue, .averagePrice: return average(step)
        case .energyFactor: return terms.joined(separator: " ÷ ")
        case .energy where terms.count == 3: return "\(terms[0]) × \(terms[1]) ÷ \(terms[2])"
        case .correctedVolume, .energy, .consumptionCharge, .valueAddedTax: return terms.joined(separator: " × ")
        case .pricePerKilowattHour: return pricePerKilowattHour(step)
        case .total: return sum(step)
        // Nothing was rounded: the amount due is the line above.
        case .payable: return step.operand(.payableRounding)?.figure.units == 0 ? "" : sum(step)
        default: return named(step)
        }
    }

    private func measuredVolume(_ step: DerivationStep) -> String {
        let range = step.operand(.counterRange).map { " + " + term($0) } ?? ""
        let multiplier = step.operand(.multiplier)
        let difference = "\(index(step.operand(.lastIndex)))\(range) − \(index(step.operand(.firstIndex)))"
        guard let multiplier, !multiplier.figure.isEqual(to: DecimalFigure(1)) else { return difference }
        return "(\(difference)) × \(writer.figure(multiplier.figure.withoutTrailingZeros))"
    }

    /// An index as the counter shows it.
    private func index(_ operand: DerivationStep.Operand?) -> String {
        let digits = operand?.figure.description ?? ""
        return String(repeating: "0", count: max(0, (counterDigits ?? 0) - digits.count)) + digits
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
        let divisor = step.operand(.kilowattHoursPerStandardVolume)
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

    /// The figures by their names, where no few signs say how they come together.
    private func named(_ step: DerivationStep) -> String {
        step.operands.map { operand in
            (DerivationWords.role(operand.role.rawValue).map { writer.words($0) + " " } ?? "") + term(operand)
        }.joined(separator: "; ")
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

extension DerivationStep {
    /// The first figure in that role.
    func operand(_ role: Role) -> Operand? { operands.first { $0.role == role } }
}

import Billing
import Quantities
import Wording

/// The figures that go into a step, with the signs between them, as somebody would type them into a calculator.
struct DerivationFormula {
    let writer: InvoiceWriter
    /// The indexes that counters showed, with their leading zeros.
    var indexes: [Index] = []

    func text(of step: DerivationStep) -> String {
        let terms = step.operands.map(term)
        switch step.code {
        case .measuredVolume: return measuredVolume(step)
        case .registerDifference: return registerDifference(step)
        case .averageCorrectionFactor, .averageCalorificValue, .averagePrice, .averageTaxRate: return average(step)
        case .energyFactor: return terms.joined(separator: " ÷ ")
        case .correctorFactor: return terms.prefix(2).joined(separator: " ÷ ")
        case .energy where terms.count == 3: return "\(terms[0]) × \(terms[1]) ÷ \(terms[2])"
        case .correctedVolume, .energy, .consumptionCharge, .valueAddedTax, .lineCharge, .approvedVolume:
            return terms.joined(separator: " × ")
        case .dayShare where terms.count == 4: return "\(terms[0]) × \(terms[1]) ÷ \(terms[2]) − \(terms[3])"
        case .discount where terms.count == 4: return "\(terms[0]) × \(terms[1]) × \(terms[2]) ÷ \(terms[3])"
        case .upperTierEnergy where terms.count == 3: return "\(terms[0]) − \(terms[1]) × \(terms[2])"
        case .pricePerKilowattHour:
            return pricePerKilowattHour(step)
        case .total, .totalCorrectedVolume, .chargeTotal, .valueAddedTaxBase: return sum(step.operands)
        case .payable: return payable(step)
        default: return named(step)
        }
    }

    private func measuredVolume(_ step: DerivationStep) -> String {
        let range = step.operand(.counterRange).map { " + " + term($0) } ?? ""
        let multiplier = step.operand(.multiplier)
        let (last, first) = (index(step, .lastIndex), index(step, .firstIndex))
        return times(multiplier, "\(last)\(range) − \(first)")
    }

    /// The index as its counter prints it, where that is known; else without leading zeros.
    private func index(_ step: DerivationStep, _ role: DerivationStep.Role) -> String {
        guard let operand = step.operand(role) else { return "" }
        let printed = indexes.first { operand.figure.isEqual(to: DecimalFigure($0.value)) }
        return printed?.description ?? term(operand)
    }

    /// The corrected register's difference, as that of a counter.
    private func registerDifference(_ step: DerivationStep) -> String {
        let terms = step.operands.filter { $0.role != .multiplier }
        let range = terms.first { $0.role == .counterRange }.map { " + " + term($0) } ?? ""
        let registers = terms.filter { $0.role != .counterRange }.map(term)
        guard registers.count == 2 else { return registers.joined(separator: "; ") }
        return times(step.operand(.multiplier), "\(registers[0])\(range) − \(registers[1])")
    }

    private func times(_ multiplier: DerivationStep.Operand?, _ difference: String) -> String {
        guard let multiplier, !multiplier.figure.isEqual(to: DecimalFigure(1)) else { return difference }
        return "(\(difference)) × \(writer.figure(multiplier.figure.withoutTrailingZeros))"
    }

    /// Nothing where nothing was rounded or added: the amount due is the line above.
    private func payable(_ step: DerivationStep) -> String {
        let terms = step.operands.filter { $0.role != .payableRounding || $0.figure.units != 0 }
        return terms.count < 2 ? "" : sum(terms)
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
    private func sum(_ operands: [DerivationStep.Operand]) -> String {
        operands.enumerated().map { place, operand in
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
        case .valueAddedTaxRate, .discountRate: writer.percentage(operand.figure)
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

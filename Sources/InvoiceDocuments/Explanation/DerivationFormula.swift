import Billing
import Quantities
import Wording

/// The figures that go into a step, with the signs between them, as somebody would type them into a calculator.
struct DerivationFormula {
    let writer: InvoiceWriter
    /// The indexes that counters showed, for steps of before that have no number of wheels.
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
        case .total, .totalMeasuredVolume, .totalCorrectedVolume, .chargeTotal, .valueAddedTaxBase:
            return sum(step.operands)
        case .payable: return payable(step)
        case .lateFee, .contractLateFee, .statutoryInterest: return lateFee(step)
        case .lateFeeTotal where terms.count > 1: return sum(step.operands)
        case .monthlyCorrectionFactor where terms.count == 5:
            return "(\(terms[0]) + \(terms[1])) ÷ \(terms[2]) × \(terms[3]) ÷ \(terms[4])"
        case .monthlyCorrectionFactor, .monthlyCalorificValue: return writer.words(DerivationWords.asPublished)
        case .minimumUse where terms.count == 2: return "\(terms[0]) > \(terms[1])"
        case .reversedAmount where terms.count == 1: return "−(\(terms[0]))"
        default: return named(step)
        }
    }

    private func measuredVolume(_ step: DerivationStep) -> String {
        difference(step, .lastIndex, .firstIndex)
    }

    /// The corrected register's difference, as that of a counter.
    private func registerDifference(_ step: DerivationStep) -> String {
        difference(step, .lastRegister, .firstRegister)
    }

    private func difference(
        _ step: DerivationStep, _ last: DerivationStep.Role, _ first: DerivationStep.Role
    ) -> String {
        let range = step.operand(.counterRange).map { " + " + term($0) } ?? ""
        let (last, first) = [last, first].map { role in step.operand(role).map { digits($0, in: step) } ?? "" }.pair
        return times(step.operand(.multiplier), "\(last)\(range) − \(first)")
    }

    /// An index as its counter prints it, a digit a wheel; where nothing is known of the wheels its digits alone.
    ///
    /// It is never written as an amount.
    private func digits(_ operand: DerivationStep.Operand, in step: DerivationStep) -> String {
        let figure = operand.figure
        if let wheels = step.operand(.wheels)?.figure,
            let index = Self.index(figure, digits: Int(exactly: wheels.units))
        {
            return index.description
        }
        if let printed = indexes.first(where: { figure.isEqual(to: DecimalFigure($0.value)) }) {
            return printed.description
        }
        // Another index of the same counter has as many digits.
        if let wheels = indexes.first?.digits, indexes.allSatisfy({ $0.digits == wheels }),
            let index = Self.index(figure, digits: wheels)
        {
            return index.description
        }
        return figure.description
    }

    private static func index(_ figure: DecimalFigure, digits: Int?) -> Index? {
        guard let digits, figure.fractionDigits == 0, let value = Int64(exactly: figure.units) else { return nil }
        return try? Index(value: value, digits: digits)
    }

    /// What was paid late × each rate and its time: full months and days of a month, or days of a month or a year.
    private func lateFee(_ step: DerivationStep) -> String {
        let rates: Set<DerivationStep.Role> = [.monthlyRate, .yearlyRate]
        guard let principal = step.operand(.principal),
            let base = step.operand(.daysPerMonth) ?? step.operand(.daysPerYear)
        else { return named(step) }
        let inMonths = step.operand(.months) != nil
        var products: [String] = []
        var rest = step.operands.drop { !rates.contains($0.role) }
        while let rate = rest.first, rates.contains(rate.role) {
            rest = rest.dropFirst()
            let times = rest.prefix { !rates.contains($0.role) && $0.role != base.role }
            rest = rest.dropFirst(times.count)
            let days = times.first { $0.role == .days }.map(term) ?? "0"
            let months = times.first { $0.role == .months }.map(term) ?? "0"
            products.append(term(rate) + " × " + (inMonths ? "(\(months) + \(days) ÷ \(term(base)))" : days))
        }
        let sum = products.joined(separator: " + ")
        let amount = term(principal) + " × " + (products.count > 1 ? "(\(sum))" : sum)
        return inMonths ? amount : amount + " ÷ " + term(base)
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
        step.operands.filter { $0.role != .wheels || step.code == .registerCheck }.map { operand in
            (DerivationWords.role(operand.role.rawValue).map { writer.words($0) + " " } ?? "") + term(operand, in: step)
        }.joined(separator: "; ")
    }

    private func term(_ operand: DerivationStep.Operand, in step: DerivationStep) -> String {
        switch operand.role {
        case .lastIndex, .firstIndex, .lastRegister, .firstRegister, .proposedIndex:
            digits(operand, in: step)
        default: term(operand)
        }
    }

    private func term(_ operand: DerivationStep.Operand) -> String {
        switch operand.role {
        case .valueAddedTaxRate, .discountRate, .monthlyRate, .yearlyRate: writer.percentage(operand.figure)
        case .measuredVolume, .correctedVolume: writer.figure(operand.figure) + " m³"
        case .energy: writer.figure(operand.figure) + " kWh"
        default: writer.figure(operand.figure)
        }
    }
}

extension [String] {
    fileprivate var pair: (String, String) { (self[0], self[1]) }
}

extension DerivationStep {
    /// The first figure in that role.
    func operand(_ role: Role) -> Operand? { operands.first { $0.role == role } }
}
